using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>A case as a member of staff sees it.</summary>
public sealed record LetterSheet
{
    public required Letter Letter { get; init; }

    /// <summary>The person handles the case and reads the writer's words; else everything sealed is empty.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The writer's words.</summary>
    public LetterText Writing { get; init; } = new("", "");

    /// <summary>What the writer added when asking again.</summary>
    public string Again { get; init; } = "";

    /// <summary>Answers the writer has read, in order.</summary>
    public IReadOnlyList<LetterAnswerText> Answers { get; init; } = [];

    /// <summary>The reply that waits for review, or the last one that was sent back.</summary>
    public string Draft { get; init; } = "";

    public IReadOnlyList<LetterPartText> Parts { get; init; } = [];

    public IReadOnlyList<LetterFileName> Files { get; init; } = [];

    public string ExtensionReason { get; init; } = "";

    public IReadOnlyList<LetterStepText> Steps { get; init; } = [];

    public string OrganisationName { get; init; } = "";

    /// <summary>Number of the letter it was merged into; empty where it was not.</summary>
    public string MergedInto { get; init; } = "";

    /// <summary>Working days for triage.</summary>
    public int TriageDays { get; init; }

    /// <summary>How many letters get their answer from this one.</summary>
    public int MergedHere { get; init; }
}

/// <summary>An answer that was given.</summary>
public sealed record LetterAnswerText(int Round, string Text, DateTime At, Adoption? Adoption, string AdoptionReason);

/// <summary>The part of an organisation in an answer.</summary>
public sealed record LetterPartText(Guid Id, Guid OrganisationId, string OrganisationName, string Question, string Text, DateTime AskedAt, DateTime? GivenAt, DateTime? DroppedAt);

/// <summary>A file by its name.</summary>
public sealed record LetterFileName(int Ordinal, string Name, long Size);

/// <summary>A row of the history as it is read.</summary>
public sealed record LetterStepText(LetterAct Act, DateTime At, string OrganisationName, string Other, string Remark, string By);

/// <summary>Opens cases for staff. Each look at a writer's words leaves an audit row, in the same breath.</summary>
public sealed class LetterCases(DisclosureDb db, BusinessClock clock, FieldSealer sealer, LetterFiles files, IOptions<LetterOptions> options)
{
    private readonly LetterSeals _seals = new(sealer);

