using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>What a writer learns with number and query code.</summary>
public sealed record TrackedLetter
{
    public string Number { get; init; } = "";

    public LetterKind Kind { get; init; }

    public LetterState State { get; init; }

    public DateOnly ReceivedOn { get; init; }

    public string OrganisationName { get; init; } = "";

    public bool IsComplex { get; init; }

    public DateOnly LimitFrom { get; init; }

    public int LimitDays { get; init; }

    /// <summary>Last day for the answer; null once nothing is to be done.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The answer is late, by so much.</summary>
    public Lateness? Late { get; init; }

    /// <summary>Where it went, in order.</summary>
    public IReadOnlyList<LetterStepText> Chain { get; init; } = [];

    /// <summary>It is answered together with another letter.</summary>
    public bool IsMerged { get; init; }

    public IReadOnlyList<LetterAnswerText> Answers { get; init; } = [];

    public string Direction { get; init; } = "";

    public LetterDeclineReason? DeclineReason { get; init; }

    public Satisfaction? Satisfaction { get; init; }

    public bool MayRate { get; init; }

    public bool MayReopen { get; init; }

    /// <summary>Last day on which the writer may ask again.</summary>
    public DateOnly LastReopeningDay { get; init; }

    /// <summary>The masked page is public.</summary>
    public bool IsPublic { get; init; }

    public bool WantsPublic { get; init; }

    /// <summary>The own letter; null without the second secret or once deleted by rule.</summary>
    public LetterText? Writing { get; init; }

    public bool IsForgotten { get; init; }
}

/// <summary>
/// For writers, who have no account: number and query code show where the letter stands and the answer; the second secret also opens
/// the own letter and lets them ask again. A wrong code and a number that does not exist are the same.
/// </summary>
public sealed class LetterTracking(DisclosureDb db, LetterStore store, BusinessClock clock, LetterDates dates, LetterMail mail, FieldSealer sealer)
{
    // What the writer reads of the history. How staff got there is not the writer's business.
    private static readonly HashSet<LetterAct> Shown =
        [LetterAct.Receive, LetterAct.Assign, LetterAct.Transfer, LetterAct.SendBack, LetterAct.Direct, LetterAct.Decline, LetterAct.Merge, LetterAct.ConfirmExtension, LetterAct.Answer, LetterAct.Reopen];

    // The remarks among them that are written for the writer.
    private static readonly HashSet<LetterAct> Told = [LetterAct.Transfer, LetterAct.SendBack, LetterAct.Decline, LetterAct.ConfirmExtension];

    // Compared where there is no letter, so that both ways do the same work.
    private static readonly string NoHash = new('0', QueryCode.HashLength);

    private readonly LetterSeals _seals = new(sealer);

    /// <summary>Where the letter stands; null for a wrong number or code.</summary>
    public async Task<TrackedLetter?> OpenAsync(string? number, string? code, string? secret = null, CancellationToken stop = default)
    {
        if (await FindAsync(number, code, stop) is not { } letter) return null;
        var answering = letter.MergedIntoId is { } into ? await LetterStore.Whole(db.Letters.AsNoTracking()).SingleAsync(l => l.Id == into, stop) : letter;
        var lastDay = await dates.LastReopeningDayAsync(letter, stop);
        var names = await NamesAsync(letter, answering, stop);
        var isOpen = LetterTransitions.IsOpen(answering.State);
        return new TrackedLetter
        {
            Number = letter.Number,
            Kind = letter.Kind,
            State = answering.State,
            ReceivedOn = letter.ReceivedOn,
            OrganisationName = names[answering.OrganisationId],
            IsComplex = answering.IsComplex,
            LimitFrom = answering.LimitFrom,
            LimitDays = answering.LimitDays,
            DueOn = isOpen ? answering.AnswerDueOn : null,
            Late = isOpen ? await dates.LatenessAsync(answering.AnswerDueOn, clock.Today, stop) : null,
            Chain = [.. letter.Steps.Where(s => Shown.Contains(s.Act)).OrderBy(s => s.Number).Select(s => new LetterStepText(
                s.Act, s.At, names[s.OrganisationId], s.OtherId is { } other ? names[other] : "", Told.Contains(s.Act) ? LetterCases.RemarkOf(s, _seals) : "", ""))],
            IsMerged = letter.MergedIntoId is not null,
            Answers = LetterCases.AnswersOf(answering, _seals),
            Direction = answering.Direction,
            DeclineReason = answering.DeclineReason,
            Satisfaction = letter.Satisfaction,
            MayRate = letter.State == LetterState.Answered && letter.Satisfaction is null,
            MayReopen = letter.CheckReopening(lastDay, clock.Today).Count == 0,
            LastReopeningDay = lastDay,
            IsPublic = letter.Publicity == LetterPublicity.Published,
            WantsPublic = letter.WantsPublic,
            Writing = letter.ForgottenAt is null && IsSecretOf(letter, secret) ? _seals.Open(letter.Original!) : null,
            IsForgotten = letter.ForgottenAt is not null,
        };
    }

