using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>What narrows the public list.</summary>
public sealed record LetterFilter(LetterKind? Kind = null, Guid? OrganisationId = null, Guid? DomainId = null, string Words = "");

/// <summary>A public letter in a list.</summary>
public sealed record PublicLetterRow(Guid Id, string Number, string Title, LetterKind Kind, string OrganisationName, DateOnly ReceivedOn, DateTime AnsweredAt, DateTime PublishedAt);

/// <summary>A public letter.</summary>
public sealed record PublicLetter
{
    public string Number { get; init; } = "";

    public LetterKind Kind { get; init; }

    public LetterPublicity Publicity { get; init; }

    public string Title { get; init; } = "";

    public string Question { get; init; } = "";

    public string Answer { get; init; } = "";

    public string Name { get; init; } = "";

    public string OrganisationName { get; init; } = "";

    public string OrganisationSlug { get; init; } = "";

    public string DomainName { get; init; } = "";

    public string DomainSlug { get; init; } = "";

    public DateOnly ReceivedOn { get; init; }

    public DateOnly LimitFrom { get; init; }

    public int LimitDays { get; init; }

    public DateOnly AnswerDueOn { get; init; }

    public DateTime? AnsweredAt { get; init; }

    public bool IsLate { get; init; }

    public Adoption? Adoption { get; init; }

    public string AdoptionReason { get; init; } = "";

    public string AboutPath { get; init; } = "";

    public DateTime? PublishedAt { get; init; }

    public DateTime? TakenDownAt { get; init; }

    public string TakeDownReason { get; init; } = "";
}

/// <summary>A suggestion with what became of it.</summary>
public sealed record SuggestionRow(Guid Id, string Number, string Title, string OrganisationName, Adoption Adoption, string Reason, DateTime PublishedAt);

/// <summary>A frequently asked question.</summary>
public sealed record QuestionRow(Guid Id, string Question, string Answer, string DomainName, string OrganisationName, string Number, DateTime ChangedAt, int Revision);