    /// <summary>The case, if it is one of the organisations'; with the writer's words only for those who handle it.</summary>
    /// <param name="rights">What the person may do and where.</param>
    /// <param name="id">The letter.</param>
    /// <param name="by">The person.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<LetterSheet?> OpenAsync(StaffRights rights, Guid id, Guid by, CancellationToken stop = default)
    {
        var letter = await LetterStore.Whole(db.Letters.AsNoTracking()).Within(rights.ScopeOf(Permission.LettersView)).SingleOrDefaultAsync(l => l.Id == id, stop);
        if (letter is null) return null;
        var isOpen = rights.MayReadOriginal(letter);
        if (isOpen)
        {
            db.Add(AuditEntry.Record(clock.Now, by, LetterTransitions.Look, letter.OrganisationId, letter.Id, letter.Number));
            await db.SaveChangesAsync(stop);
        }

        var organisations = await NamesAsync(letter, stop);
        var acted = letter.Steps.Select(s => s.By).OfType<Guid>().Distinct().ToList();
        var people = await db.Users.AsNoTracking().Where(u => acted.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        string Open(string field, SealedText? text) => isOpen ? _seals.Open(id, field, text) : "";
        string NameOf(Guid? organisation) => organisation is { } o ? organisations.GetValueOrDefault(o, "") : "";
        return new LetterSheet
        {
            Letter = letter,
            IsOpen = isOpen,
            Writing = isOpen ? _seals.Open(letter.Original!) : new LetterText("", ""),
            Again = Open(LetterSeals.Again, letter.Original!.Again),
            Answers = isOpen ? AnswersOf(letter, _seals) : [],
            Draft = Open(LetterSeals.Reply, (letter.OpenReply ?? letter.Replies.Where(r => r.AnsweredAt is null).MaxBy(r => r.SubmittedAt))?.Text),
            Parts = [.. letter.Parts.OrderBy(p => p.AskedAt).Select(p => new LetterPartText(
                p.Id, p.OrganisationId, NameOf(p.OrganisationId), Open(LetterSeals.Part, p.Question), Open(LetterSeals.Part, p.Text), p.AskedAt, p.GivenAt, p.DroppedAt))],
            Files = isOpen ? [.. letter.Files.Where(f => f.Hash.Length > 0).OrderBy(f => f.Ordinal).Select(f => new LetterFileName(f.Ordinal, _seals.Open(id, LetterSeals.FileName, f.Name), f.Size))] : [],
            ExtensionReason = Open(LetterSeals.Remark, letter.Extension?.Reason),
            Steps = [.. letter.Steps.OrderBy(s => s.Number).Select(s => new LetterStepText(
                s.Act, s.At, NameOf(s.OrganisationId), NameOf(s.OtherId), isOpen ? RemarkOf(s, _seals) : "", s.By is { } person ? people.GetValueOrDefault(person, StaffNames.Gone) : ""))],
            OrganisationName = NameOf(letter.OrganisationId),
            TriageDays = options.Value.TriageDays,
            MergedInto = letter.MergedIntoId is { } into ? await db.Letters.Where(l => l.Id == into).Select(l => l.Number).SingleAsync(stop) : "",
            MergedHere = await db.Letters.CountAsync(l => l.MergedIntoId == id, stop),
        };
    }

    /// <summary>A file of a case, for those who handle it; fetching it is a look.</summary>
    public async Task<(string Name, Stream Content)?> OpenFileAsync(StaffRights rights, Guid id, int ordinal, Guid by, CancellationToken stop = default)
    {
        var letter = await LetterStore.Whole(db.Letters.AsNoTracking()).Within(rights.ScopeOf(Permission.LettersView)).SingleOrDefaultAsync(l => l.Id == id, stop);
        if (letter is null || !rights.MayReadOriginal(letter)) return null;
        if (letter.Files.FirstOrDefault(f => f.Ordinal == ordinal && f.Hash.Length > 0) is not { } file) return null;
        db.Add(AuditEntry.Record(clock.Now, by, LetterTransitions.Look, letter.OrganisationId, letter.Id, letter.Number, $"附件{ordinal}"));
        await db.SaveChangesAsync(stop);
        return (_seals.Open(id, LetterSeals.FileName, file.Name), await files.OpenAsync(file.Hash, stop));
    }

    internal static IReadOnlyList<LetterAnswerText> AnswersOf(Letter letter, LetterSeals seals) =>
    [
        .. letter.Replies.Where(r => r.AnsweredAt is not null).OrderBy(r => r.Round)
            .Select(r => new LetterAnswerText(r.Round, seals.Open(letter.Id, LetterSeals.Reply, r.Text), r.AnsweredAt!.Value, r.Adoption, r.AdoptionReason)),
    ];

    /// <summary>A question to another organisation was sealed as part of the answer, every other remark as a remark.</summary>
    internal static string RemarkOf(LetterStep step, LetterSeals seals) =>
        seals.Open(step.LetterId, step.Act == LetterAct.AskPart ? LetterSeals.Part : LetterSeals.Remark, step.Remark);

    private async Task<Dictionary<Guid, string>> NamesAsync(Letter letter, CancellationToken stop)
    {
        var ids = letter.Steps.SelectMany(s => new[] { s.OrganisationId, s.OtherId ?? s.OrganisationId }).Concat(letter.Parts.Select(p => p.OrganisationId)).Append(letter.OrganisationId).Distinct().ToList();
        return await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, stop);
    }
}
