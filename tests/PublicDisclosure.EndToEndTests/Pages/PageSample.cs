using PublicDisclosure.Core.Disclosures;

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
    private const string Clerk = "township-clerk", Reviewer = "township-reviewer", Steward = "steward";

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
        new("organisations/{slug}/not-applicable", _ => "/organisations/450881101/not-applicable"),
        new("organisations/{slug}/annual-reports", _ => "/organisations/mzj/annual-reports"),
        new("disclosures", _ => "/disclosures?organisation=mzj"),
        new("disclosures/{address}", s => $"/disclosures/{s.WithFiles}"),
        new("disclosures/{address}/print", s => $"/disclosures/{s.WithFiles}/print"),
        new("disclosures/{address}/versions/{number:int}", s => $"/disclosures/{s.Corrected}/versions/1"),
        new("disclosures/{address}/changes/{older:int}/{newer:int}", s => $"/disclosures/{s.Corrected}/changes/1/2"),
        new("editions", _ => "/editions"),
        new("editions/not-applicable", _ => "/editions/not-applicable"),
        new("preview/{token}", s => $"/preview/{s.Preview}"),
        new("editions/compare", s => $"/editions/compare?older={s.Superseded}&newer={s.InForce}"),
        new("search", _ => "/search?q=低保"),
        new("withdrawals", _ => "/withdrawals"),
        new("forced-publications", _ => "/forced-publications"),
        new("report-error", _ => "/report-error"),
        new("policies", _ => "/policies"),
        new("policies/cleanup", _ => "/policies/cleanup"),
        new("calendar", _ => "/calendar"),
        new("calendar/count", _ => "/calendar/count?from=2025-09-26&amount=20"),
        new("calendar/due/{address}", s => $"/calendar/due/{s.WithFiles}"),
        new("calendar/limits", _ => "/calendar/limits"),
        new("admin/calendar", _ => "/admin/calendar", "office"),
        new("admin/calendar/import", _ => "/admin/calendar/import", "office"),
        new("admin/calendar/{id:guid}", s => $"/admin/calendar/{s.Notice}", "office"),
        new("admin/calendar/moves", _ => "/admin/calendar/moves", Clerk),
        new("admin/limits", _ => "/admin/limits", Steward),
        new("admin/limits/ruling", _ => "/admin/limits/ruling?wording=" + Uri.EscapeDataString("及时公开"), Steward),
        new("admin/limits/schedule", s => $"/admin/limits/schedule?item={s.Item}", Steward),
        new("admin/limits/words", _ => "/admin/limits/words", Steward),
        new("sitemap", _ => "/sitemap"),
        new("accessibility", _ => "/accessibility"),
        new("status/{code:int}", _ => "/nowhere", Status: 404),
        new("account/sign-in", _ => "/account/sign-in"),
        new("account/profile", _ => "/account/profile", Clerk),
        new("account/email", _ => "/account/email", Clerk),
        new("admin/mail", _ => "/admin/mail", Clerk),
        new("admin/mail/{id:guid}", s => $"/admin/mail/{s.Mail}", Clerk),
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
        new("admin/organisations/{id:guid}/steps", s => $"/admin/organisations/{s.Township}/steps", "admin"),
        new("admin/organisations/{id:guid}/revise", s => $"/admin/organisations/{s.Township}/revise", "admin"),
        new("admin/audit", _ => "/admin/audit", "auditor"),
        new("admin/oversight/formed-dates", _ => "/admin/oversight/formed-dates", "auditor"),
        new("admin/postings", _ => "/admin/postings", Clerk),
        new("admin/disclosures/{id:guid}/formed-date", s => Desk(s, DisclosureState.Published, "/formed-date"), Clerk),
        new("admin/oversight", _ => "/admin/oversight?Words=木乐镇", "auditor"),
        new("admin/oversight/disclosures/{id:guid}", s => $"/admin/oversight/disclosures/{s.Work[DisclosureState.Published]}", "auditor"),
        new("admin/oversight/waived-warnings", _ => "/admin/oversight/waived-warnings", "auditor"),
        new("admin/oversight/forced-publications", _ => "/admin/oversight/forced-publications", "auditor"),
        new("admin/oversight/withdrawals", _ => "/admin/oversight/withdrawals", "auditor"),
        new("admin/lead", _ => "/admin/lead?domain=05", "reviewer"),
        new("admin/lead/gaps", _ => "/admin/lead/gaps?domain=05&township=450881102", "reviewer"),
        new("admin/lead/rows", _ => "/admin/lead/rows?domain=05&township=450881101", "reviewer"),
        new("admin/lead/reminders", _ => "/admin/lead/reminders", "reviewer"),
        new("admin/reminders", _ => "/admin/reminders", Clerk),
        new("admin/reminders/{id:guid}", s => $"/admin/reminders/{s.Reminder}", Clerk),
        new("admin/catalogue/leads", _ => "/admin/catalogue/leads", Steward),
        new("admin/catalogue", _ => "/admin/catalogue", Steward),
        new("admin/catalogue/editions/new", _ => "/admin/catalogue/editions/new", Steward),
        new("admin/catalogue/editions/{id:guid}", s => $"/admin/catalogue/editions/{s.InForce}", Steward),
        new("admin/catalogue/editions/{id:guid}/domains/{code}", s => $"/admin/catalogue/editions/{s.InForce}/domains/{s.DomainCode}", Steward),
        new("admin/catalogue/editions/{id:guid}/items/new", s => $"/admin/catalogue/editions/{s.Edition}/items/new", Steward),
        new("admin/catalogue/editions/{id:guid}/put-in-force", s => $"/admin/catalogue/editions/{s.Edition}/put-in-force", Steward),
        new("admin/catalogue/editions/{editionId:guid}/import", s => $"/admin/catalogue/editions/{s.Edition}/import", Steward),
        new("admin/catalogue/imports/{id:guid}", s => $"/admin/catalogue/imports/{s.Import}", Steward),
        new("admin/catalogue/items/{id:guid}", s => $"/admin/catalogue/items/{s.ItemId}", Steward),
        new("admin/catalogue/compare", s => $"/admin/catalogue/compare?before={s.InForce}&after={s.Edition}", Steward),
        new("admin/catalogue/duties", _ => "/admin/catalogue/duties", Steward),
        new("admin/catalogue/proposals", _ => "/admin/catalogue/proposals", "office"),
        new("admin/catalogue/rules/bodies", _ => "/admin/catalogue/rules/bodies", Steward),
        new("admin/catalogue/rules/bodies/{id}", _ => "/admin/catalogue/rules/bodies/new", Steward),
        new("admin/catalogue/rules/classification", _ => "/admin/catalogue/rules/classification", Steward),
        new("admin/catalogue/rules/classification/{id}", _ => "/admin/catalogue/rules/classification/new", Steward),
        new("admin/masking-rules", _ => "/admin/masking-rules", "office"),
        new("admin/masking-rules/{kind}", _ => "/admin/masking-rules/IdentityNumber", "office"),
        new("admin/disclosures", _ => "/admin/disclosures", Clerk),
        new("admin/disclosures/new", _ => "/admin/disclosures/new?Q=救助", Clerk),
        new("admin/disclosures/create", s => $"/admin/disclosures/create?organisation={s.Township}", Clerk),
        new("admin/disclosures/{id:guid}", s => Desk(s, DisclosureState.Published), Reviewer),
        new("admin/disclosures/{id:guid}/notes", s => Desk(s, DisclosureState.Published, "/notes"), Clerk),
        new("admin/disclosures/{id:guid}/content-review", s => Desk(s, DisclosureState.Published, "/content-review"), Reviewer),
        new("admin/disclosures/{id:guid}/previews", s => Desk(s, DisclosureState.Draft, "/previews"), Clerk),
        new("admin/disclosures/{id:guid}/copy", s => Desk(s, DisclosureState.Draft, "/copy"), Clerk),
        new("admin/disclosures/{id:guid}/discard", s => Desk(s, DisclosureState.Draft, "/discard"), Clerk),
        new("admin/batches", _ => "/admin/batches", Clerk),
        new("admin/batches/new", _ => "/admin/batches/new", Clerk),
        new("admin/imports", _ => "/admin/imports", Clerk),
        new("admin/imports/files/{id:guid}", s => $"/admin/imports/files/{s.OldSite.Waiting}", Clerk),
        new("admin/templates", _ => "/admin/templates", Clerk),
        new("admin/templates/new", _ => "/admin/templates/new", Clerk),
        new("admin/batches/uploads/{id:guid}", s => $"/admin/batches/uploads/{s.Records.Upload}", Clerk),
        new("admin/batches/{id:guid}", s => $"/admin/batches/{s.Records.Batch}", Clerk),
        new("admin/templates/{id:guid}", s => $"/admin/templates/{s.Records.Template}", Clerk),
        new("admin/disclosures/{id:guid}/replaces", s => Desk(s, DisclosureState.Draft, "/replaces?q=木乐镇"), Clerk),
        new("admin/forced-publications/{id:guid}", s => $"/admin/forced-publications/{s.Records.Forced}", Reviewer),
        new("admin/organisations/{id:guid}/merge", s => $"/admin/organisations/{s.Township}/merge", "admin"),
        new("admin/postings/record", s => $"/admin/postings/record?organisation={s.Township}&item={s.Records.PostedItem}", Clerk),
        new("admin/postings/{id:guid}", s => $"/admin/postings/{s.Records.Posting}", Reviewer),
        new("admin/postings/{id:guid}/correct", s => $"/admin/postings/{s.Records.ConfirmedPosting}/correct", Clerk),
        new("admin/validity", _ => "/admin/validity?show=All", "reviewer"),
        new("admin/validity/{id:guid}", s => $"/admin/validity/{s.Records.Validity}", "reviewer"),
        new("admin/words", _ => "/admin/words", "office"),
        new("admin/words/findings", _ => "/admin/words/findings", "office"),
        new("admin/words/import", _ => "/admin/words/import", "office"),
        new("admin/words/{id}", s => $"/admin/words/{s.Records.Word}", "office"),
        new("admin/self-test", _ => "/admin/self-test", "office"),
        new("admin/self-test/{indicator}", _ => "/admin/self-test/empty-columns", "office"),
        new("admin/self-test/runs", _ => "/admin/self-test/runs", "office"),
        new("admin/self-test/start", _ => "/admin/self-test/start", "office"),
        new("admin/bin", _ => "/admin/bin", Clerk),
        new("admin/disclosures/{id:guid}/edit", s => Desk(s, DisclosureState.Draft, "/edit"), Clerk),
        new("admin/disclosures/{id:guid}/mask/{attachmentId:guid?}", s => Desk(s, DisclosureState.Draft, "/mask"), Clerk),
        new("admin/disclosures/{id:guid}/submit", s => Desk(s, DisclosureState.Draft, "/submit"), Clerk),
        new("admin/disclosures/{id:guid}/recall", s => Desk(s, DisclosureState.AwaitingSecrecyReview, "/recall"), Clerk),
        new("admin/disclosures/{id:guid}/review", s => Desk(s, DisclosureState.AwaitingSecrecyReview, "/review"), Reviewer),
        new("admin/disclosures/{id:guid}/return", s => Desk(s, DisclosureState.AwaitingApproval, "/return"), Reviewer),
        new("admin/disclosures/{id:guid}/approve", s => Desk(s, DisclosureState.AwaitingApproval, "/approve"), Reviewer),
        new("admin/disclosures/{id:guid}/review-sheet", s => Desk(s, DisclosureState.Published, "/review-sheet"), Reviewer),
        new("admin/disclosures/{id:guid}/secondreview", s => Desk(s, DisclosureState.AwaitingApproval, "/secondreview"), Reviewer),
        new("admin/disclosures/{id:guid}/opinion", s => Desk(s, DisclosureState.AwaitingApproval, "/opinion"), "office"),
        new("admin/disclosures/{id:guid}/forcepublish", s => Desk(s, DisclosureState.AwaitingApproval, "/forcepublish"), "office"),
        new("admin/disclosures/{id:guid}/reexamine", s => Desk(s, DisclosureState.AwaitingApproval, "/reexamine"), Reviewer),
        new("admin/disclosures/{id:guid}/file", s => Desk(s, DisclosureState.AwaitingApproval, "/file"), Reviewer),
        new("admin/disclosures/{id:guid}/publish", s => Desk(s, DisclosureState.AwaitingPublication, "/publish"), Reviewer),
        new("admin/disclosures/{id:guid}/schedule", s => Desk(s, DisclosureState.AwaitingPublication, "/schedule"), Reviewer),
        new("admin/disclosures/{id:guid}/begincorrection", s => Desk(s, DisclosureState.Published, "/begincorrection"), Clerk),
        new("admin/disclosures/{id:guid}/abandoncorrection", s => $"/admin/disclosures/{s.Correcting}/abandoncorrection", Clerk),
        new("admin/disclosures/{id:guid}/suspend", s => Desk(s, DisclosureState.Published, "/suspend"), Reviewer),
        new("admin/disclosures/{id:guid}/proposewithdrawal", s => Desk(s, DisclosureState.Published, "/proposewithdrawal"), Clerk),
        new("admin/disclosures/{id:guid}/decidesuspension", s => $"/admin/disclosures/{s.Standing.Suspended}/decidesuspension", "office"),
        new("admin/disclosures/{id:guid}/decidewithdrawal", s => $"/admin/disclosures/{s.Standing.Proposed}/decidewithdrawal", Reviewer),
        new("admin/disclosures/{id:guid}/closewithdrawn", s => $"/admin/disclosures/{s.Standing.Withdrawn}/closewithdrawn", "office"),
    ];

    /// <summary>More addresses of pages whose look depends on what they show: empty, withdrawn, nothing found.</summary>
    public static IReadOnlyList<PageSample> Others { get; } =
    [
        new("withdrawn", s => $"/disclosures/{s.Withdrawn}", Status: 410),
        new("suspended", s => $"/disclosures/{s.Standing.SuspendedAddress}", Status: 410),
        new("display ended", s => $"/disclosures/{s.Standing.Displayed}"),
        new("register of displays", _ => "/withdrawals?kind=displays"),
        new("desk of the second person", _ => "/admin", "office"),
        new("mask a file", s => $"/admin/disclosures/{s.Records.Masked}/mask/{s.Records.MaskedFile}", Clerk),
        new("formed date to decide", s => $"/admin/disclosures/{s.Records.FormedDate}/formed-date", Reviewer),
        new("desk of the reviewer", _ => "/admin", Reviewer),
        new("batch of old pages", s => $"/admin/batches/{s.OldSite.Batch}", Clerk),
        new("nothing found", _ => "/search?q=没有这样的词"),
        new("department", _ => "/organisations/mzj"),
        new("late list", _ => "/disclosures"),
        new("imports of the office", _ => "/admin/imports", "office"),
    ];

    /// <summary>Pages that show nothing by themselves: they wait for a step before, or only pass on.</summary>
    public static IReadOnlySet<string> Unseen { get; } = new HashSet<string>
    {
        // Reached between password and code only; its own tests are with the accounts.
        "account/two-factor-sign-in", "account/recovery-code-sign-in",
        // The part of the editor that a script renews, and a file: no pages of their own.
        "admin/disclosures/{id:guid}/live", "admin/disclosures/{id:guid}/attachments/{attachmentId:guid}",
        // Files that download.
        "admin/words/export", "admin/disclosures/{id:guid}/signatures/{signatureId:guid}",
    };

    private static string Desk(Samples samples, DisclosureState state, string below = "") => $"/admin/disclosures/{samples.Work[state]}{below}";

    /// <summary>One of either list.</summary>
    public static PageSample Of(string route) => All.Concat(Others).First(s => s.Route == route);
}
