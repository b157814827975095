using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What becomes public, and what never does, on both engines.</summary>
public sealed class LetterPublishingTests
{
    private static readonly PublicLetterText Masked = new("低保怎么申请", "韦**问：低保要什么材料？", "请带户口簿办理。");

    [Theory, EveryEngine]
    public async Task Publish_ByTwoPersons_ShowsTheMaskedTextsOnly(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await AnsweredAsync(room);
        LetterRoom.Sure(await ProposeAsync(room, receipt.Id, Masked));
        Assert.Null(await ReadAsync(room, receipt.Number));
        Assert.Equal("Letter.PublisherIsProposer", (await DecideAsync(room, receipt.Id, room.Clerk.Id)).Refusals[0].Code);

        LetterRoom.Sure(await DecideAsync(room, receipt.Id, room.Reviewer.Id));

        var page = (await ReadAsync(room, receipt.Number))!;
        Assert.Equal((Masked.Title, Masked.Question, Masked.Answer), (page.Title, page.Question, page.Answer));
        Assert.DoesNotContain("韦小宝", page.ToString(), StringComparison.Ordinal);
        Assert.Single((await ListAsync(room)).Rows);
        Assert.True((await room.TrackAsync(receipt))!.IsPublic);
    }

    [Theory]
    [InlineData("我的身份证11010519491231002X")]
    [InlineData("打我电话13877512345")]
    [InlineData("１３８７７５１２３４５")]
    [InlineData("韦小宝说")]
    public async Task Propose_Unmasked_IsImpossibleInEveryField(string text)
    {
        await using var room = await LetterRoom.CreateAsync();
        var receipt = await AnsweredAsync(room);

        foreach (var unmasked in new[] { Masked with { Title = text }, Masked with { Question = text }, Masked with { Answer = text } })
            Assert.All((await ProposeAsync(room, receipt.Id, unmasked)).Refusals, r => Assert.StartsWith("Letter.Unmasked", r.Code, StringComparison.Ordinal));

        Assert.NotEmpty((await ProposeAsync(room, receipt.Id, Masked with { Question = text })).Refusals);
        Assert.Equal((LetterPublicity.None, ""), ((await room.FindAsync(receipt.Id)).Publicity, (await room.FindAsync(receipt.Id)).PublicQuestion));
    }

    [Fact]
    public async Task Publish_TextChangedBehindTheRules_IsCheckedOnceMore()
    {
        await using var room = await LetterRoom.CreateAsync();
        var receipt = await AnsweredAsync(room);
        LetterRoom.Sure(await ProposeAsync(room, receipt.Id, Masked));
        await using (var db = room.Store.Open())
            await db.Letters.Where(l => l.Id == receipt.Id).ExecuteUpdateAsync(u => u.SetProperty(l => l.PublicAnswer, "请联系13877512345"));

        Assert.Equal("Letter.Unmasked", (await DecideAsync(room, receipt.Id, room.Reviewer.Id)).Refusals[0].Code);
        Assert.Null(await ReadAsync(room, receipt.Number));
    }

    [Theory, EveryEngine]
    public async Task Propose_WriterSaidNo_IsRefusedWhateverTheText(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await room.SentAsync(isPublic: false);
        await room.AnswerAsync(receipt.Id);

        Assert.Contains("Letter.WriterSaidNo", (await ProposeAsync(room, receipt.Id, Masked)).Refusals.Select(r => r.Code));
        Assert.Null(await ReadAsync(room, receipt.Number));
    }

