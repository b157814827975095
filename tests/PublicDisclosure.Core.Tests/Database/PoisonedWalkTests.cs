using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Tests.Disclosures;
using PublicDisclosure.Core.Text;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>
/// Each poisoned file on its whole way: refused at submission, masked by the assistant, nowhere to be found any more, then
/// submitted, reviewed, approved and published. Kinds that cannot be masked stay refused and the words say what to do.
/// </summary>
public sealed class PoisonedWalkTests(PoisonedFilesTests.Office office) : IClassFixture<PoisonedFilesTests.Office>
{
    /// <summary>What hides in these is taken out on upload; the clerk need not do anything.</summary>
    private static readonly string[] CleanedOnUpload =
        ["文件属性.docx", "自定义属性.docx", "文档变量.docx", "内嵌照片.docx", "表格属性.xlsx", "现场照片.jpg", "照片说明.jpg", "照片注释.jpg", "截图.png", "压缩说明.png", "夹带文件.png"];

    /// <summary>A scan may be published with a reason: its picture is looked at by every reviewer.</summary>
    private static readonly string[] OnlyWarned = ["扫描件.pdf"];

    private DisclosureDesk Desk => office.Desk;

    public static TheoryData<string> Maskable => [.. PoisonedFiles.All.Where(f => FileMasker.CanMask(f.Kind.Extension)).Select(f => f.Name)];

    public static TheoryData<string> Others => [.. PoisonedFiles.All.Where(f => !FileMasker.CanMask(f.Kind.Extension)).Select(f => f.Name)];

    [Fact]
    public void Walked_Files_AreFortyAndMore()
    {
        Assert.True(Maskable.Count >= 40, $"{Maskable.Count}");
        Assert.Equal(PoisonedFiles.All.Count, Maskable.Count + Others.Count);
        Assert.All(Maskable, name => Assert.NotEmpty(PoisonedFiles.Of(name.Data).Planted));
    }