    /// <summary>Says once how content the writer is.</summary>
    public async Task<Outcome> RateAsync(string? number, string? code, Satisfaction satisfaction, CancellationToken stop = default)
    {
        if (await FindAsync(number, code, stop) is not { } seen) return Outcome.Refused("Letter.CodeWrong");
        if (!Enum.IsDefined(satisfaction)) return Outcome.Refused("Letter.SatisfactionMissing", "Satisfaction");
        return await ActAsync(seen, LetterAct.Rate, (letter, now) =>
        {
            letter.Rate(satisfaction, now);
            return Task.FromResult(Outcome.Done);
        }, stop);
    }

    /// <summary>Asks once again, with what is still missing. It takes the second secret.</summary>
    public async Task<Outcome> ReopenAsync(string? number, string? code, string? secret, string text, CancellationToken stop = default)
    {
        if (await FindAsync(number, code, stop) is not { } seen) return Outcome.Refused("Letter.CodeWrong");
        if (!IsSecretOf(seen, secret)) return Outcome.Refused("Letter.SecretWrong", "Secret");
        var again = LetterText.Clean(text);
        if (LetterRemarks.Check(again, "Again", most: LetterText.TextLength) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await ActAsync(seen, LetterAct.Reopen, async (letter, now) =>
        {
            var (today, lastDay) = (clock.Today, await dates.LastReopeningDayAsync(letter, stop));
            letter.Reopen(_seals.Seal(letter.Id, LetterSeals.Again, again), await dates.LimitsAsync(letter.Kind, letter.IsComplex, today, stop), lastDay, today, now);
            await mail.ArrivedAsync(letter, stop);
            return Outcome.Done;
        }, stop);
    }

    private async Task<Outcome> ActAsync(Letter seen, LetterAct act, Func<Letter, DateTime, Task<Outcome>> change, CancellationToken stop) =>
        await store.FindAsync(seen.Id, stop) is { } letter ? await store.ActAsync(letter, null, act, change, stop) : Outcome.NotFound;

    private async Task<Letter?> FindAsync(string? number, string? typed, CancellationToken stop)
    {
        if (!QueryCode.TryParse(typed, out var code)) code = QueryCode.New();
        var written = ChineseText.ToHalfWidth(number ?? "").Trim();
        var hash = written.Length is 0 or > Letter.NumberLength ? null : await db.Letters.Where(l => l.Number == written).Select(l => l.CodeHash).SingleOrDefaultAsync(stop);
        return code.Matches(hash ?? NoHash) ? await LetterStore.Whole(db.Letters.AsNoTracking()).SingleAsync(l => l.Number == written, stop) : null;
    }

    private static bool IsSecretOf(Letter letter, string? secret) => QueryCode.TryParse(secret, out var code) && code.Matches(letter.SecretHash);

    private async Task<Dictionary<Guid, string>> NamesAsync(Letter letter, Letter answering, CancellationToken stop)
    {
        var ids = letter.Steps.SelectMany(s => new[] { s.OrganisationId, s.OtherId ?? s.OrganisationId }).Append(answering.OrganisationId).Distinct().ToList();
        return await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, stop);
    }
}
