using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>A stolen database gives away nobody, and staff see what they handle, each look kept.</summary>
public sealed class LetterSecrecyTests
{
    private static readonly string[] Secrets =
        ["韦小宝", "13877512345", "低保金三个月没有到账", "关于低保金的请求", "还是没有解决", "秘密答复内容", "转办理由甲", "协助问题乙", "协助意见丙", "退回理由丁", "延期理由戊", "韦小宝的户口簿"];

    [Fact]
    public async Task Dump_WithoutTheKey_HoldsNotOneNameContactOrText()
    {
        await using var room = await LetterRoom.CreateAsync();
        var receipt = await WalkAsync(room);
        await room.SendMailsAsync();

        var store = (SqliteStore)room.Store;
        var folder = Path.GetDirectoryName(store.DatabaseFile)!;
        var files = Directory.EnumerateFiles(folder).Concat(Directory.EnumerateFiles(room.Folder, "*", SearchOption.AllDirectories)).ToList();

        Assert.Contains(files, f => f.EndsWith(".db", StringComparison.Ordinal));
        Assert.Contains(files, f => f.EndsWith(".eml", StringComparison.Ordinal));
        Assert.Empty(Found(files));
        foreach (var code in new[] { receipt.Code, receipt.Secret }) Assert.Empty(Found(files, code, code.Replace("-", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Dump_PlantedName_IsFound()
    {
        await using var room = await LetterRoom.CreateAsync();
        await room.Store.AddAsync(TestData.CreateOrganisation("planted", "韦小宝"));
        var store = (SqliteStore)room.Store;

        Assert.Equal(["韦小宝"], Found(Directory.EnumerateFiles(Path.GetDirectoryName(store.DatabaseFile)!)).Distinct());
    }

    [Fact]
    public async Task Backup_WithTheKey_IsReadAndWithAnotherIsNot()
    {
        var keys = new EphemeralDataProtectionProvider();
        await using var room = await LetterRoom.CreateAsync(keys: keys);
        var receipt = await WalkAsync(room);
        await using var copy = await SqliteStore.CreateAsync();
        using (var from = new SqliteConnection(room.Store.ConnectionString))
        using (var to = new SqliteConnection(copy.ConnectionString))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        Assert.Equal("韦小宝", await NameAsync(copy, receipt.Id, keys));
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => NameAsync(copy, receipt.Id, new EphemeralDataProtectionProvider()));
    }

    [Theory, EveryEngine]
    public async Task Open_ByThoseWhoHandleIt_LeavesARowEachTime(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var id = (await room.SentAsync(LetterRoom.Text(name: "韦小宝"))).Id;

        Assert.Equal("韦小宝", (await OpenAsync(room, id, StaffRole.Clerk, room.Civil.Id))!.Writing.Name);
        Assert.Equal("韦小宝", (await OpenAsync(room, id, StaffRole.Reviewer, room.Civil.Id))!.Writing.Name);

        Assert.Equal(2, await room.Store.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == LetterTransitions.Look && a.ObjectId == id)));
    }

    [Theory, EveryEngine]
    public async Task Open_ByOthers_IsNothingOrTheCaseWithoutWords(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var id = (await room.SentAsync(LetterRoom.Text(name: "韦小宝"))).Id;

        Assert.Null(await OpenAsync(room, id, StaffRole.Clerk, room.Water.Id));
        Assert.Null(await OpenAsync(room, id, StaffRole.PlatformAdmin, room.Civil.Id));
        var office = (await OpenAsync(room, id, StaffRole.DisclosureOffice, room.Office.Id))!;
        Assert.Equal((false, "", ""), (office.IsOpen, office.Writing.Name, office.Writing.Text));
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.AskPartAsync(new AskLetterPart(id, seen, room.Water.Id, "请协助。", room.Clerk.Id))));
        Assert.True((await OpenAsync(room, id, StaffRole.Clerk, room.Water.Id))!.IsOpen);
        LetterRoom.Sure(await room.ReplyAsync(id, async (r, seen) => await r.DropPartAsync(new DropLetterPart(id, seen, (await room.FindAsync(id)).Parts[0].Id, room.Clerk.Id))));
        Assert.Null(await OpenAsync(room, id, StaffRole.Clerk, room.Water.Id));
    }

    [Theory, EveryEngine]
    public async Task Open_InTriage_IsTheOfficesAndNobodyElses(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var id = (await room.SentAsync(LetterRoom.Text(name: "韦小宝"), organisation: "")).Id;

        Assert.True((await OpenAsync(room, id, StaffRole.DisclosureOffice, room.Office.Id))!.IsOpen);
        Assert.Null(await OpenAsync(room, id, StaffRole.Clerk, room.Civil.Id));
    }

    [Theory, EveryEngine]
    public async Task Forget_AfterItsSpan_DeletesThePersonAndKeepsTheCase(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await WalkAsync(room);
        var young = await room.SentAsync(LetterRoom.Text("另一封还没有办结的留言。"));
        Assert.Equal(0, await room.RunAsync<ForgetLetters>());
        room.Clock.Advance(TimeSpan.FromDays(365 * 2 + 2));

        Assert.Equal(1, await room.RunAsync<ForgetLetters>());

        var letter = await room.FindAsync(receipt.Id);
        Assert.Equal((null, null, null, null, null), (letter.Original!.Title, letter.Original.Text, letter.Original.Name, letter.Original.Contact, letter.Original.Again));
        Assert.All(letter.Files, f => Assert.Equal((null, ""), (f.Name, f.Hash)));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(room.Folder, "closed"), "*", SearchOption.AllDirectories));
        Assert.Equal((LetterState.Answered, 2), (letter.State, letter.Replies.Count(r => r.AnsweredAt is not null)));
        Assert.True((await room.TrackAsync(receipt))!.IsForgotten);
        Assert.NotNull((await room.FindAsync(young.Id)).Original!.Text);
        Assert.Equal(0, await room.RunAsync<ForgetLetters>());
    }

    private static async Task<string> NameAsync(TestStore store, Guid id, IDataProtectionProvider keys)
    {
        var seals = new LetterSeals(new Core.Privacy.FieldSealer(keys));
        var original = await store.ReadAsync(db => db.Set<LetterOriginal>().SingleAsync(o => o.LetterId == id));
        return seals.Open(original).Name;
    }

    private static Task<LetterSheet?> OpenAsync(LetterRoom room, Guid id, StaffRole role, Guid organisation) =>
        room.UseAsync<LetterCases, LetterSheet?>(c => c.OpenAsync(new StaffRights([new RoleAt(organisation, role)]), id, room.Clerk.Id));

    /// <summary>A letter through everything in which somebody writes something.</summary>
    private static async Task<LetterReceipt> WalkAsync(LetterRoom room)
    {
        var text = new LetterText("关于低保金的请求", "我的低保金三个月没有到账，请帮忙查一下。", "韦小宝", "13877512345");
        var sent = await room.SendAsync(text, files: new Upload("韦小宝的户口簿.pdf", new MemoryStream("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8.ToArray())));
        Assert.True(sent.IsDone, string.Join("; ", sent.Refusals));
        var (receipt, id) = (sent.Value!, sent.Value!.Id);
        LetterRoom.Sure(await room.TriageAsync(id, (t, seen) => t.TransferAsync(new TransferLetter(id, seen, room.Water.Id, "转办理由甲", room.Clerk.Id))));
        LetterRoom.Sure(await room.TriageAsync(id, (t, seen) => t.TransferAsync(new TransferLetter(id, seen, room.Civil.Id, "转办理由甲", room.WaterClerk.Id))));
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.AskPartAsync(new AskLetterPart(id, seen, room.Water.Id, "协助问题乙", room.Clerk.Id))));
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.GivePartAsync(new GiveLetterPart(id, seen, room.Water.Id, "协助意见丙", room.WaterClerk.Id))));
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.ProposeExtensionAsync(new ProposeLetterExtension(id, seen, 3, "延期理由戊", room.Clerk.Id))));
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.DecideExtensionAsync(new DecideLetterExtension(id, seen, true, "", room.Reviewer.Id))));
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.SubmitAsync(new SubmitLetterReply(id, seen, "韦小宝：秘密答复内容", null, "", room.Clerk.Id))));
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.ReviewAsync(new ReviewLetterReply(id, seen, false, "退回理由丁", room.Reviewer.Id))));
        await room.AnswerAsync(id, "韦小宝：秘密答复内容");
        LetterRoom.Sure(await room.UseAsync<LetterTracking, Outcome>(t => t.ReopenAsync(receipt.Number, receipt.Code, receipt.Secret, "还是没有解决")));
        await room.AnswerAsync(id, "韦小宝：秘密答复内容");
        await room.PublishAsync(id);
        LetterRoom.Sure(await room.PublishingAsync(id, (p, seen) => p.TakeDownAsync(new TakeDownLetter(id, seen, "内容有误", room.Reviewer.Id))));
        return receipt;
    }

    private static IEnumerable<string> Found(IEnumerable<string> files, params string[] words)
    {
        var needles = (words.Length > 0 ? words : Secrets).SelectMany(w => new[] { (w, Encoding.UTF8.GetBytes(w)), (w, Encoding.Unicode.GetBytes(w)), (w, Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(w)).TrimEnd('=')[..^1])) }).ToList();
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            foreach (var (word, needle) in needles)
                if (memory.GetBuffer().AsSpan(0, (int)memory.Length).IndexOf(needle) >= 0) yield return word;
        }
    }
}
