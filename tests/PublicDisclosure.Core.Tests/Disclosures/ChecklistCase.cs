using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>A disclosure with its surroundings that keeps every rule; a case changes what its rule is about.</summary>
public sealed record ChecklistCase
{
    public static readonly DateOnly Today = TestClock.DefaultDay;

    public DisclosureText Text { get; init; } = new()
    {
        Title = "桂平市民政局关于做好城乡低保工作的通知",
        Kind = DocumentKind.Notice,
        Genre = DisclosureGenre.Other,
        Aspects = DisclosureAspects.Decision,
        MandatoryClass = MandatoryClass.Livelihood,
        DocumentNumber = "浔民发〔2026〕12号",
        DocumentDate = Today,
        FormedOn = Today,
        Theme = ThemeClass.CivilAffairsAndRelief,
        Keywords = "城乡低保",
        Summary = "部署城乡低保工作。",
        Channels = "Website",
        Body = "各乡镇人民政府：\n\n为做好城乡低保工作，现就有关事项通知如下，请认真贯彻执行，并按时报送落实情况。\n\n特此通知。",
    };

    public IReadOnlyList<ItemChoice> Items { get; init; } = [new("05-abc", "文件全文")];

    public IReadOnlyList<string> Files { get; init; } = [];

    public string FileKind { get; init; } = "pdf";

    /// <summary>What it replaces.</summary>
    public IReadOnlyList<ReplacementChoice> Replaces { get; init; } = [];

    /// <summary>Files with their content, inspected as attached ones are.</summary>
    public IReadOnlyList<PoisonedFile> Contents { get; init; } = [];

    /// <summary>False leaves the files without an inspection.</summary>
    public bool AreInspected { get; init; } = true;

    /// <summary>What is done to a version that is public; First when nothing has been published.</summary>
    public ChangeKind Change { get; init; } = ChangeKind.First;

    /// <summary>The text that was handed in and taken back before this one; null when nothing was.</summary>
    public DisclosureText? HandedIn { get; init; }

    public DisclosureFacts Facts { get; init; } = new()
    {
        Today = Today,
        OrganisationName = "桂平市民政局",
        Items = new Dictionary<string, ItemFacts> { ["05-abc"] = new("政策法规文件", "文件全文", DisclosureMode.Active, "■政府网站", true) },
    };

    /// <summary>Changes the text.</summary>
    public ChecklistCase With(Func<DisclosureText, DisclosureText> change) => this with { Text = change(Text) };

    /// <summary>Changes the facts.</summary>
    public ChecklistCase Knowing(Func<DisclosureFacts, DisclosureFacts> change) => this with { Facts = change(Facts) };

    /// <summary>Codes the checklist finds.</summary>
    public IReadOnlyList<string> Codes() => [.. Check().Findings.Select(f => f.Refusal.Code)];

    /// <summary>The checklist's answer.</summary>
    public ChecklistResult Check() =>
        PublicationChecklist.Check(Build(), AreInspected && Facts.Files.Count == 0 ? Facts with { Files = Inspected() } : Facts);

    private Dictionary<string, FileFacts> Inspected() => Files.Select((_, i) => (Index: i, Facts: new FileFacts([], null)))
        .Concat(Contents.Select((f, i) => (Index: Files.Count + i, Facts: FileFacts.Of(FileInspector.Inspect(f.Kind, new MemoryStream(f.Content)), Facts.Words))))
        .ToDictionary(f => Hash(f.Index), f => f.Facts);

    private static string Hash(int index) => new((char)('a' + index), 64);

    private Disclosure Build()
    {
        var clock = new TestClock();
        var by = Guid.NewGuid();
        var disclosure = Disclosure.Create(Guid.NewGuid(), Guid.NewGuid(), HandedIn ?? Text, clock.Now, by);
        if (HandedIn is not null)
        {
            disclosure.Submit(new ChecklistResult(disclosure.TextRevision, []), clock.Now, by);
            disclosure.Recall(clock.Now, by);
        }

        disclosure.Edit(Text, Items, clock.Now, by);
        foreach (var (name, index) in Files.Select((name, index) => (name, index)))
            disclosure.Attach(new DisclosureAttachment(Guid.NewGuid(), disclosure.Id, name, FileKind, Hash(index), 10, false, index + 1, clock.Now, by), clock.Now, by);
        foreach (var (file, index) in Contents.Select((file, index) => (file, Files.Count + index)))
            disclosure.Attach(new DisclosureAttachment(Guid.NewGuid(), disclosure.Id, file.Name, file.Kind.Extension, Hash(index), file.Content.Length, false, index + 1, clock.Now, by), clock.Now, by);
        disclosure.Replace(Replaces, clock.Now, by);
        if (Change != ChangeKind.First) BeginChange(disclosure, clock.Now, by);
        return disclosure;
    }

    private void BeginChange(Disclosure disclosure, DateTime now, Guid clerk)
    {
        var reviewer = Guid.NewGuid();
        ChecklistResult Passed() => new(disclosure.TextRevision, []);
        disclosure.Submit(Passed(), now, clerk);
        disclosure.ReviewSecrecy(SecrecyConclusion.MayPublish, "", now, reviewer);
        disclosure.Approve(Passed(), now, reviewer);
        disclosure.Publish(Passed(), new RenderedBody("", "", "1"), "桂平市民政局", ("114508810000000000/2026-00001", "mzj-2026-00001"), now, reviewer);
        disclosure.BeginCorrection(Change, "情况说明", now, clerk, Change == ChangeKind.Update ? Today : null);
    }
}
