using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Letters;

/// <summary>The heaps of the desk for letters.</summary>
public enum LetterView
{
    /// <summary>待分办</summary>
    Triage,

    /// <summary>待答复</summary>
    InHand,

    /// <summary>待协助答复: the part of this organisation is waited for.</summary>
    Parts,

    /// <summary>待审核: replies, extensions and public texts that wait for another person.</summary>
    Review,

    /// <summary>待公开: answered, the writer agreed, no public text yet.</summary>
    ToPublish,

    /// <summary>已办结</summary>
    Closed,
}

/// <summary>A letter in a list of staff: nothing of the writer stands in it.</summary>
public sealed record LetterRow
{
    public Guid Id { get; init; }

    public string Number { get; init; } = "";

    public LetterKind Kind { get; init; }

    public LetterState State { get; init; }

    /// <summary>事由, else the title under which it is public; empty where it has neither. The writer's own title is sealed.</summary>
    public string Subject { get; init; } = "";

    public string OrganisationName { get; init; } = "";

    public DateTime ReceivedAt { get; init; }

    public DateOnly LimitFrom { get; init; }

    public int LimitDays { get; init; }

    public DateOnly? DueOn { get; init; }

    public bool IsComplex { get; init; }

    public bool IsLate { get; init; }

    public LetterPublicity Publicity { get; init; }

    public bool HasExtensionWaiting { get; init; }
}

/// <summary>A page of a heap.</summary>
public sealed record LetterPage(IReadOnlyList<LetterRow> Rows, int Total, int Number)
{
    public const int Size = 50;

    public int Pages => NumberedPages.Count(Total, Size);
}

/// <summary>Lists letters for staff within their organisations, what is due first on top.</summary>
public sealed class LetterLists(DisclosureDb db)
{
    /// <summary>How many letters each heap holds.</summary>
    public async Task<IReadOnlyDictionary<LetterView, int>> CountsAsync(StaffRights rights, Guid? organisationId, CancellationToken stop = default)
    {
        var counts = new Dictionary<LetterView, int>();
        foreach (var view in Enum.GetValues<LetterView>()) counts[view] = await Of(view, rights, organisationId).CountAsync(stop);
        return counts;
    }

    /// <summary>A page of a heap.</summary>
    /// <param name="view">Which heap.</param>
    /// <param name="rights">Of whoever looks.</param>
    /// <param name="organisationId">Only this organisation.</param>
    /// <param name="number">Begin of the letter's number to look for; empty for all.</param>
    /// <param name="page">Number of the page, from 1.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<LetterPage> PageAsync(LetterView view, StaffRights rights, Guid? organisationId, string number, int page, CancellationToken stop = default)
    {
        var letters = Of(view, rights, organisationId);
        if (number.Length > 0) letters = letters.Where(l => l.Number.StartsWith(number));
        var total = await letters.CountAsync(stop);
        var at = NumberedPages.Nearest(page, total, LetterPage.Size);
        var ordered = view is LetterView.Closed or LetterView.ToPublish ? letters.OrderByDescending(l => l.ReceivedAt).ThenBy(l => l.Id) : letters.OrderBy(l => l.DueOn).ThenBy(l => l.Id);
        return new LetterPage(await Rows(ordered.Skip((at - 1) * LetterPage.Size).Take(LetterPage.Size)).ToListAsync(stop), total, at);
    }

    private IQueryable<Letter> Of(LetterView view, StaffRights rights, Guid? organisationId)
    {
        var letters = db.Letters.AsNoTracking().Within(rights.ScopeOf(Permission.LettersView));
        if (organisationId is { } only) letters = letters.Where(l => l.OrganisationId == only || l.Parts.Any(p => p.OrganisationId == only && p.DroppedAt == null));
        var parts = rights.ScopeOf(Permission.LettersHandle).OrganisationIds.ToList();
        return view switch
        {
            LetterView.Triage => letters.Where(l => l.State == LetterState.AwaitingTriage),
            // What another organisation holds and only asks about stands under its parts.
            LetterView.InHand => rights.ScopeOf(Permission.LettersView).Apply(letters, l => l.OrganisationId).Where(l => l.State == LetterState.InHand),
            LetterView.Parts => letters.Where(l => l.State == LetterState.InHand && l.Parts.Any(p => p.GivenAt == null && p.DroppedAt == null && parts.Contains(p.OrganisationId))),
            LetterView.Review => rights.ScopeOf(Permission.LettersView).Apply(letters, l => l.OrganisationId)
                .Where(l => l.State == LetterState.AwaitingReview || l.Publicity == LetterPublicity.Proposed || (l.State == LetterState.InHand && l.Extension != null && l.Extension.ConfirmedAt == null)),
            LetterView.ToPublish => letters.Where(l => l.State == LetterState.Answered && l.WantsPublic && l.Publicity == LetterPublicity.None && l.ForgottenAt == null),
            _ => letters.Where(l => l.DueOn == null),
        };
    }

    private IQueryable<LetterRow> Rows(IQueryable<Letter> letters) => letters.Select(l => new LetterRow
    {
        Id = l.Id,
        Number = l.Number,
        Kind = l.Kind,
        State = l.State,
        Subject = l.Matter != "" ? l.Matter : l.Publicity == LetterPublicity.Published ? l.PublicTitle : "",
        OrganisationName = db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.ShortName).First(),
        ReceivedAt = l.ReceivedAt,
        LimitFrom = l.LimitFrom,
        LimitDays = l.LimitDays,
        DueOn = l.DueOn,
        IsComplex = l.IsComplex,
        IsLate = l.IsLate,
        Publicity = l.Publicity,
        HasExtensionWaiting = l.Extension != null && l.Extension.ConfirmedAt == null,
    });
}
