using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>What staff read of the self-test: the board, the findings within their organisations, the runs.</summary>
public sealed class SelfTestReader(DisclosureDb db, IOptions<SelfTestOptions> options)
{
    /// <summary>Rows of a page of findings.</summary>
    public const int PageSize = 50;

    private const int RunsOnAPage = 30;

    /// <summary>The board. Thresholds are the site's, so that an organisation sees red where the site is red and it has a part in it.</summary>
    public async Task<SelfTestBoard> BoardAsync(OrganisationScope scope, CancellationToken stop)
    {
        var all = await CountsAsync(db.SelfTestFindings, stop);
        var own = scope.IsWholeCity ? all : await CountsAsync(Within(scope), stop);
        var runs = db.SelfTestRuns.AsNoTracking();
        return new SelfTestBoard(
            [.. SelfTestIndicators.All.Select(rule => Line(rule, own.GetValueOrDefault(rule.Indicator), all.GetValueOrDefault(rule.Indicator)))],
            await Rows(runs.Where(r => r.State == SelfTestRunState.Done)).FirstOrDefaultAsync(stop),
            await Rows(runs).FirstOrDefaultAsync(stop));
    }

    /// <summary>A page of findings of one indicator, newest first.</summary>
    public async Task<Page<SelfTestRow>> FindingsAsync(SelfTestIndicator indicator, OrganisationScope scope, SelfTestFilter filter, CancellationToken stop)
    {
        var rows = Within(scope).Where(f => f.Indicator == indicator);
        rows = filter.Mended ? rows.Where(f => f.MendedAt != null) : rows.Where(f => f.MendedAt == null);
        if (filter.OrganisationSlug is { Length: > 0 } slug) rows = rows.Where(f => db.Organisations.Any(o => o.Id == f.OrganisationId && o.Slug == slug));
        if (filter.After is { } a) rows = rows.Where(f => f.FirstSeenAt <= a.At && (f.FirstSeenAt < a.At || f.Id.CompareTo(a.Id) < 0));
        var back = filter.After is null && filter.Before is not null;
        if (back && filter.Before is { } b) rows = rows.Where(f => f.FirstSeenAt >= b.At && (f.FirstSeenAt > b.At || f.Id.CompareTo(b.Id) > 0));
        rows = back ? rows.OrderBy(f => f.FirstSeenAt).ThenBy(f => f.Id) : rows.OrderByDescending(f => f.FirstSeenAt).ThenByDescending(f => f.Id);
        var found = await rows.Take(PageSize + 1).Select(f => new SelfTestRow(
            f.Id, f.OrganisationId, db.Organisations.Where(o => o.Id == f.OrganisationId).Select(o => o.ShortName).FirstOrDefault() ?? "", f.SubjectKind, f.SubjectId,
            f.SubjectTitle, f.SubjectPath, f.ColumnKind, f.Fault, f.Arguments, f.FirstSeenAt, f.LastSeenAt, f.MendedAt,
            f.Events.OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => new SelfTestStep(e.Kind, e.At)).ToList())).ToListAsync(stop);
        return Pages.Of(found, PageSize, back, filter.After is not null, r => new ListPosition(r.FirstSeenAt, r.Id));
    }

    /// <summary>The organisations with findings of an indicator, most first.</summary>
    public async Task<IReadOnlyList<SelfTestShare>> SharesAsync(SelfTestIndicator indicator, OrganisationScope scope, bool mended, CancellationToken stop)
    {
        var rows = Within(scope).Where(f => f.Indicator == indicator && (mended ? f.MendedAt != null : f.MendedAt == null));
        var counts = await rows.GroupBy(f => f.OrganisationId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var ids = counts.Select(c => c.Key).OfType<Guid>().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Slug, o.ShortName, o.SortOrder }).ToListAsync(stop);
        return [.. names.OrderByDescending(o => counts.Find(c => c.Key == o.Id)!.Count).ThenBy(o => o.SortOrder)
            .Select(o => new SelfTestShare(o.Slug, o.ShortName, counts.Find(c => c.Key == o.Id)!.Count))];
    }

    /// <summary>How one indicator stands.</summary>
    public async Task<SelfTestLine> LineAsync(IndicatorRule rule, OrganisationScope scope, CancellationToken stop)
    {
        var indicator = rule.Indicator;
        var all = await db.SelfTestFindings.CountAsync(f => f.Indicator == indicator && f.MendedAt == null, stop);
        var own = scope.IsWholeCity ? all : await Within(scope).CountAsync(f => f.Indicator == indicator && f.MendedAt == null, stop);
        return Line(rule, own, all);
    }

    /// <summary>A page of runs, newest first.</summary>
    public async Task<Page<SelfTestRunRow>> RunsAsync(ListPosition? after, CancellationToken stop)
    {
        var runs = db.SelfTestRuns.AsNoTracking();
        if (after is { } a) runs = runs.Where(r => r.StartedAt <= a.At && (r.StartedAt < a.At || r.Id.CompareTo(a.Id) < 0));
        var found = await Rows(runs).Take(RunsOnAPage + 1).ToListAsync(stop);
        return Pages.Of(found, RunsOnAPage, false, false, r => new ListPosition(r.StartedAt, r.Id));
    }

    private SelfTestLine Line(IndicatorRule rule, int own, int all) =>
        new(rule, own, all, options.Value.ThresholdOf(rule), options.Value.LevelOf(rule, own == 0 ? 0 : all), !options.Value.Thresholds.ContainsKey(rule.Indicator) && rule.IsConfirmed);

    private IQueryable<SelfTestFinding> Within(OrganisationScope scope)
    {
        var rows = db.SelfTestFindings.AsNoTracking();
        if (scope.IsWholeCity) return rows;
        var ids = scope.OrganisationIds.ToList();
        return rows.Where(f => f.OrganisationId != null && ids.Contains(f.OrganisationId.Value));
    }

    private static Task<Dictionary<SelfTestIndicator, int>> CountsAsync(IQueryable<SelfTestFinding> rows, CancellationToken stop) =>
        rows.Where(f => f.MendedAt == null).GroupBy(f => f.Indicator).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);

    private IQueryable<SelfTestRunRow> Rows(IQueryable<SelfTestRun> runs) => runs.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
        .Select(r => new SelfTestRunRow(
            r.Id, r.StartedAt, r.EndedAt, r.State, r.RequestedBy, db.Users.Where(u => u.Id == r.RequestedBy).Select(u => u.DisplayName).FirstOrDefault() ?? "", r.Checked,
            r.Figures.OrderBy(f => f.Indicator).Select(f => new SelfTestCount(f.Indicator, f.Open, f.Added, f.Mended)).ToList()));
}

