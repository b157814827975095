using static PublicDisclosure.Core.Disclosures.PublicPart;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>A part of a disclosure, or an output that would carry it.</summary>
[Flags]
public enum PublicPart
{
    /// <summary>标题</summary>
    Title = 1,

    /// <summary>撤回说明: reason and words of a withdrawal.</summary>
    Notice = 2,

    /// <summary>概述: summary, plain summary and metadata.</summary>
    Summary = 4,

    /// <summary>正文</summary>
    Body = 8,

    /// <summary>附件</summary>
    Files = 16,

    /// <summary>版本页</summary>
    Versions = 32,

    /// <summary>版本差异</summary>
    Differences = 64,

    /// <summary>打印版</summary>
    Print = 128,

    /// <summary>下载</summary>
    Download = 256,

    /// <summary>列表: every list, column, catalogue item and count.</summary>
    Lists = 512,

    /// <summary>订阅</summary>
    Feeds = 1024,

    /// <summary>检索</summary>
    Search = 2048,

    /// <summary>网站地图</summary>
    Sitemap = 4096,
}

/// <summary>What the public may see of a disclosure.</summary>
/// <param name="Status">HTTP status of its own address.</param>
/// <param name="Parts">Parts and outputs that are open.</param>
public sealed record PublicView(int Status, PublicPart Parts)
{
    /// <summary>Whether a part is open.</summary>
    public bool Shows(PublicPart part) => (Parts & part) == part;
}

/// <summary>
/// The one place that says what each standing, and each reason of a withdrawal, leaves visible. Every page and endpoint asks it;
/// <c>docs/visibility.md</c> repeats it and tests hold document, table and all outputs together.
/// </summary>
public static class PublicVisibility
{
    private const PublicPart Nothing = 0;
    private const PublicPart Everything = Title | Summary | Body | Files | Versions | Differences | Print | Download | Lists | Feeds | PublicPart.Search | Sitemap;

    private static readonly Dictionary<PublicStanding, PublicView> OfStanding = new()
    {
        [PublicStanding.None] = new(404, Nothing),
        [PublicStanding.Public] = new(200, Everything),
        [PublicStanding.Suspended] = new(410, Nothing),
        [PublicStanding.DisplayEnded] = new(200, Title),
    };

    private static readonly Dictionary<WithdrawalReason, PublicView> OfReason = new()
    {
        [WithdrawalReason.Error] = new(410, Title | Notice),
        [WithdrawalReason.Replaced] = new(410, Title | Notice | Summary | Body | Files),
        [WithdrawalReason.PublishedInError] = new(410, Title | Notice),
        [WithdrawalReason.PersonalOrSecret] = new(410, Nothing),
        [WithdrawalReason.Other] = new(410, Title | Notice),
    };

    /// <summary>Every row of the table, in order.</summary>
    public static IEnumerable<(PublicStanding Standing, WithdrawalReason? Reason, PublicView View)> All =>
    [
        .. OfStanding.Select(row => (row.Key, (WithdrawalReason?)null, row.Value)),
        .. OfReason.Select(row => (PublicStanding.Withdrawn, (WithdrawalReason?)row.Key, row.Value)),
    ];

    /// <summary>What a standing leaves visible.</summary>
    /// <param name="standing">On the day it is asked.</param>
    /// <param name="reason">Why it was withdrawn; only for <see cref="PublicStanding.Withdrawn"/>.</param>
    /// <param name="isClosed">Every version is closed: whatever the reason says, a withdrawn one then shows nothing.</param>
    public static PublicView Of(PublicStanding standing, WithdrawalReason? reason = null, bool isClosed = false) =>
        standing != PublicStanding.Withdrawn ? OfStanding[standing]
        : isClosed ? OfReason[WithdrawalReason.PersonalOrSecret]
        : OfReason[reason ?? throw new ArgumentNullException(nameof(reason))];

    /// <summary>
    /// Lists of persons never go into the index of a search engine, which would keep them after their display: not into the
    /// sitemap, and every output says noindex.
    /// </summary>
    public static bool IsKeptOutOfIndexes(DisclosureGenre genre) => genre.Rule().NeedsDisplayPeriod;
}

/// <summary>How the facts of a disclosure make its standing.</summary>
public static class StandingRule
{
    /// <summary>The standing: what is stronger hides what is weaker.</summary>
    public static PublicStanding Of(int currentVersion, bool isWithdrawn, bool isSuspended, bool isDisplayOver) =>
        currentVersion == 0 ? PublicStanding.None
        : isWithdrawn ? PublicStanding.Withdrawn
        : isSuspended ? PublicStanding.Suspended
        : isDisplayOver ? PublicStanding.DisplayEnded
        : PublicStanding.Public;

    /// <summary>
    /// The standing on a day: a display ends with its last day whether or not the job has run. <paramref name="displayUntil"/>
    /// is the last day as published.
    /// </summary>
    public static PublicStanding On(DateOnly today, PublicStanding stored, DisclosureGenre genre, DateOnly? displayUntil) =>
        stored == PublicStanding.Public && genre.Rule().NeedsDisplayPeriod && displayUntil < today ? PublicStanding.DisplayEnded : stored;
}