    [Theory, MemberData(nameof(Maskable))]
    public async Task File_RefusedThenMasked_IsPublishedWithoutWhatWasPlanted(string name)
    {
        var file = PoisonedFiles.Of(name);
        await SeedRulesAsync();
        var id = await Desk.DraftAsync();
        await AttachAsync(id, file);
        var original = (await AttachmentAsync(id)).Hash;

        if (!CleanedOnUpload.Contains(name))
        {
            var refused = await SubmitAsync(id);
            Assert.Equal(OutcomeKind.Refused, refused.Kind);
            Assert.Contains(refused.Refusals, r => r.Code.StartsWith("Checklist.File", StringComparison.Ordinal));
            await MaskAsync(id);
            Assert.False(Desk.Files.Exists(original));
            Assert.True(Desk.Closed.Exists(original));
        }

        AssertNowhere(file);
        var submitted = await SubmitAsync(id);
        Assert.True(submitted.IsDone, string.Join("; ", submitted.Refusals));
        await MustAsync(async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await Desk.RevisionAsync(id), SecrecyConclusion.MayPublish, "", Desk.Reviewer)));
        await MustAsync(async w => await w.ApproveAsync(new ApproveDisclosure(id, await Desk.RevisionAsync(id), Desk.Reviewer)));
        var published = await Desk.PublishAsync(id);

        Assert.True(published.IsDone, string.Join("; ", published.Refusals));
        AssertNowhere(file);
        var version = await office.Store.ReadAsync(db => db.Versions.Include(v => v.Attachments).SingleAsync(v => v.DisclosureId == id));
        var attachment = Assert.Single(version.Attachments);
        Assert.True(Desk.Files.Exists(attachment.Hash));
        AssertNotExtracted(file, attachment.Hash, attachment.Kind);
    }

    [Theory, MemberData(nameof(Others))]
    public async Task File_OfAKindThatCannotBeMasked_IsRefusedAndTheWordsSayWhatToDo(string name)
    {
        var file = PoisonedFiles.Of(name);
        await SeedRulesAsync();
        var id = await Desk.DraftAsync();
        using var content = new MemoryStream(file.Content);
        var attached = await Desk.EditAsync(async e => await e.AttachAsync(new AttachFile(id, await Desk.RevisionAsync(id), file.Name, false, Desk.Clerk), content));
        if (!attached.IsDone)
        {
            AssertSaysWhatToDo(attached.Refusals);
            return;
        }

        if (CleanedOnUpload.Contains(name))
        {
            AssertNotExtracted(file, (await AttachmentAsync(id)).Hash, file.Kind.Extension);
            Assert.True((await SubmitAsync(id)).IsDone);
            return;
        }

        var masked = await AssistAsync(async a => await a.MaskFileAsync(new MaskFile(id, await Desk.RevisionAsync(id), (await AttachmentAsync(id)).Id, new HashSet<string>(), Desk.Clerk)));
        Assert.Equal("Masking.KindUnfit", Assert.Single(masked.Refusals).Code);
        var outcome = await SubmitAsync(id, explained: !OnlyWarned.Contains(name));
        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        AssertSaysWhatToDo([.. outcome.Refusals.Where(r => r.Code.StartsWith("Checklist.File", StringComparison.Ordinal))]);
    }

    private static Dictionary<string, string> Everything => PublicationChecklist.Rules.Where(r => r.Severity == ChecklistSeverity.Warning).ToDictionary(r => r.Code, _ => "已核对。");

    /// <summary>In the words the clerk reads: never the assistant, which does not take these kinds, but what to do elsewhere.</summary>
    private static void AssertSaysWhatToDo(IReadOnlyList<Refusal> refusals)
    {
        Assert.NotEmpty(refusals);
        foreach (var refusal in refusals)
        {
            var words = GeneratedDocuments.RefusalText(refusal);
            Assert.DoesNotContain("脱敏助手", words, StringComparison.Ordinal);
            Assert.Matches("请.*(重新上传|后上传|重新截图后上传|说明原因|另存|转换)", words);
            Assert.DoesNotContain("{", words, StringComparison.Ordinal);
        }
    }

    /// <summary>In no file of the open store, neither raw nor in the parts of its container.</summary>
    private void AssertNowhere(PoisonedFile file)
    {
        foreach (var path in Desk.OpenFiles())
        {
            var bytes = File.ReadAllBytes(path);
            AssertNotIn(file, bytes, path);
            if (!bytes.AsSpan().StartsWith("PK\u0003\u0004"u8)) continue;
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            foreach (var entry in archive.Entries)
            {
                using var part = new MemoryStream();
                using (var from = entry.Open()) from.CopyTo(part);
                AssertNotIn(file, part.ToArray(), entry.FullName);
                if (entry.FullName.EndsWith(".xml", StringComparison.Ordinal)) AssertNotIn(file, Encoding.UTF8.GetBytes(WithoutMarkup(part.ToArray())), entry.FullName);
            }
        }
    }

    private static string WithoutMarkup(byte[] xml) => System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(xml), "<[^>]*>", "");

    private static void AssertNotIn(PoisonedFile file, byte[] bytes, string where)
    {
        foreach (var value in file.Planted)
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.GetEncoding("GB18030") })
                Assert.False(bytes.AsSpan().IndexOf(encoding.GetBytes(value)) >= 0, $"{file}: found in {where}");
    }

    private void AssertNotExtracted(PoisonedFile file, string hash, string kind)
    {
        using var stored = Desk.Files.Open(hash);
        var inspection = FileInspector.Inspect(FileKind.OfExtension(kind)!, stored);
        Assert.True(inspection.IsComplete);
        stored.Position = 0;
        var text = kind is "jpg" or "png" ? "" : TextExtractor.Extract(FileKind.OfExtension(kind)!, stored).Text;
        Assert.All(file.Planted, value =>
        {
            Assert.Empty(inspection.Holding(value));
            Assert.DoesNotContain(value, text, StringComparison.Ordinal);
        });
        if (file.Trait is { } trait) Assert.False(inspection.Has(trait));
    }

    private async Task SeedRulesAsync()
    {
        if (await office.Store.ReadAsync(db => db.MaskingRules.AnyAsync())) return;
        await office.Store.AddAsync([.. MaskingRuleSeed.Shipped(Desk.Clock.Now)]);
    }

    private async Task AttachAsync(Guid id, PoisonedFile file)
    {
        using var content = new MemoryStream(file.Content);
        var attached = await Desk.EditAsync(async e => await e.AttachAsync(new AttachFile(id, await Desk.RevisionAsync(id), file.Name, false, Desk.Clerk), content));
        Assert.True(attached.IsDone, string.Join("; ", attached.Refusals));
    }

    /// <summary>As on the page: look first, then apply everything that was proposed.</summary>
    private async Task MaskAsync(Guid id)
    {
        var file = await AttachmentAsync(id);
        var preview = await AssistAsync(a => a.PreviewFileAsync(file, null));
        Assert.True(preview.Outcome.IsDone, string.Join("; ", preview.Outcome.Refusals));
        Assert.Empty(preview.Value!.Refusals);
        var masked = await AssistAsync(async a => await a.MaskFileAsync(new MaskFile(id, await Desk.RevisionAsync(id), file.Id, preview.Value.Proposals.Select(p => p.Key).ToHashSet(), Desk.Clerk)));
        Assert.True(masked.IsDone, string.Join("; ", masked.Refusals));
    }

    private Task<Outcome> SubmitAsync(Guid id, bool explained = true) =>
        Desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await Desk.RevisionAsync(id), Desk.Clerk, Reasons: explained ? Everything : null)));

    private async Task MustAsync(Func<DisclosureWorkflow, Task<Outcome>> use)
    {
        var outcome = await Desk.WorkAsync(use);
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
    }

    private Task<DisclosureAttachment> AttachmentAsync(Guid id) => office.Store.ReadAsync(db => db.Set<DisclosureAttachment>().SingleAsync(a => a.DisclosureId == id));

    private async Task<T> AssistAsync<T>(Func<MaskingAssistant, Task<T>> use)
    {
        await using var db = office.Store.Open();
        return await use(new MaskingAssistant(db, new DisclosureStore(db, Desk.Clock.Business), Desk.Files, Desk.Closed, new OpenFileRemoval(db, Desk.Files, Desk.Closed)));
    }
}
