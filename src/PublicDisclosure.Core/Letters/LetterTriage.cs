using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>The office gives a letter to an organisation.</summary>
public sealed record AssignLetter(Guid Id, int SeenRevision, Guid OrganisationId, bool IsComplex, string Matter, string Remark, Guid By);

/// <summary>An organisation passes a letter on.</summary>
public sealed record TransferLetter(Guid Id, int SeenRevision, Guid OrganisationId, string Reason, Guid By);

/// <summary>An organisation gives a letter back to the office.</summary>
public sealed record SendBackLetter(Guid Id, int SeenRevision, string Reason, Guid By);

/// <summary>The writer is told where the matter belongs.</summary>
public sealed record DirectLetter(Guid Id, int SeenRevision, LetterChannelKind Channel, string Remark, Guid By);

/// <summary>A letter is not taken up.</summary>
public sealed record DeclineLetter(Guid Id, int SeenRevision, LetterDeclineReason Reason, string Remark, Guid By);

/// <summary>A letter is answered together with another.</summary>
public sealed record MergeLetter(Guid Id, int SeenRevision, string IntoNumber, Guid By);

/// <summary>Whose a letter is: triage by the office, passing on, directing elsewhere, merging. Who may is asked by the page.</summary>
public sealed class LetterTriage(
    DisclosureDb db, LetterStore store, BusinessClock clock, LetterDates dates, LetterMail mail, FieldSealer sealer, IOptions<DisclosureOfficeOptions> office)
{
    private readonly LetterSeals _seals = new(sealer);

    /// <summary>Gives it to an organisation; its limit runs from receipt all the same.</summary>
    public Task<Outcome> AssignAsync(AssignLetter command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.Assign, async (letter, now) =>
        {
            var (matter, remark) = (command.Matter.Trim(), LetterText.Clean(command.Remark));
            var refusals = new List<Refusal>(await ClosedAsync(command.OrganisationId, stop));
            refusals.AddRange(CheckMatter(letter, matter));
            refusals.AddRange(LetterRemarks.Check(remark, "Remark", isRequired: false));
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            var limits = await dates.LimitsAsync(letter.Kind, command.IsComplex, letter.LimitFrom, stop);
            letter.Assign(command.OrganisationId, command.IsComplex, matter, limits, _seals.SealOrNull(letter.Id, LetterSeals.Remark, remark), now, command.By);
            await mail.ArrivedAsync(letter, stop);
            return Outcome.Done;
        }, stop);

    /// <summary>Passes it on to another organisation, with a reason that the writer reads.</summary>
    public Task<Outcome> TransferAsync(TransferLetter command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.Transfer, async (letter, now) =>
        {
            var reason = LetterText.Clean(command.Reason);
            var refusals = new List<Refusal>(LetterRemarks.Check(reason, "Reason"));
            refusals.AddRange(await ClosedAsync(command.OrganisationId, stop));
            if (command.OrganisationId == letter.OrganisationId) refusals.Add(new Refusal("Letter.TransferToItself", "OrganisationId"));
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            letter.Transfer(command.OrganisationId, _seals.Seal(letter.Id, LetterSeals.Remark, reason), now, command.By);
            await mail.ArrivedAsync(letter, stop);
            return Outcome.Done;
        }, stop);

    /// <summary>Gives it back to the office, which decides anew whose it is.</summary>
    public Task<Outcome> SendBackAsync(SendBackLetter command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.SendBack, async (letter, now) =>
        {
            var reason = LetterText.Clean(command.Reason);
            if (LetterRemarks.Check(reason, "Reason") is { Count: > 0 } refusals) return Outcome.Refused(refusals);
            var officeId = await db.Organisations.Where(o => o.Slug == office.Value.Slug).Select(o => o.Id).SingleAsync(stop);
            var triage = (await dates.LimitsAsync(letter.Kind, letter.IsComplex, clock.Today, stop)).TriageDueOn;
            letter.SendBack(officeId, clock.Today, triage, _seals.Seal(letter.Id, LetterSeals.Remark, reason), now, command.By);
            return Outcome.Done;
        }, stop);

    /// <summary>Directs the writer elsewhere, in writing, with address, phone and basis.</summary>
    public Task<Outcome> DirectAsync(DirectLetter command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.Direct, async (letter, now) =>
        {
            var remark = LetterText.Clean(command.Remark);
            if (LetterRemarks.Check(remark, "Remark", isRequired: false) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
            if (PersonalDataFinder.Find(remark).Count > 0) return Outcome.Refused("Letter.RemarkHasPersonalData", "Remark");
            var channel = await db.LetterChannels.AsNoTracking().SingleOrDefaultAsync(c => c.Kind == command.Channel, stop);
            if (channel is not { IsComplete: true }) return Outcome.Refused("Letter.ChannelIncomplete", "Channel");
            letter.Direct(command.Channel, Write(channel, remark), now, command.By);
            return Outcome.Done;
        }, stop);

    /// <summary>Does not take it up.</summary>
    public Task<Outcome> DeclineAsync(DeclineLetter command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.Decline, (letter, now) =>
        {
            var remark = LetterText.Clean(command.Remark);
            var refusals = LetterRemarks.Check(remark, "Remark", isRequired: false);
            if (!Enum.IsDefined(command.Reason)) refusals = [.. refusals, new Refusal("Letter.DeclineReasonMissing", "Reason")];
            if (refusals.Count > 0) return Task.FromResult(Outcome.Refused(refusals));
            letter.Decline(command.Reason, _seals.SealOrNull(letter.Id, LetterSeals.Remark, remark), now, command.By);
            return Task.FromResult(Outcome.Done);
        }, stop);

    /// <summary>Merges it into another letter of the same organisation; the office, while it decides, into any.</summary>
    public Task<Outcome> MergeAsync(MergeLetter command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.Merge, async (letter, now) =>
        {
            var number = command.IntoNumber.Trim();
            var into = await db.Letters.SingleOrDefaultAsync(l => l.Number == number, stop);
            if (into is null || (letter.State != LetterState.AwaitingTriage && into.OrganisationId != letter.OrganisationId))
                return Outcome.Refused("Letter.MergeTargetUnknown", "Into");
            letter.Merge(into, await db.Letters.AnyAsync(l => l.MergedIntoId == letter.Id, stop), now, command.By);
            return Outcome.Done;
        }, stop);

    private async Task<IReadOnlyList<Refusal>> ClosedAsync(Guid organisationId, CancellationToken stop)
    {
        var found = await db.Organisations.AsNoTracking().Where(o => o.Id == organisationId)
            .Select(o => new { o.ShortName, o.IsActive, Successor = db.Organisations.Where(s => s.Id == o.SuccessorId).Select(s => s.ShortName).FirstOrDefault() }).SingleOrDefaultAsync(stop);
        return found is null ? [new Refusal("Letter.AddresseeGone", "OrganisationId")]
            : found.IsActive ? []
            : found.Successor is { } successor ? [new Refusal("Letter.OrganisationMerged", "OrganisationId", found.ShortName, successor)]
            : [new Refusal("Letter.OrganisationClosed", "OrganisationId", found.ShortName)];
    }

    /// <summary>The few words for lists are read by everybody in the office, so they name nobody.</summary>
    private IEnumerable<Refusal> CheckMatter(Letter letter, string matter)
    {
        if (matter.Length > Letter.MatterLength) yield return new Refusal("Letter.MatterTooLong", "Matter", Letter.MatterLength);
        if (ChineseText.HasForbiddenCharacters(matter)) yield return new Refusal("Text.ForbiddenCharacters", "Matter");
        foreach (var refusal in LetterMask.Unmasked("Matter", matter, _seals.Open(letter.Original!))) yield return refusal;
    }

    internal static string Write(LetterChannel channel, string remark)
    {
        var text = new StringBuilder($"您反映的事项属于{channel.Name}受理范围，不在本栏目办理。请联系：{channel.Name}，地址：{channel.Address}，电话：{channel.Phone}。依据：{channel.Basis}。");
        if (remark.Length > 0) text.Append(remark);
        return text.Length <= Letter.DirectionLength ? text.ToString() : text.ToString(0, Letter.DirectionLength);
    }
}

/// <summary>What a reason or remark must be.</summary>
internal static class LetterRemarks
{
    /// <summary>Every reason why it cannot be kept; asked of the cleaned text.</summary>
    public static IReadOnlyList<Refusal> Check(string text, string field, bool isRequired = true, int most = Letter.ReasonLength)
    {
        if (isRequired && text.Length == 0) return [new Refusal("Letter.ReasonMissing", field)];
        return text.Length > most ? [new Refusal("Letter.ReasonTooLong", field, most, text.Length)] : [];
    }
}