/// <summary>What everybody reads of letters: only what was published, masked, and never anything of the original.</summary>
public sealed class LetterReader(DisclosureDb db, BusinessClock clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    /// <summary>Longest search.</summary>
    public const int WordsLength = 60;

    /// <summary>A page of public letters, newest first.</summary>
    public async Task<Page<PublicLetterRow>> ListAsync(LetterFilter filter, ListPosition? after, ListPosition? before, int size = PageSize, CancellationToken stop = default)
    {
        var letters = Public();
        if (filter.Kind is { } kind) letters = letters.Where(l => l.Kind == kind);
        if (filter.OrganisationId is { } organisation) letters = letters.Where(l => l.OrganisationId == organisation);
        if (filter.DomainId is { } domain) letters = letters.Where(l => l.DomainId == domain);
        foreach (var word in filter.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(5))
            letters = letters.Where(l => l.PublicTitle.Contains(word) || l.PublicQuestion.Contains(word) || l.PublicAnswer.Contains(word));
        return await PageAsync(letters, after, before, size, rows => rows.Select(l => new PublicLetterRow(
            l.Id, l.Number, l.PublicTitle, l.Kind, db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.ShortName).First(), l.ReceivedOn, l.FinalAnsweredAt ?? l.ReceivedAt, l.PublishedAt!.Value)),
            r => new ListPosition(r.PublishedAt, r.Id), stop);
    }

    /// <summary>A page of public suggestions with what became of them.</summary>
    public Task<Page<SuggestionRow>> SuggestionsAsync(Adoption? adoption, ListPosition? after, ListPosition? before, CancellationToken stop = default)
    {
        var letters = Public().Where(l => l.Kind == LetterKind.Suggestion && l.Adoption != null);
        if (adoption is { } only) letters = letters.Where(l => l.Adoption == only);
        return PageAsync(letters, after, before, PageSize, rows => rows.Select(l => new SuggestionRow(
            l.Id, l.Number, l.PublicTitle, db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.ShortName).First(), l.Adoption!.Value,
            l.Replies.Where(r => r.AnsweredAt != null).OrderByDescending(r => r.Round).Select(r => r.AdoptionReason).First(), l.PublishedAt!.Value)),
            r => new ListPosition(r.PublishedAt, r.Id), stop);
    }

    /// <summary>A letter that is public or was; null for every other.</summary>
    public Task<PublicLetter?> FindAsync(string number, CancellationToken stop = default) =>
        db.Letters.AsNoTracking().Where(l => l.Number == number && (l.Publicity == LetterPublicity.Published || l.Publicity == LetterPublicity.TakenDown))
            .Select(l => new PublicLetter
            {
                Number = l.Number,
                Kind = l.Kind,
                Publicity = l.Publicity,
                Title = l.PublicTitle,
                Question = l.PublicQuestion,
                Answer = l.PublicAnswer,
                Name = l.PublicName,
                OrganisationName = db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.Name).First(),
                OrganisationSlug = db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.Slug).First(),
                DomainName = db.Domains.Where(d => d.Id == l.DomainId).Select(d => d.Name).FirstOrDefault() ?? "",
                DomainSlug = db.Domains.Where(d => d.Id == l.DomainId).Select(d => d.Slug).FirstOrDefault() ?? "",
                ReceivedOn = l.ReceivedOn,
                LimitFrom = l.LimitFrom,
                LimitDays = l.LimitDays,
                AnswerDueOn = l.AnswerDueOn,
                AnsweredAt = l.FinalAnsweredAt,
                IsLate = l.IsLate,
                Adoption = l.Adoption,
                AdoptionReason = l.Adoption == null ? "" : l.Replies.Where(r => r.AnsweredAt != null).OrderByDescending(r => r.Round).Select(r => r.AdoptionReason).FirstOrDefault() ?? "",
                AboutPath = l.AboutPath,
                PublishedAt = l.PublishedAt,
                TakenDownAt = l.TakenDownAt,
                TakeDownReason = l.TakeDownReason,
            }).SingleOrDefaultAsync(stop);

    /// <summary>Title of the public disclosure at an address, for letters asked from its page; null where there is none.</summary>
    public Task<string?> TitleAtAsync(string address, CancellationToken stop = default) =>
        db.Listings.OnDisplay(clock.Today).AsNoTracking().Where(l => l.Address == address).Select(l => (string?)l.Title).FirstOrDefaultAsync(stop);

    /// <summary>Every frequently asked question, by field of work and newest first.</summary>
    public async Task<IReadOnlyList<QuestionRow>> QuestionsAsync(CancellationToken stop = default) =>
        await db.LetterQuestions.AsNoTracking().Where(q => q.RemovedAt == null).OrderByDescending(q => q.ChangedAt).ThenBy(q => q.Id)
            .Join(db.Letters, q => q.LetterId, l => l.Id, (q, l) => new QuestionRow(
                q.Id, q.Question, q.Answer, db.Domains.Where(d => d.Id == q.DomainId).Select(d => d.Name).FirstOrDefault() ?? "",
                db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.ShortName).First(), l.Number, q.ChangedAt, q.Revision)).ToListAsync(stop);

    /// <summary>Whether there was such a question and somebody took it off.</summary>
    public Task<bool> WasRemovedAsync(Guid questionId, CancellationToken stop = default) => db.LetterQuestions.AnyAsync(q => q.Id == questionId && q.RemovedAt != null, stop);

    private IQueryable<Letter> Public() => db.Letters.AsNoTracking().Where(l => l.Publicity == LetterPublicity.Published);

    private static async Task<Page<T>> PageAsync<T>(
        IQueryable<Letter> letters, ListPosition? after, ListPosition? before, int size, Func<IQueryable<Letter>, IQueryable<T>> shape, Func<T, ListPosition> positionOf, CancellationToken stop)
    {
        var back = before is not null && after is null;
        if (after is { } a) letters = letters.Where(l => l.PublishedAt <= a.At && (l.PublishedAt < a.At || l.Id.CompareTo(a.Id) < 0));
        if (back) letters = letters.Where(l => l.PublishedAt >= before!.At && (l.PublishedAt > before.At || l.Id.CompareTo(before.Id) > 0));
        letters = back ? letters.OrderBy(l => l.PublishedAt).ThenBy(l => l.Id) : letters.OrderByDescending(l => l.PublishedAt).ThenByDescending(l => l.Id);
        return Pages.Of(await shape(letters.Take(size + 1)).ToListAsync(stop), size, back, after is not null, positionOf);
    }
}