    [Fact]
    public async Task Propose_BeforeTheAnswer_IsRefused()
    {
        await using var room = await LetterRoom.CreateAsync();

        Assert.Contains("Letter.NotNow", (await ProposeAsync(room, (await room.SentAsync()).Id, Masked)).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task TakeDown_AtOnce_LeavesANoticeAndTakesItsQuestionsAlong(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await AnsweredAsync(room);
        await room.PublishAsync(receipt.Id, Masked);
        Assert.True((await room.UseAsync<LetterPublishing, OutcomeOf<Guid>>(p => p.MakeQuestionAsync(receipt.Number, "低保怎么申请？", "请带户口簿。", room.Desk))).IsDone);
        Assert.Single(await QuestionsAsync(room));
        Assert.Equal("Letter.UnmaskedName", (await TakeDownAsync("韦小宝要求")).Refusals[0].Code);

        LetterRoom.Sure(await TakeDownAsync("内容有误"));

        var page = (await ReadAsync(room, receipt.Number))!;
        Assert.Equal((LetterPublicity.TakenDown, "内容有误", ""), (page.Publicity, page.TakeDownReason, page.Question + page.Title + page.Answer + page.Name));
        Assert.Empty((await ListAsync(room)).Rows);
        Assert.Empty(await QuestionsAsync(room));
        LetterRoom.Sure(await ProposeAsync(room, receipt.Id, Masked));

        Task<Outcome> TakeDownAsync(string reason) => room.PublishingAsync(receipt.Id, (p, seen) => p.TakeDownAsync(new TakeDownLetter(receipt.Id, seen, reason, room.Reviewer.Id)));
    }

    [Theory, EveryEngine]
    public async Task Draft_OfTheMachine_PassesTheCheck(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await AnsweredAsync(room, "我是韦小宝，电话13877512345，住桂平市木乐镇马皮村3组12号，请问低保怎么办？");
        var sheet = await room.UseAsync<LetterCases, LetterSheet?>(c => c.OpenAsync(new Core.Accounts.StaffRights([new(room.Civil.Id, Core.Accounts.StaffRole.Clerk)]), receipt.Id, room.Clerk.Id));

        var draft = await room.UseAsync<LetterPublishing, PublicLetterText>(p => p.DraftAsync(sheet!));

        LetterRoom.Sure(await ProposeAsync(room, receipt.Id, draft));
    }

    [Theory, EveryEngine]
    public async Task List_Filters_NarrowByKindOrganisationAndWords(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        for (var i = 0; i < 3; i++)
        {
            var sent = await room.SentAsync(LetterRoom.Text($"第{i}封：低保怎么申请，去哪里？"), kind: i == 0 ? LetterKind.Suggestion : LetterKind.Consultation);
            await room.AnswerAsync(sent.Id, adoption: i == 0 ? Adoption.Adopted : null);
            await room.PublishAsync(sent.Id, Masked with { Title = $"第{i}封" });
            room.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["第2封", "第1封", "第0封"], (await ListAsync(room)).Rows.Select(r => r.Title));
        Assert.Equal(["第0封"], (await ListAsync(room, new LetterFilter(LetterKind.Suggestion))).Rows.Select(r => r.Title));
        Assert.Empty((await ListAsync(room, new LetterFilter(OrganisationId: room.Water.Id))).Rows);
        Assert.Equal(["第1封"], (await ListAsync(room, new LetterFilter(Words: "第1封 低保"))).Rows.Select(r => r.Title));
        var first = await room.UseAsync<LetterReader, Page<PublicLetterRow>>(r => r.ListAsync(new LetterFilter(), null, null, 2));
        var second = await room.UseAsync<LetterReader, Page<PublicLetterRow>>(r => r.ListAsync(new LetterFilter(), ListPosition.Read(first.Next), null, 2));
        Assert.Equal(["第0封"], second.Rows.Select(r => r.Title));
        var suggestion = Assert.Single((await room.UseAsync<LetterReader, Page<SuggestionRow>>(r => r.SuggestionsAsync(null, null, null))).Rows);
        Assert.Equal((Adoption.Adopted, "符合规划。"), (suggestion.Adoption, suggestion.Reason));
    }

    [Theory, EveryEngine]
    public async Task TitleAt_DisplayOverBeforeTheJobTookItAway_IsNoLongerNamed(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync(desk.GoodText("拟享受低保人员名单公示"));
        var address = await store.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).Select(l => l.Address).SingleAsync());

        Assert.Equal("拟享受低保人员名单公示", await UntilAsync(desk.Clock.Today));
        Assert.Null(await UntilAsync(desk.Clock.Today.AddDays(-1)));

        async Task<string?> UntilAsync(DateOnly until)
        {
            await using var db = store.Open();
            await db.Listings.Where(l => l.DisclosureId == id).ExecuteUpdateAsync(set => set.SetProperty(l => l.DisplayUntil, until));
            return await new LetterReader(db, desk.Clock.Business).TitleAtAsync(address);
        }
    }

    private static async Task<LetterReceipt> AnsweredAsync(LetterRoom room, string text = "请问低保申请需要什么材料？在哪里办理？")
    {
        var receipt = await room.SentAsync(LetterRoom.Text(text, name: "韦小宝", contact: "13877512345"));
        await room.AnswerAsync(receipt.Id);
        return receipt;
    }

    private static Task<Outcome> ProposeAsync(LetterRoom room, Guid id, PublicLetterText text) => room.PublishingAsync(id, (p, seen) => p.ProposeAsync(new ProposePublicLetter(id, seen, text, room.Clerk.Id)));

    private static Task<Outcome> DecideAsync(LetterRoom room, Guid id, Guid by) => room.PublishingAsync(id, (p, seen) => p.DecideAsync(new DecidePublicLetter(id, seen, true, "", by)));

    private static Task<PublicLetter?> ReadAsync(LetterRoom room, string number) => room.UseAsync<LetterReader, PublicLetter?>(r => r.FindAsync(number));

    private static Task<Page<PublicLetterRow>> ListAsync(LetterRoom room, LetterFilter? filter = null) => room.UseAsync<LetterReader, Page<PublicLetterRow>>(r => r.ListAsync(filter ?? new LetterFilter(), null, null));

    private static Task<IReadOnlyList<QuestionRow>> QuestionsAsync(LetterRoom room) => room.UseAsync<LetterReader, IReadOnlyList<QuestionRow>>(r => r.QuestionsAsync());
}
