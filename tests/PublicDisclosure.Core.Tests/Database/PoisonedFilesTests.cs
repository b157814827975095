using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>None of the poisoned files gets through any door, whatever reasons are given.</summary>
public sealed class PoisonedFilesTests(PoisonedFilesTests.Office office) : IClassFixture<PoisonedFilesTests.Office>
{
    public static TheoryData<string> Names => [.. PoisonedFiles.All.Select(f => f.Name)];

    /// <summary>Those that only warn: a scan may be published with a reason, and its picture is looked at by every reviewer.</summary>
    private static readonly string[] OnlyWarned = ["扫描件.pdf"];

    [Theory, MemberData(nameof(Names))]
    public async Task Submit_DraftWithPoisonedFile_IsRefusedAndSaysWhy(string name)
    {
        var file = PoisonedFiles.Of(name);
        var id = await office.Desk.DraftAsync();
        using var content = new MemoryStream(file.Content);
        var attached = await office.Desk.EditAsync(async e => await e.AttachAsync(new AttachFile(id, await office.Desk.RevisionAsync(id), file.Name, false, office.Desk.Clerk), content));
        if (!attached.IsDone)
        {
            Assert.All(attached.Refusals, r => Assert.StartsWith("Attachment.", r.Code, StringComparison.Ordinal));
            return;
        }

        var outcome = await office.Desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await office.Desk.RevisionAsync(id), office.Desk.Clerk, Reasons: Everything)));

        // What the door strips at once (the properties of office files and pictures) is not there to be found any more.
        if (outcome.IsDone && !OnlyWarned.Contains(name)) await AssertCleanedAsync(id, file);
        else if (!outcome.IsDone) AssertNames(outcome);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Publish_FileThatCameBesideTheForms_IsRefused(string name)
    {
        var file = PoisonedFiles.Of(name);
        var id = await office.Desk.ApprovedAsync();
        using var content = new MemoryStream(file.Content);
        var stored = await office.Desk.Files.StoreAsync(content, default);
        await office.Store.AddAsync(TestData.CreateAttachment(id, stored.Hash, file.Name));

        var outcome = await office.Desk.PublishAsync(id, reasons: OnlyWarned.Contains(name) ? null : Everything);

        AssertNames(outcome);
        Assert.Equal(DisclosureState.AwaitingPublication, (await office.Store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).State);
    }

    /// <summary>A reason for every warning there is.</summary>
    private static Dictionary<string, string> Everything => PublicationChecklist.Rules.Where(r => r.Severity == ChecklistSeverity.Warning).ToDictionary(r => r.Code, _ => "已核对。");

    private static void AssertNames(Outcome outcome)
    {
        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Contains(outcome.Refusals, r => r.Code.StartsWith("Checklist.File", StringComparison.Ordinal));
    }

    private async Task AssertCleanedAsync(Guid id, PoisonedFile file)
    {
        var attachment = await office.Store.ReadAsync(db => db.Set<DisclosureAttachment>().SingleAsync(a => a.DisclosureId == id));
        await using var stored = office.Desk.Files.Open(attachment.Hash);
        var inspection = FileInspector.Inspect(FileKind.OfExtension(attachment.Kind)!, stored);

        Assert.NotEqual(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content)), attachment.Hash);
        Assert.All(file.Planted, value => Assert.Empty(inspection.Holding(value)));
        if (file.Trait is { } trait) Assert.False(inspection.Has(trait));
    }

    /// <summary>One office for all files.</summary>
    public sealed class Office : IAsyncLifetime
    {
        public TestStore Store { get; private set; } = null!;

        public DisclosureDesk Desk { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Store = await TestStore.CreateAsync(Engine.Sqlite);
            Desk = await DisclosureDesk.CreateAsync(Store);
        }

        public ValueTask DisposeAsync()
        {
            Desk.Dispose();
            return Store.DisposeAsync();
        }
    }
}
