using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Freshness;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Freshness;

/// <summary>Which public pages a save says to have changed.</summary>
public sealed class PublicMarksTests
{
    /// <summary>Changes of these change every page. A new entity belongs here, or somebody has thought about where it is shown.</summary>
    private static readonly string[] SeenEverywhere =
    [
        "BodyRule", "CaseConsultation", "CaseDecision", "CaseFile", "CaseLimit", "CaseStep", "CaseTimeChange", "CatalogueEdition", "ClassificationRule", "ContentCheck", "ContentReview",
        "Disclosure", "DisclosureDomain", "Duty", "DueRecount", "ForcedPublication", "FormedDateChange", "ForwardedInterpretation", "HolidayNotice", "HolidayNoticeDay", "InterpretationPlan", "InterpretationWaiver",
        "LimitRuling", "Membership", "OfficeOpinion", "OffsitePosting", "OpinionCase", "Organisation", "PaperSignature", "PostingRecord", "PublicInterpretation", "PublicInterpretationLink",
        "PublicListing", "PublicResponse", "Reexamination", "ReleaseDate", "ReviewDate", "SettledReading", "ShelvedListing", "StandardItem", "Suspension", "ValidityAct",
        "VersionReplacement", "Withdrawal", "WithdrawalProposal",
    ];

    [Fact]
    public async Task EveryEntity_OfTheModel_HasItsPlace()
    {
        await using var store = await SqliteStore.CreateAsync();
        await using var db = store.Open();
        var types = db.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType).ToList();
        Type[] placed = [.. PublicMarks.Unseen, .. PublicMarks.Listed, .. PublicMarks.OfDisclosure];

        Assert.Equal(SeenEverywhere.Order(), types.Where(t => !placed.Any(p => p.IsAssignableFrom(t))).Select(t => t.Name).Distinct().Order());
        Assert.All(placed, p => Assert.Contains(types, p.IsAssignableFrom));
        Assert.Equal(placed.Length, placed.Distinct().Count());
        Assert.All(PublicMarks.OfDisclosure, part => Assert.Equal(typeof(Guid), db.Model.FindEntityType(part)!.FindProperty("DisclosureId")!.ClrType));
    }

    [Theory, EveryEngine]
    public async Task Save_DraftUnderWay_ChangesNoPage(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var before = await TagsAsync(store, 0);

        await desk.ApprovedAsync();

        Assert.Empty(await TagsAsync(store, before.Last));
    }

    [Theory, EveryEngine]
    public async Task Save_FirstPublication_ChangesListsAndItsOrganisation(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.ApprovedAsync();
        var before = await TagsAsync(store, 0);

        Assert.True((await desk.PublishAsync(id)).IsDone);

        Assert.Equal([PublicTags.Lists, "organisation:" + desk.Organisation.Slug], await TagsAsync(store, before.Last));
    }

    [Theory, EveryEngine]
    public async Task Save_CorrectionBeingWritten_ChangesItsOrganisationOnlyAndEveryPageOncePublic(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var text = desk.GoodText();
        var id = await desk.PublishedAsync(text);
        Assert.True((await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "数字有误", desk.Clerk)))).IsDone);
        var before = await TagsAsync(store, 0);

        Assert.True((await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), text with { Summary = "部署社会救助工作安排。" }, desk.GoodItems, desk.Clerk)))).IsDone);

        Assert.Equal([PublicTags.Lists, "organisation:" + desk.Organisation.Slug], await TagsAsync(store, before.Last));

        await desk.ReviewedAsync(id);
        Assert.True((await desk.PublishAsync(id)).IsDone);

        Assert.Contains(PublicTags.Everything, await TagsAsync(store, before.Last));
    }

    [Theory, EveryEngine]
    public async Task Save_Withdrawal_ChangesEveryPage(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();
        var before = await TagsAsync(store, 0);

        await desk.WithdrawAsync(id, WithdrawalReason.Error);

        Assert.Contains(PublicTags.Everything, await TagsAsync(store, before.Last));
    }

    [Theory, EveryEngine]
    public async Task Save_FigureOfTheLetters_ChangesListsOnly(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var before = await TagsAsync(store, 0);
        await store.AddAsync(new SparedLetter { Id = Guid.CreateVersion7(), Path = "/", At = desk.Clock.Now, Year = desk.Clock.Today.Year });

        Assert.Equal([PublicTags.Lists], await TagsAsync(store, before.Last));
    }

    private static async Task<Tags> TagsAsync(TestStore store, long after)
    {
        var rows = await store.ReadAsync(db => db.PublicChanges.Where(c => c.Id > after).OrderBy(c => c.Tag).ToListAsync());
        return new Tags(rows.Select(r => r.Tag).Distinct(), rows.Count == 0 ? after : rows.Max(r => r.Id));
    }

    private sealed class Tags(IEnumerable<string> tags, long last) : List<string>(tags)
    {
        public long Last { get; } = last;
    }
}
