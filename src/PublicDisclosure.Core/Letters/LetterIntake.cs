using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>A letter as it is sent.</summary>
/// <param name="SubmissionId">Given out with the form.</param>
/// <param name="Kind">What the writer wants.</param>
/// <param name="OrganisationSlug">Whom; empty for 不知道找谁.</param>
/// <param name="Text">What was typed.</param>
/// <param name="WantsPublic">Consent to a masked public page.</param>
/// <param name="AboutPath">Page it was asked from; anything but a path of this site is left out.</param>
/// <param name="Files">What comes with it.</param>
public sealed record SendLetter(Guid SubmissionId, LetterKind Kind, string OrganisationSlug, LetterText Text, bool WantsPublic, string AboutPath = "", IReadOnlyList<Upload>? Files = null);

/// <summary>What the writer takes home. The codes are told once and kept as hashes only.</summary>
public sealed record LetterReceipt(Guid Id, string Number, string Code, string Secret, DateOnly DueOn);

/// <summary>Takes letters in, from anybody, with nothing but a form.</summary>
public sealed class LetterIntake(
    DisclosureDb db, BusinessClock clock, LetterDates dates, LetterFiles files, LetterMail mail, FieldSealer sealer, IOptions<LetterOptions> options, IOptions<DisclosureOfficeOptions> office)
{
    // A form whose first answer got lost is sent again within minutes.
    private static readonly TimeSpan Resending = TimeSpan.FromMinutes(30);

    /// <summary>Takes a letter in, or says every reason why not.</summary>
    public async Task<OutcomeOf<LetterReceipt>> SendAsync(SendLetter command, CancellationToken stop = default)
    {
        var text = command.Text.Cleaned();
        var refusals = new List<Refusal>(text.Check());
        if (!Enum.IsDefined(command.Kind)) refusals.Add(new Refusal("Letter.KindMissing", "Kind"));
        var addressee = await AddresseeAsync(command.OrganisationSlug, refusals, stop);
        if (refusals.Count > 0) return Outcome.Refused(refusals);

        var fingerprint = await new LetterFingerprints(db, sealer).OfAsync(text, command.Kind, addressee, stop);
        if (await SameAsync(command, fingerprint, stop) is { } same) return same;
        var received = await files.ReceiveAsync(command.Files ?? [], stop);
        if (!received.IsDone) return received.Outcome;
        return await KeepAsync(command, text, addressee, fingerprint, received.Value!, stop);
    }

    /// <summary>The whole city's organisations that can be written to; the office takes what has no addressee.</summary>
    private async Task<Guid?> AddresseeAsync(string slug, List<Refusal> refusals, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(slug)) return null;
        var found = await db.Organisations.AsNoTracking().Where(o => o.Slug == slug).Select(o => new { o.Id, o.IsActive }).SingleOrDefaultAsync(stop);
        if (found is not { IsActive: true }) refusals.Add(new Refusal("Letter.AddresseeGone", "Organisation"));
        return found?.Id;
    }

    /// <summary>
    /// The same form sent twice gets new codes, as the first answer may never have arrived; the same letter by another form is one
    /// letter already, and the writer is told so.
    /// </summary>
    private async Task<OutcomeOf<LetterReceipt>?> SameAsync(SendLetter command, string fingerprint, CancellationToken stop)
    {
        var since = clock.Now.AddDays(-options.Value.SameLetterDays);
        var same = await db.Letters.Where(l => l.Fingerprint == fingerprint && l.ReceivedAt > since).OrderByDescending(l => l.ReceivedAt).FirstOrDefaultAsync(stop);
        if (same is null) return null;
        if (same.SubmissionId != command.SubmissionId || clock.Now - same.ReceivedAt > Resending) return new Refusal("Letter.SameLetter", null, same.ReceivedOn);
        var (code, secret) = (QueryCode.New(), QueryCode.New());
        same.Recode(code.Hash(), secret.Hash());
        var saved = await db.TrySaveAsync(stop);
        return saved.IsDone ? new LetterReceipt(same.Id, same.Number, code.Written, secret.Written, same.AnswerDueOn) : saved;
    }

    private async Task<OutcomeOf<LetterReceipt>> KeepAsync(
        SendLetter command, LetterText text, Guid? addressee, string fingerprint, IReadOnlyList<Storage.ReceivedFile> kept, CancellationToken stop)
    {
        var (now, today) = (clock.Now, clock.Today);
        var officeId = await db.Organisations.Where(o => o.Slug == office.Value.Slug).Select(o => o.Id).SingleAsync(stop);
        var seals = new LetterSeals(sealer);
        var (id, code, secret) = (Guid.CreateVersion7(now), QueryCode.New(), QueryCode.New());
        var letter = Letter.Receive(
            new LetterReceived(id, NumberOf(today), command.SubmissionId, fingerprint, command.Kind, addressee, officeId)
            {
                WantsPublic = command.WantsPublic,
                AboutPath = PathOf(command.AboutPath),
                CodeHash = code.Hash(),
                SecretHash = secret.Hash(),
                Original = seals.Seal(id, text),
                Files = [.. kept.Select((f, i) => new LetterFile(id, i + 1, seals.Seal(id, LetterSeals.FileName, f.FileName), f.Kind, f.Hash, f.Size))],
                Limits = await dates.LimitsAsync(command.Kind, isComplex: false, today, stop),
            }, now);
        db.Add(letter);
        db.Add(AuditEntry.Record(now, null, LetterTransitions.AuditOf(LetterAct.Receive), letter.OrganisationId, id, letter.Number));
        if (letter.State == LetterState.InHand) await mail.ArrivedAsync(letter, stop);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // The same form in the same moment, or a number that was drawn twice: once more, seeing what is there now.
            db.ChangeTracker.Clear();
            return await SameAsync(command, fingerprint, stop) ?? Outcome.EditedMeanwhile;
        }

        return new LetterReceipt(id, letter.Number, code.Written, secret.Written, letter.AnswerDueOn);
    }

    private static string NumberOf(DateOnly today) =>
        today.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "-" + RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    private static string PathOf(string path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && path.Length <= Letter.AboutLength && path.All(c => c is > ' ' and < '\u007f' and not ('\\' or '?' or '#')) ? path : "";
}
