namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>How to look at one page of the site.</summary>
/// <param name="Route">Its route as the site knows it.</param>
/// <param name="Address">The address to open.</param>
/// <param name="As">Account that may see it; null for the public.</param>
/// <param name="Status">Status it answers with.</param>
internal sealed record PageSample(string Route, Func<Samples, string> Address, string? As = null, int Status = 200);

/// <summary>
/// Every page of the site, with somebody who may see it. A test holds this list against the routes of the running site: a
/// new page needs a line here before anything passes.
/// </summary>
internal static class PageSamples
{
    private const string Clerk = "township-clerk";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PageSample> All { get; } =
    [
        new("", _ => "/"),
        new("five", _ => "/five"),
        new("five/{aspect}", _ => "/five/decision"),
        new("catalogue", _ => "/catalogue"),
        new("catalogue/{domain}", s => $"/catalogue/{s.Domain}"),
        new("catalogue/{domain}/{item}", s => $"/catalogue/{s.Domain}/{s.Item}"),
        new("organisations", _ => "/organisations"),
        new("organisations/{slug}", _ => "/organisations/450881101"),
        new("organisations/{slug}/guide", _ => "/organisations/mzj/guide"),
        new("organisations/{slug}/rules", _ => "/organisations/mzj/rules"),
        new("organisations/{slug}/mandatory", _ => "/organisations/mzj/mandatory"),
        new("organisations/{slug}/annual-reports", _ => "/organisations/mzj/annual-reports"),
        new("disclosures", _ => "/disclosures?organisation=mzj"),
        new("disclosures/{address}", s => $"/disclosures/{s.WithFiles}"),
        new("disclosures/{address}/print", s => $"/disclosures/{s.WithFiles}/print"),
        new("disclosures/{address}/versions/{number:int}", s => $"/disclosures/{s.Corrected}/versions/1"),
        new("disclosures/{address}/changes/{older:int}/{newer:int}", s => $"/disclosures/{s.Corrected}/changes/1/2"),
        new("editions", _ => "/editions"),
        new("search", _ => "/search?q=低保"),
        new("withdrawals", _ => "/withdrawals"),
        new("report-error", _ => "/report-error"),
        new("sitemap", _ => "/sitemap"),
        new("accessibility", _ => "/accessibility"),
        new("status/{code:int}", _ => "/nowhere", Status: 404),
        new("account/sign-in", _ => "/account/sign-in"),
        new("account/profile", _ => "/account/profile", Clerk),
        new("account/change-password", _ => "/account/change-password", Clerk),
        new("account/two-factor", _ => "/account/two-factor", Clerk),
        new("account/sign-out", _ => "/account/sign-out", Clerk),
        new("admin", _ => "/admin", Clerk),
        new("admin/users", _ => "/admin/users", "admin"),
        new("admin/users/new", _ => "/admin/users/new", "admin"),
        new("admin/users/{id:guid}", s => $"/admin/users/{s.User}", "admin"),
        new("admin/users/{id:guid}/account", s => $"/admin/users/{s.User}/account", "admin"),
        new("admin/users/{id:guid}/password", s => $"/admin/users/{s.User}/password", "admin"),
        new("admin/organisations", _ => "/admin/organisations", "admin"),
        new("admin/organisations/new", _ => "/admin/organisations/new", "admin"),
        new("admin/organisations/{id:guid}", s => $"/admin/organisations/{s.Township}", "admin"),
        new("admin/organisations/{id:guid}/revise", s => $"/admin/organisations/{s.Township}/revise", "admin"),
        new("admin/audit", _ => "/admin/audit", "auditor"),
        new("admin/catalogue/editions/{editionId:guid}/import", s => $"/admin/catalogue/editions/{s.Edition}/import", "steward"),
        new("admin/catalogue/imports/{id:guid}", s => $"/admin/catalogue/imports/{s.Import}", "steward"),
    ];

    /// <summary>More addresses of pages whose look depends on what they show: empty, withdrawn, nothing found.</summary>
    public static IReadOnlyList<PageSample> Others { get; } =
    [
        new("withdrawn", s => $"/disclosures/{s.Withdrawn}", Status: 410),
        new("nothing found", _ => "/search?q=没有这样的词"),
        new("department", _ => "/organisations/mzj"),
        new("late list", _ => "/disclosures"),
    ];

    /// <summary>Pages that show nothing by themselves: they wait for a step before, or only pass on.</summary>
    public static IReadOnlySet<string> Unseen { get; } = new HashSet<string>
    {
        // Reached between password and code only; its own tests are with the accounts.
        "account/two-factor-sign-in", "account/recovery-code-sign-in",
    };

    /// <summary>One of either list.</summary>
    public static PageSample Of(string route) => All.Concat(Others).First(s => s.Route == route);
}
