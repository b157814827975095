using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>Hands a reply in for review.</summary>
public sealed record SubmitLetterReply(Guid Id, int SeenRevision, string Text, Adoption? Adoption, string AdoptionReason, Guid By);

/// <summary>Another person approves the reply, or sends it back with a remark.</summary>
public sealed record ReviewLetterReply(Guid Id, int SeenRevision, bool Approves, string Remark, Guid By);

/// <summary>Another organisation is asked for its part.</summary>
public sealed record AskLetterPart(Guid Id, int SeenRevision, Guid OrganisationId, string Question, Guid By);

/// <summary>The organisation that was asked gives its part.</summary>
public sealed record GiveLetterPart(Guid Id, int SeenRevision, Guid OrganisationId, string Text, Guid By);

/// <summary>The lead organisation does without a part.</summary>
public sealed record DropLetterPart(Guid Id, int SeenRevision, Guid PartId, Guid By);

/// <summary>More time is asked for.</summary>
public sealed record ProposeLetterExtension(Guid Id, int SeenRevision, int Days, string Reason, Guid By);

/// <summary>Another person decides about more time.</summary>
public sealed record DecideLetterExtension(Guid Id, int SeenRevision, bool Confirms, string Remark, Guid By);

/// <summary>Replies, parts of joint answers and extensions. Who may is asked by the page, for the organisation.</summary>
public sealed class LetterReplies(
    DisclosureDb db, LetterStore store, BusinessClock clock, LetterDates dates, LetterMail mail, FieldSealer sealer, IOptions<LetterOptions> options)
{
    /// <summary>Longest reply and part.</summary>
    public const int ReplyLength = 5000;

    private readonly LetterSeals _seals = new(sealer);

    /// <summary>Hands a reply in. A suggestion needs 采纳 or not, with the reason.</summary>
    public Task<Outcome> SubmitAsync(SubmitLetterReply command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.SubmitReply, async (letter, now) =>
        {
            var text = LetterText.Clean(command.Text);
            var refusals = new List<Refusal>(LetterRemarks.Check(text, "Text", most: ReplyLength));
            var (adoption, why) = letter.Kind == LetterKind.Suggestion ? (command.Adoption, LetterText.Clean(command.AdoptionReason)) : (null, "");
            if (letter.Kind == LetterKind.Suggestion) refusals.AddRange(CheckAdoption(letter, adoption, why));
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            letter.SubmitReply(new LetterReplyText(_seals.Seal(letter.Id, LetterSeals.Reply, text), adoption, why), now, command.By);
            await mail.WaitsAsync(letter, "答复", stop);
            return Outcome.Done;
        }, stop);

    /// <summary>Approves, and the writer reads it from then on; or sends it back.</summary>
    public Task<Outcome> ReviewAsync(ReviewLetterReply command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, command.Approves ? LetterAct.Answer : LetterAct.ReturnReply, async (letter, now) =>
        {
            var remark = LetterText.Clean(command.Remark);
            if (LetterRemarks.Check(remark, "Remark", isRequired: !command.Approves) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
            if (command.Approves) letter.Approve(await dates.DaysSinceAsync(letter.ReceivedOn, clock.Today, stop), clock.Today, now, command.By);
            else letter.ReturnReply(_seals.Seal(letter.Id, LetterSeals.Remark, remark), now, command.By);
            return Outcome.Done;
        }, stop);

    /// <summary>Asks another organisation for its part.</summary>
    public Task<Outcome> AskPartAsync(AskLetterPart command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.AskPart, async (letter, now) =>
        {
            var question = LetterText.Clean(command.Question);
            var refusals = new List<Refusal>(LetterRemarks.Check(question, "Question"));
            if (!await db.Organisations.AnyAsync(o => o.Id == command.OrganisationId && o.IsActive, stop)) refusals.Add(new Refusal("Letter.AddresseeGone", "OrganisationId"));
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            letter.AskPart(command.OrganisationId, _seals.Seal(letter.Id, LetterSeals.Part, question), now, command.By);
            await mail.PartAskedAsync(letter, command.OrganisationId, stop);
            return Outcome.Done;
        }, stop);

    /// <summary>Gives the part of the organisation that was asked.</summary>
    public Task<Outcome> GivePartAsync(GiveLetterPart command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.GivePart, (letter, now) =>
        {
            var text = LetterText.Clean(command.Text);
            if (LetterRemarks.Check(text, "Text", most: ReplyLength) is { Count: > 0 } refusals) return Task.FromResult(Outcome.Refused(refusals));
            letter.GivePart(command.OrganisationId, _seals.Seal(letter.Id, LetterSeals.Part, text), now, command.By);
            return Task.FromResult(Outcome.Done);
        }, stop);

    /// <summary>Does without a part that was asked for.</summary>
    public Task<Outcome> DropPartAsync(DropLetterPart command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.DropPart, (letter, now) =>
        {
            letter.DropPart(command.PartId, now, command.By);
            return Task.FromResult(Outcome.Done);
        }, stop);

    /// <summary>Asks for more time; nothing moves before another person agrees.</summary>
    public Task<Outcome> ProposeExtensionAsync(ProposeLetterExtension command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.ProposeExtension, async (letter, now) =>
        {
            var reason = LetterText.Clean(command.Reason);
            if (LetterRemarks.Check(reason, "Reason") is { Count: > 0 } refusals) return Outcome.Refused(refusals);
            letter.ProposeExtension(command.Days, options.Value.ExtensionDays, _seals.Seal(letter.Id, LetterSeals.Remark, reason), clock.Today, now, command.By);
            await mail.WaitsAsync(letter, "延期申请", stop);
            return Outcome.Done;
        }, stop);

    /// <summary>Agrees, and the date moves; or does not.</summary>
    public Task<Outcome> DecideExtensionAsync(DecideLetterExtension command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, command.Confirms ? LetterAct.ConfirmExtension : LetterAct.RefuseExtension, async (letter, now) =>
        {
            var remark = LetterText.Clean(command.Remark);
            if (LetterRemarks.Check(remark, "Remark", isRequired: !command.Confirms) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
            if (command.Confirms)
                letter.ConfirmExtension(await dates.AfterAsync(letter.LimitFrom, letter.LimitDays + (letter.Extension?.Days ?? 0), stop), now, command.By);
            else letter.RefuseExtension(_seals.Seal(letter.Id, LetterSeals.Remark, remark), now, command.By);
            return Outcome.Done;
        }, stop);

    /// <summary>The word on a suggestion is read by everybody, so it names nobody.</summary>
    private IEnumerable<Refusal> CheckAdoption(Letter letter, Adoption? adoption, string why)
    {
        if (adoption is null || !Enum.IsDefined(adoption.Value)) yield return new Refusal("Letter.AdoptionMissing", "Adoption");
        foreach (var refusal in LetterRemarks.Check(why, "AdoptionReason")) yield return refusal;
        if (ChineseText.HasForbiddenCharacters(why)) yield return new Refusal("Text.ForbiddenCharacters", "AdoptionReason");
        foreach (var refusal in LetterMask.Unmasked("AdoptionReason", why, _seals.Open(letter.Original!))) yield return refusal;
    }
}