/// <summary>What narrows a list of findings.</summary>
/// <param name="Mended">Mended ones instead of open ones.</param>
/// <param name="OrganisationSlug">Only this organisation's.</param>
/// <param name="After">Position to go on from.</param>
/// <param name="Before">Position to go back from.</param>
public sealed record SelfTestFilter(bool Mended = false, string? OrganisationSlug = null, ListPosition? After = null, ListPosition? Before = null);

/// <summary>The board.</summary>
/// <param name="Lines">Every indicator.</param>
/// <param name="LastDone">The last run that came to its end; null when there was none.</param>
/// <param name="Last">The last run, whatever became of it.</param>
public sealed record SelfTestBoard(IReadOnlyList<SelfTestLine> Lines, SelfTestRunRow? LastDone, SelfTestRunRow? Last)
{
    /// <summary>A run is under way.</summary>
    public bool IsRunning => Last is { State: SelfTestRunState.Running };

    /// <summary>Open findings, without what is only listed.</summary>
    public int Open => Lines.Where(l => l.Rule.Kind != IndicatorKind.Listed).Sum(l => l.Own);

    /// <summary>Veto indicators whose threshold is reached.</summary>
    public int Vetoes => Lines.Count(l => l.Rule.Kind == IndicatorKind.Veto && l.Level == SelfTestLevel.Red);

    /// <summary>Number of veto indicators.</summary>
    public int VetoIndicators => Lines.Count(l => l.Rule.Kind == IndicatorKind.Veto);

    /// <summary>How the whole stands: red by a veto, amber by anything open.</summary>
    public SelfTestLevel Level => Vetoes > 0 ? SelfTestLevel.Red : Open > 0 ? SelfTestLevel.Amber : SelfTestLevel.Green;
}

/// <summary>One indicator on the board.</summary>
/// <param name="Rule">The indicator.</param>
/// <param name="Own">Open findings within the reader's organisations.</param>
/// <param name="All">Open findings of the whole site.</param>
/// <param name="Threshold">From how many on it is red.</param>
/// <param name="Level">How it stands.</param>
/// <param name="IsConfirmed">The threshold was seen in the source.</param>
public sealed record SelfTestLine(IndicatorRule Rule, int Own, int All, int Threshold, SelfTestLevel Level, bool IsConfirmed);

/// <summary>A finding in a list.</summary>
public sealed record SelfTestRow(
    Guid Id, Guid? OrganisationId, string OrganisationName, SelfTestSubjectKind SubjectKind, Guid? SubjectId, string Title, string Path, SiteColumnKind? Column,
    SelfTestFault Fault, string Arguments, DateTime FirstSeenAt, DateTime LastSeenAt, DateTime? MendedAt, IReadOnlyList<SelfTestStep> Steps);

/// <summary>A step in the history of a finding.</summary>
public sealed record SelfTestStep(SelfTestEventKind Kind, DateTime At);

/// <summary>How many findings an organisation has.</summary>
public sealed record SelfTestShare(string Slug, string Name, int Count);

/// <summary>A run in a list.</summary>
/// <param name="Id">The run.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="EndedAt">UTC; null while it runs.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestedBy">Who asked for it; null for the nightly one.</param>
/// <param name="PersonName">Their name; empty for the nightly one.</param>
/// <param name="Checked">How much was looked at.</param>
/// <param name="Figures">What it found by indicator.</param>
public sealed record SelfTestRunRow(
    Guid Id, DateTime StartedAt, DateTime? EndedAt, SelfTestRunState State, Guid? RequestedBy, string PersonName, int Checked, IReadOnlyList<SelfTestCount> Figures)
{
    /// <summary>Open at its end, without what is only listed.</summary>
    public int Open => Counting.Sum(f => f.Open);

    /// <summary>New or found again.</summary>
    public int Added => Counting.Sum(f => f.Added);

    /// <summary>Not found any more.</summary>
    public int Mended => Counting.Sum(f => f.Mended);

    private IEnumerable<SelfTestCount> Counting => Figures.Where(f => SelfTestIndicators.Of(f.Indicator).Kind != IndicatorKind.Listed);
}

/// <summary>What a run found for one indicator.</summary>
public sealed record SelfTestCount(SelfTestIndicator Indicator, int Open, int Added, int Mended);
