using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Taking letters in, on both engines: once, whole, with nothing lost and nothing readable.</summary>
public sealed class LetterIntakeTests
{
    [Theory, EveryEngine]
    public async Task Send_ToAnOrganisation_ArrivesThereWithItsDates(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);

        var receipt = await room.SentAsync(LetterRoom.Text(name: "韦小宝", contact: "13877512345"));

        var letter = await room.FindAsync(receipt.Id);
        Assert.Equal((LetterState.InHand, room.Civil.Id, 5), (letter.State, letter.OrganisationId, letter.LimitDays));
        // A Monday: five working days after it are the next Monday.
        Assert.Equal((room.Clock.Today.AddDays(7), room.Clock.Today.AddDays(7)), (letter.AnswerDueOn, letter.DueOn!.Value));
        Assert.Matches("^[0-9]{8}-[0-9]{6}$", receipt.Number);
        var mail = Assert.Single(await room.Store.ReadAsync(db => db.Mails.ToListAsync()));
        Assert.Equal((MailKind.LetterArrived, room.Clerk.Id), (mail.Kind, mail.ToUserId!.Value));
        Assert.DoesNotContain("低保", mail.Subject + mail.Body, StringComparison.Ordinal);
        Assert.Equal(["Letter.Receive"], await room.Store.ReadAsync(db => db.AuditEntries.Where(a => a.ObjectId == receipt.Id).Select(a => a.Action).ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task Send_WithoutAddressee_WaitsForTheOffice(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);

        var letter = await room.FindAsync((await room.SentAsync(organisation: "")).Id);

        Assert.Equal((LetterState.AwaitingTriage, room.Office.Id, null), (letter.State, letter.OrganisationId, letter.AddressedToId));
        Assert.Equal(room.Clock.Today.AddDays(3), letter.DueOn);
    }

    [Fact]
    public async Task Send_SameLetterAHundredTimes_IsOneLetter()
    {
        await using var room = await LetterRoom.CreateAsync();
        var answers = new List<OutcomeOf<LetterReceipt>>();

        for (var i = 0; i < 100; i++) answers.Add(await room.SendAsync(LetterRoom.Text("请问  低保申请需要什么材料？\n在哪里办理？")));

        Assert.Equal(1, answers.Count(a => a.IsDone));
        Assert.All(answers.Skip(1), a => Assert.Equal("Letter.SameLetter", Assert.Single(a.Refusals).Code));
        Assert.Equal(1, await room.Store.ReadAsync(db => db.Letters.CountAsync()));
        Assert.True((await room.SendAsync(LetterRoom.Text("请问 低保申请需要什么材料？在哪里办理？", name: "李四"))).IsDone);
        room.Clock.Advance(TimeSpan.FromDays(31));
        Assert.True((await room.SendAsync()).IsDone);
    }

    [Fact]
    public async Task Send_SameFormTwice_GivesNewCodesForTheSameLetter()
    {
        await using var room = await LetterRoom.CreateAsync();
        var form = Guid.NewGuid();
        var first = (await room.SendAsync(form: form)).Value!;

        var second = (await room.SendAsync(form: form)).Value!;

        Assert.Equal((first.Id, first.Number), (second.Id, second.Number));
        Assert.Null(await room.TrackAsync(first));
        Assert.NotNull(await room.TrackAsync(second));
        room.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("Letter.SameLetter", (await room.SendAsync(form: form)).Refusals[0].Code);
    }

    [Fact]
    public async Task Send_SameFormAtTheSameMoment_IsOneLetter()
    {
        await using var room = await LetterRoom.CreateAsync();
        var form = Guid.NewGuid();
        await room.SendAsync(LetterRoom.Text("先写一封，让指纹的密钥存在。"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => room.SendAsync(form: form))));

        Assert.Equal(2, await room.Store.ReadAsync(db => db.Letters.CountAsync()));
        Assert.Contains(answers, a => a.IsDone);
        Assert.All(answers, a => Assert.True(a.IsDone || a.Outcome.Kind == OutcomeKind.EditedMeanwhile));
    }

    [Theory]
    [InlineData("ylj")]
    [InlineData("no-such")]
    public async Task Send_ToAClosedOrganisation_IsRefused(string slug)
    {
        await using var room = await LetterRoom.CreateAsync();

        Assert.Equal("Letter.AddresseeGone", Assert.Single((await room.SendAsync(organisation: slug)).Refusals).Code);
    }

    [Fact]
    public async Task Send_Files_LieEncryptedAndWithoutTheirNames()
    {
        await using var room = await LetterRoom.CreateAsync();
        var content = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF 韦小宝的材料"u8.ToArray();

        var sent = await room.SendAsync(form: null, files: new Upload("韦小宝的户口簿.pdf", new MemoryStream(content)));

        Assert.True(sent.IsDone, string.Join("; ", sent.Refusals));
        var file = Assert.Single((await room.FindAsync(sent.Value!.Id)).Files);
        Assert.DoesNotContain("户口簿", file.Name!.Cipher, StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFiles(room.Folder, "*", SearchOption.AllDirectories), path => Assert.Equal(-1, File.ReadAllBytes(path).AsSpan().IndexOf("材料"u8)));
    }

    [Fact]
    public async Task Send_FilesThatAreNone_AreRefusedByNameAndNothingIsKept()
    {
        await using var room = await LetterRoom.CreateAsync();
        static Upload Program(string name) => new(name, new MemoryStream([0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0]));

        var bad = await room.SendAsync(form: null, files: [Program("照片.jpg"), new Upload("空.pdf", new MemoryStream())]);
        var many = await room.SendAsync(form: null, files: [Program("1.jpg"), Program("2.jpg"), Program("3.jpg"), Program("4.jpg")]);

        Assert.Equal(2, bad.Refusals.Count);
        Assert.All(bad.Refusals, r => Assert.Equal("Files", r.Field));
        Assert.Equal("Letter.TooManyFiles", Assert.Single(many.Refusals).Code);
        Assert.Equal(0, await room.Store.ReadAsync(db => db.Letters.CountAsync()));
    }

    [Theory]
    [InlineData("/disclosures/mzj-2026-00001", "/disclosures/mzj-2026-00001")]
    [InlineData("//evil.example/x", "")]
    [InlineData("https://evil.example", "")]
    [InlineData("/a\"onclick", "/a\"onclick")]
    [InlineData("/a?b=1", "")]
    [InlineData("/a b", "")]
    public async Task Send_AboutPath_IsOfThisSiteOrNone(string path, string kept)
    {
        await using var room = await LetterRoom.CreateAsync();

        var sent = await room.UseAsync<LetterIntake, OutcomeOf<LetterReceipt>>(i => i.SendAsync(new SendLetter(Guid.NewGuid(), LetterKind.Consultation, "", LetterRoom.Text(), true, path)));

        Assert.Equal(kept, (await room.FindAsync(sent.Value!.Id)).AboutPath);
    }
}
