using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>Hands the public texts in.</summary>
public sealed record ProposePublicLetter(Guid Id, int SeenRevision, PublicLetterText Text, Guid By);

/// <summary>Another person publishes the texts, or sends them back.</summary>
public sealed record DecidePublicLetter(Guid Id, int SeenRevision, bool Publishes, string Remark, Guid By);

/// <summary>Closes a public page.</summary>
public sealed record TakeDownLetter(Guid Id, int SeenRevision, string Reason, Guid By);

/// <summary>Makes letters public, masked, and frequently asked questions of them.</summary>
public sealed class LetterPublishing(DisclosureDb db, LetterStore store, BusinessClock clock, LetterMail mail, FieldSealer sealer)
{
    /// <summary>What the audit log calls making, changing and removing a question.</summary>
    public const string MakeAct = "LetterQuestion.Make", ChangeAct = "LetterQuestion.Change", RemoveAct = "LetterQuestion.Remove";

    private readonly LetterSeals _seals = new(sealer);

    /// <summary>The public texts as the machine masks them, for a person to finish.</summary>
    /// <param name="sheet">The opened case.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<PublicLetterText> DraftAsync(LetterSheet sheet, CancellationToken stop = default)
    {
        var rules = await RulesAsync(stop);
        string Masked(string text) => LetterMask.Propose(text, sheet.Writing, rules);
        return new PublicLetterText(
            ShortText.Start(Masked(sheet.Writing.Title), Letter.PublicTitleLength), Masked(sheet.Writing.Text), Masked(sheet.Answers is [.., var last] ? last.Text : ""), sheet.Letter.DomainId);
    }

    /// <summary>Hands the public texts in; what is not masked is refused and nothing is kept.</summary>
    public Task<Outcome> ProposeAsync(ProposePublicLetter command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.ProposePublication, async (letter, now) =>
        {
            var text = command.Text with { Title = command.Text.Title.Trim(), Question = LetterText.Clean(command.Text.Question), Answer = LetterText.Clean(command.Text.Answer) };
            var found = new List<Refusal>(letter.CheckPublication());
            if (text.DomainId is { } domain && !await db.Domains.AnyAsync(d => d.Id == domain, stop)) found.Add(new Refusal("Letter.DomainUnknown", "DomainId"));
            var writer = _seals.Open(letter.Original!);
            found.AddRange(LetterMask.Check(text, writer));
            if (found.Count > 0) return Outcome.Refused(found);
            letter.ProposePublication(text, LetterMask.Name(writer.Name, await RulesAsync(stop)), [], now, command.By);
            await mail.WaitsAsync(letter, "公开稿", stop);
            return Outcome.Done;
        }, stop);

    /// <summary>Publishes, after looking for unmasked data once more; or sends the texts back.</summary>
    public Task<Outcome> DecideAsync(DecidePublicLetter command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, command.Publishes ? LetterAct.Publish : LetterAct.ReturnPublication, (letter, now) =>
        {
            var remark = LetterText.Clean(command.Remark);
            if (LetterRemarks.Check(remark, "Remark", isRequired: !command.Publishes) is { Count: > 0 } refusals) return Task.FromResult(Outcome.Refused(refusals));
            if (command.Publishes) letter.Publish(LetterMask.Check(TextOf(letter), _seals.Open(letter.Original!)), now, command.By);
            else letter.ReturnPublication(_seals.Seal(letter.Id, LetterSeals.Remark, remark), now, command.By);
            return Task.FromResult(Outcome.Done);
        }, stop);

    /// <summary>Closes a public page at once, with every question made from it.</summary>
    public Task<Outcome> TakeDownAsync(TakeDownLetter command, CancellationToken stop = default) =>
        store.ActAsync(command.Id, command.SeenRevision, command.By, LetterAct.TakeDown, async (letter, now) =>
        {
            var reason = LetterText.Clean(command.Reason);
            var refusals = new List<Refusal>(LetterRemarks.Check(reason, "Reason"));
            refusals.AddRange(LetterMask.Unmasked("Reason", reason, _seals.Open(letter.Original!)));
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            var was = TextOf(letter);
            letter.TakeDown(reason, _seals.Seal(letter.Id, LetterSeals.Remark, $"{was.Title}\n\n{was.Question}\n\n{was.Answer}"), now, command.By);
            foreach (var question in await db.LetterQuestions.Where(q => q.LetterId == letter.Id && q.RemovedAt == null).ToListAsync(stop))
            {
                question.Remove(now);
                Note(question, letter, RemoveAct, now, command.By);
            }

            return Outcome.Done;
        }, stop);

    /// <summary>Makes a frequently asked question of a public letter.</summary>
    public async Task<OutcomeOf<Guid>> MakeQuestionAsync(string number, string question, string answer, Guid by, CancellationToken stop = default)
    {
        var letter = await db.Letters.SingleOrDefaultAsync(l => l.Number == number, stop);
        if (letter is null) return Outcome.NotFound;
        var (now, id) = (clock.Now, Guid.CreateVersion7(clock.Now));
        var outcome = await db.ActAndSaveAsync(() =>
        {
            var made = LetterQuestion.Of(id, letter, question, answer, now, by);
            db.Add(made);
            Note(made, letter, MakeAct, now, by);
        }, stop);
        return outcome.IsDone ? id : outcome;
    }

    /// <summary>Changes a question, or takes it off.</summary>
    public async Task<Outcome> ChangeQuestionAsync(Guid id, int seenRevision, (string Question, string Answer)? text, Guid by, CancellationToken stop = default)
    {
        var question = await db.LetterQuestions.SingleOrDefaultAsync(q => q.Id == id, stop);
        if (question is null) return Outcome.NotFound;
        if (question.Revision != seenRevision) return Outcome.EditedMeanwhile;
        var (now, letter) = (clock.Now, await db.Letters.SingleAsync(l => l.Id == question.LetterId, stop));
        return await db.ActAndSaveAsync(() =>
        {
            if (text is { } changed) question.Change(changed.Question, changed.Answer, now);
            else question.Remove(now);
            Note(question, letter, text is null ? RemoveAct : ChangeAct, now, by);
        }, stop);
    }

    private static PublicLetterText TextOf(Letter letter) => new(letter.PublicTitle, letter.PublicQuestion, letter.PublicAnswer, letter.DomainId);

    private async Task<MaskingRules> RulesAsync(CancellationToken stop) => new(await db.MaskingRules.AsNoTracking().ToListAsync(stop));

    private void Note(LetterQuestion question, Letter letter, string act, DateTime now, Guid by) =>
        db.Add(AuditEntry.Record(now, by, act, letter.OrganisationId, question.Id, letter.Number, question.Question));
}
