using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>Addresses of seeded things, to fill the routes with.</summary>
/// <param name="Corrected">Address of a disclosure with at least two versions.</param>
/// <param name="WithFiles">Address of a disclosure with attachments.</param>
/// <param name="Withdrawn">Address of a withdrawn disclosure.</param>
/// <param name="Domain">Slug of the domain with most items.</param>
/// <param name="Item">Code of an item of that domain with something published behind it.</param>
/// <param name="Work">Disclosures of 木乐镇 by state.</param>
/// <param name="Correcting">A published disclosure of 木乐镇 whose correction is under way.</param>
/// <param name="Superseded">An edition of the city that is no longer in force.</param>
/// <param name="Edition">A draft edition of the city.</param>
/// <param name="Import">A file read into it that waits for confirmation.</param>
/// <param name="InForce">The city's edition in force.</param>
/// <param name="DomainCode">Code of the domain.</param>
/// <param name="ItemId">An item of the edition in force.</param>
/// <param name="User">Account of a clerk.</param>
/// <param name="Township">木乐镇.</param>
/// <param name="Preview">Token of a link to a draft of 木乐镇.</param>
/// <param name="Reminder">A reminder that 木乐镇 received.</param>
/// <param name="OldSite">A batch of pages of the old site, and a file of them with bad rows that waits for confirmation.</param>
/// <param name="Notice">A holiday notice that nobody has signed off.</param>
/// <param name="Standing">Public pages that were closed in one way or another.</param>
internal sealed record Samples(
    string Corrected, string WithFiles, string Withdrawn, string Domain, string Item,
    IReadOnlyDictionary<DisclosureState, Guid> Work, Guid Correcting, Guid Superseded, Guid Edition, Guid Import,
    Guid InForce, string DomainCode, Guid ItemId, Guid User, Guid Township, StandingSamples Standing, string Preview = "", Guid Reminder = default, Guid Notice = default,
    (Guid Batch, Guid Waiting) OldSite = default)
{
    /// <summary>A period that fell due: something counted, with a day.</summary>
    public Guid Unit { get; init; }

    /// <summary>Records beside the disclosures: postings, batches, templates and more.</summary>
    public RecordSamples Records { get; init; } = null!;

    /// <summary>The mail that tells the clerk of 木乐镇 of the reminder.</summary>
    public Guid Mail { get; init; }

    /// <summary>A key of a business system of 木乐镇, and the draft that came with it.</summary>
    public (Guid Key, Guid Sent) ApiKey { get; init; }

    /// <summary>An interpretation of the clerk's own organisation.</summary>
    public Guid OwnInterpretation { get; init; }

    /// <summary>Address of an interpretation that answers questions.</summary>
    public string Answers { get; init; } = "";

    /// <summary>Address of an interpretation in charts.</summary>
    public string Charts { get; init; } = "";

    /// <summary>Address of an interpretation as a film.</summary>
    public string Film { get; init; } = "";

    /// <summary>Letters for the pages that handle them.</summary>
    public LetterSamples Letters { get; init; } = null!;

    private static readonly SemaphoreSlim Gate = new(1);
    private static Samples? _loaded;

    /// <summary>Reads them once.</summary>
    public static async Task<Samples> OfAsync(Site site)
    {
        await Gate.WaitAsync();
        try
        {
            return _loaded ??= await LoadAsync(site);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<Samples> LoadAsync(Site site)
    {
        var desk = new PreparedDesk(site);
        var work = await desk.DisclosuresAsync();
        var correcting = await desk.CorrectingAsync();
        var (edition, import) = await desk.CatalogueAsync();
        var around = new PreparedSurroundings(site);
        var reminder = await around.ReminderAsync(work[DisclosureState.Published]);
        return await FindAsync(site, work, correcting, await desk.SupersededAsync(), edition, import, await desk.StandingAsync()) with
        {
            Preview = await around.PreviewAsync(work[DisclosureState.Draft]),
            Reminder = reminder,
            ApiKey = await around.ApiKeyAsync(),
            Mail = await site.ReadAsync(db => db.Mails.Where(m => m.Path == $"/admin/reminders/{reminder}").OrderBy(m => m.Key).Select(m => m.Id).FirstAsync()),
            OldSite = await around.OldSiteAsync(),
            Records = await new PreparedRecords(site, desk).AllAsync(),
            Notice = await around.NoticeAsync(),
            Letters = await new PreparedLetters(site).AllAsync(),
        };
    }

    private static Task<Samples> FindAsync(
        Site site, IReadOnlyDictionary<DisclosureState, Guid> work, Guid correcting, Guid superseded, Guid edition, Guid import,
        (Guid Suspended, Guid Proposed, Guid Withdrawn) standing) => site.ReadAsync(async db =>
    {
        var corrected = await db.Listings.Where(l => l.IsDemo && l.VersionNumber > 1).OrderBy(l => l.Address).Select(l => l.Address).FirstAsync();
        var withFiles = await db.Listings.Where(l => l.IsDemo && l.AttachmentCount > 1).OrderBy(l => l.Address).Select(l => l.Address).FirstAsync();
        var withdrawn = await db.Disclosures.Where(d => d.IsDemo && d.State == DisclosureState.Withdrawn && d.Address != null)
            .OrderBy(d => d.Address).Select(d => d.Address!).FirstAsync();
        var place = await (from listed in db.ListingItems
                           join item in db.Items on listed.ItemCode equals item.Code
                           join domain in db.Domains on item.DomainId equals domain.Id
                           where domain.Name == "社会救助"
                           orderby item.Code
                           select new { domain.Slug, DomainCode = domain.Code, item.Code, item.Id, item.EditionId }).FirstAsync();
        var user = await db.Users.Where(u => u.UserName == "clerk").Select(u => u.Id).SingleAsync();
        var township = await db.Organisations.Where(o => o.Slug == "450881101").Select(o => o.Id).SingleAsync();
        var suspendedAddress = await db.Disclosures.Where(d => d.Id == standing.Suspended).Select(d => d.Address!).SingleAsync();
        var displayed = await db.Disclosures.Where(d => d.IsDemo && d.DisplayEndedOn != null).OrderBy(d => d.Address).Select(d => d.Address!).FirstAsync();
        Task<string> Explains(InterpretationForm form) => db.PublicInterpretations.Where(i => i.Form == form).Join(db.Listings.Where(l => l.IsDemo), i => i.DisclosureId, l => l.DisclosureId, (i, l) => l.Address).OrderBy(a => a).FirstAsync();
        return new Samples(corrected, withFiles, withdrawn, place.Slug, place.Code, work, correcting, superseded, edition, import, place.EditionId, place.DomainCode, place.Id, user, township,
            new StandingSamples(standing.Suspended, suspendedAddress, standing.Proposed, standing.Withdrawn, displayed))
        {
            OwnInterpretation = await db.Interpretations.Where(i => db.Disclosures.Any(d => d.Id == i.DisclosureId && db.Memberships.Any(m => m.UserId == user && m.OrganisationId == d.OrganisationId)))
                .OrderBy(i => i.DisclosureId).Select(i => i.DisclosureId).FirstOrDefaultAsync(),
            Answers = await Explains(InterpretationForm.QuestionsAndAnswers),
            Charts = await Explains(InterpretationForm.Chart),
            Film = await Explains(InterpretationForm.Video),
            Unit = await db.CoverageUnits.Where(u => u.DueOn != null).OrderBy(u => u.Kind == UnitKind.Period ? 0 : 1).ThenBy(u => u.Id).Select(u => u.Id).FirstAsync(),
        };
    });
}

/// <summary>Disclosures whose public standing changed.</summary>
/// <param name="Suspended">Suspended by the township's reviewer.</param>
/// <param name="SuspendedAddress">Its public address.</param>
/// <param name="Proposed">Public, with a withdrawal proposed by the clerk.</param>
/// <param name="Withdrawn">Withdrawn for an error.</param>
/// <param name="Displayed">Address of a list whose display is over.</param>
internal sealed record StandingSamples(Guid Suspended, string SuspendedAddress, Guid Proposed, Guid Withdrawn, string Displayed);
