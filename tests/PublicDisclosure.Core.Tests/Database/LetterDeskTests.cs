using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Triage, passing on, joint answers, extensions and review on both engines.</summary>
public sealed class LetterDeskTests
{
    [Theory, EveryEngine]
    public async Task Answer_ByTwoPersons_IsReadByTheWriterFromThenOn(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await room.SentAsync();
        room.Clock.Advance(TimeSpan.FromDays(2));

        LetterRoom.Sure(await room.ReplyAsync(receipt.Id, (r, seen) => r.SubmitAsync(new SubmitLetterReply(receipt.Id, seen, "请带户口簿。", null, "", room.Clerk.Id))));
        Assert.Empty((await room.TrackAsync(receipt))!.Answers);
        var own = await room.ReplyAsync(receipt.Id, (r, seen) => r.ReviewAsync(new ReviewLetterReply(receipt.Id, seen, true, "", room.Clerk.Id)));
        Assert.Equal("Letter.ReviewerIsAuthor", Assert.Single(own.Refusals).Code);
        LetterRoom.Sure(await room.ReplyAsync(receipt.Id, (r, seen) => r.ReviewAsync(new ReviewLetterReply(receipt.Id, seen, true, "", room.Reviewer.Id))));

        var tracked = (await room.TrackAsync(receipt))!;
        Assert.Equal((LetterState.Answered, "请带户口簿。"), (tracked.State, Assert.Single(tracked.Answers).Text));
        var letter = await room.FindAsync(receipt.Id);
        Assert.Equal((2, 2, false, null), (letter.FirstDays, letter.FinalDays, letter.IsLate, letter.DueOn));
    }

    [Theory, EveryEngine]
    public async Task Submit_TwoStaffAtOnce_TheSecondIsToldAndNothingIsLost(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var id = (await room.SentAsync()).Id;
        var seen = (await room.FindAsync(id)).Revision;
        Task<Outcome> SubmitAsync(string text, Guid by) => room.UseAsync<LetterReplies, Outcome>(r => r.SubmitAsync(new SubmitLetterReply(id, seen, text, null, "", by)));

        var outcomes = await Task.WhenAll(Task.Run(() => SubmitAsync("第一个人的答复", room.Clerk.Id)), Task.Run(() => SubmitAsync("第二个人的答复", room.Reviewer.Id)));

        Assert.Equal([OutcomeKind.Done, OutcomeKind.EditedMeanwhile], outcomes.Select(o => o.Kind).Order());
        Assert.Single((await room.FindAsync(id)).Replies);
    }

    [Theory, EveryEngine]
    public async Task Return_ByTheReviewer_KeepsTheReplyForTheNextTry(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var id = (await room.SentAsync()).Id;
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.SubmitAsync(new SubmitLetterReply(id, seen, "初稿", null, "", room.Clerk.Id))));

        Assert.Equal("Letter.ReasonMissing", (await room.ReplyAsync(id, (r, seen) => r.ReviewAsync(new ReviewLetterReply(id, seen, false, " ", room.Reviewer.Id)))).Refusals[0].Code);
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.ReviewAsync(new ReviewLetterReply(id, seen, false, "请写明地点。", room.Reviewer.Id))));

        var letter = await room.FindAsync(id);
        Assert.Equal((LetterState.InHand, null), (letter.State, letter.OpenReply));
        await room.AnswerAsync(id);
        Assert.Equal(2, (await room.FindAsync(id)).Replies.Count);
    }

    [Theory, EveryEngine]
    public async Task Direct_InWriting_HasAddressPhoneAndBasisAndIsNeverAnswered(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await room.SentAsync(organisation: "");
        Task<Outcome> DirectAsync() => room.TriageAsync(receipt.Id, (t, seen) => t.DirectAsync(new DirectLetter(receipt.Id, seen, LetterChannelKind.Petition, "请带身份证明。", room.Desk)));
        Assert.Equal("Letter.ChannelIncomplete", Assert.Single((await DirectAsync()).Refusals).Code);
        LetterRoom.Sure(await room.UseAsync<LetterChannels, Outcome>(c => c.ChangeAsync(LetterChannelKind.Petition, 0, new LetterChannelText("桂平市信访局", "人民中路1号", "0775-3380001", "《信访工作条例》第十七条"), room.Desk)));

        LetterRoom.Sure(await DirectAsync());

        var tracked = (await room.TrackAsync(receipt))!;
        Assert.Equal(LetterState.Directed, tracked.State);
        foreach (var part in new[] { "人民中路1号", "0775-3380001", "《信访工作条例》", "请带身份证明。" }) Assert.Contains(part, tracked.Direction, StringComparison.Ordinal);
        var counts = (await room.UseFiguresAsync()).All;
        Assert.Equal((1, 0, 1, 0), (counts.Received, counts.Answered, counts.Directed, counts.Open));
        Assert.False((await room.FindAsync(receipt.Id)).IsLate);
    }

    [Fact]
    public async Task Direct_AfterItsThreeWorkingDays_IsLate()
    {
        await using var room = await LetterRoom.CreateAsync();
        var receipt = await room.SentAsync(organisation: "");
        await room.UseAsync<LetterChannels, Outcome>(c => c.ChangeAsync(LetterChannelKind.Hotline, 0, new LetterChannelText("12345", "热线大厅", "12345", "国办发〔2020〕53号"), room.Desk));
        room.Clock.Advance(TimeSpan.FromDays(4));

        LetterRoom.Sure(await room.TriageAsync(receipt.Id, (t, seen) => t.DirectAsync(new DirectLetter(receipt.Id, seen, LetterChannelKind.Hotline, "", room.Desk))));

        Assert.True((await room.FindAsync(receipt.Id)).IsLate);
    }

    [Theory, EveryEngine]
    public async Task Transfer_Chain_IsShownToTheWriter(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await room.SentAsync(organisation: "");
        LetterRoom.Sure(await room.TriageAsync(receipt.Id, (t, seen) => t.AssignAsync(new AssignLetter(receipt.Id, seen, room.Civil.Id, true, "低保办理", "", room.Desk))));
        LetterRoom.Sure(await room.TriageAsync(receipt.Id, (t, seen) => t.TransferAsync(new TransferLetter(receipt.Id, seen, room.Water.Id, "属于水利部门职责。", room.Clerk.Id))));
        LetterRoom.Sure(await room.TriageAsync(receipt.Id, (t, seen) => t.SendBackAsync(new SendBackLetter(receipt.Id, seen, "请重新分办。", room.WaterClerk.Id))));

        var tracked = (await room.TrackAsync(receipt))!;
        Assert.Equal([LetterAct.Receive, LetterAct.Assign, LetterAct.Transfer, LetterAct.SendBack], tracked.Chain.Select(s => s.Act));
        Assert.Equal(("桂平市水利局", "属于水利部门职责。"), (tracked.Chain[2].Other, tracked.Chain[2].Remark));
        Assert.Equal((15, room.Clock.Today.AddDays(21)), ((await room.FindAsync(receipt.Id)).LimitDays, (await room.FindAsync(receipt.Id)).AnswerDueOn));
    }

    [Fact]
    public async Task Transfer_ToAClosedOrganisation_NamesItsSuccessor()
    {
        await using var room = await LetterRoom.CreateAsync();
        var id = (await room.SentAsync()).Id;

        var refused = await room.TriageAsync(id, (t, seen) => t.TransferAsync(new TransferLetter(id, seen, room.Closed.Id, "属于园林职责。", room.Clerk.Id)));

        Assert.Equal(new Refusal("Letter.OrganisationMerged", "OrganisationId", "桂平市园林局", "桂平市水利局"), Assert.Single(refused.Refusals));
        Assert.Equal(room.Civil.Id, (await room.FindAsync(id)).OrganisationId);
        Assert.Equal("Letter.TransferToItself", (await room.TriageAsync(id, (t, seen) => t.TransferAsync(new TransferLetter(id, seen, room.Civil.Id, "给自己。", room.Clerk.Id)))).Refusals[0].Code);
    }

    [Theory, EveryEngine]
    public async Task Assign_MatterThatNamesTheWriter_IsRefused(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var id = (await room.SentAsync(LetterRoom.Text(name: "韦小宝"), organisation: "")).Id;

        var refused = await room.TriageAsync(id, (t, seen) => t.AssignAsync(new AssignLetter(id, seen, room.Civil.Id, false, "韦小宝的低保", "", room.Desk)));

        Assert.Equal("Letter.UnmaskedName", Assert.Single(refused.Refusals).Code);
    }

    [Theory, EveryEngine]
    public async Task Desk_Letter_SaysItsSubjectAndKindAndNothingOfTheWriter(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var assigned = await room.SentAsync(LetterRoom.Text(title: "韦小宝的低保", name: "韦小宝"), organisation: "", kind: LetterKind.Help);
        LetterRoom.Sure(await room.TriageAsync(assigned.Id, (t, seen) => t.AssignAsync(new AssignLetter(assigned.Id, seen, room.Civil.Id, false, "低保办理", "", room.Desk))));
        var addressed = await room.SentAsync(LetterRoom.Text("水库放水时间是什么时候？", "韦小宝问放水", "韦小宝"));
        var answered = await room.SentAsync(LetterRoom.Text("高龄津贴什么时候发？", "韦小宝的津贴", "韦小宝"));
        await room.AnswerAsync(answered.Id);
        LetterRoom.Sure(await room.PublishingAsync(answered.Id, (p, seen) => p.ProposeAsync(new ProposePublicLetter(answered.Id, seen, new PublicLetterText("津贴怎么发", "津贴什么时候发？", "按月发。"), room.Clerk.Id))));

        var clerk = await room.DeskAsync(room.Clerk.Id, StaffRole.Clerk);
        var reviewer = await room.DeskAsync(room.Reviewer.Id, StaffRole.Reviewer);

        Assert.Equal(
            [($"留言 {addressed.Number}", (Enum)LetterKind.Consultation), ($"留言 {assigned.Number}：低保办理", LetterKind.Help)],
            clerk.Select(t => (t.Title, t.Sort!)).OrderBy(t => t.Title.Length));
        Assert.Equal($"留言 {answered.Number}：津贴怎么发", Assert.Single(reviewer).Title);
    }

    [Theory, EveryEngine]
    public async Task Merge_Duplicates_TheirWritersReadTheAnswer(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var main = await room.SentAsync();
        var second = await room.SentAsync(LetterRoom.Text(name: "李四"));
        var elsewhere = await room.SentAsync(LetterRoom.Text("水库放水时间是什么时候？"), "slj");
        Task<Outcome> MergeAsync(Guid id, string into) => room.TriageAsync(id, (t, seen) => t.MergeAsync(new MergeLetter(id, seen, into, room.Clerk.Id)));

        Assert.Equal("Letter.MergeTargetUnknown", (await MergeAsync(second.Id, elsewhere.Number)).Refusals[0].Code);
        Assert.Equal("Letter.MergeIntoItself", (await MergeAsync(second.Id, second.Number)).Refusals[0].Code);
        LetterRoom.Sure(await MergeAsync(second.Id, main.Number));
        var third = await room.SentAsync(LetterRoom.Text(name: "王五"));
        Assert.Equal("Letter.MergeOfMain", (await MergeAsync(main.Id, third.Number)).Refusals[0].Code);
        Assert.Equal("Letter.MergeIntoClosed", (await MergeAsync(third.Id, second.Number)).Refusals[0].Code);
        await room.AnswerAsync(main.Id);

        var tracked = (await room.TrackAsync(second))!;
        Assert.Equal((true, LetterState.Answered), (tracked.IsMerged, tracked.State));
        Assert.Single(tracked.Answers);
        Assert.False(tracked.MayReopen);
    }

    [Theory, EveryEngine]
    public async Task Parts_OfAJointAnswer_HoldTheReplyUpUntilGivenOrDropped(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var id = (await room.SentAsync()).Id;
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.AskPartAsync(new AskLetterPart(id, seen, room.Water.Id, "水渠由谁管？", room.Clerk.Id))));
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.AskPartAsync(new AskLetterPart(id, seen, room.Office.Id, "何时公开？", room.Clerk.Id))));
        Assert.Equal("Letter.PartAsked", (await room.ReplyAsync(id, (r, seen) => r.AskPartAsync(new AskLetterPart(id, seen, room.Water.Id, "再问。", room.Clerk.Id)))).Refusals[0].Code);
        Task<Outcome> SubmitAsync() => room.ReplyAsync(id, (r, seen) => r.SubmitAsync(new SubmitLetterReply(id, seen, "答复", null, "", room.Clerk.Id)));

        Assert.Equal("Letter.PartsOpen", (await SubmitAsync()).Refusals[0].Code);
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.GivePartAsync(new GiveLetterPart(id, seen, room.Water.Id, "由水利站管。", room.WaterClerk.Id))));
        var part = (await room.FindAsync(id)).Parts.Single(p => p.IsOpen);
        LetterRoom.Sure(await room.ReplyAsync(id, (r, seen) => r.DropPartAsync(new DropLetterPart(id, seen, part.Id, room.Clerk.Id))));

        LetterRoom.Sure(await SubmitAsync());
        Assert.Equal("Letter.NoPartAsked", (await room.ReplyAsync(id, (r, seen) => r.GivePartAsync(new GiveLetterPart(id, seen, room.Office.Id, "晚了", room.Desk)))).Refusals[0].Code);
    }

    [Theory, EveryEngine]
    public async Task Extension_ConfirmedByAnother_MovesTheDateOnce(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await room.SentAsync();
        var id = receipt.Id;
        Task<Outcome> ProposeAsync(int days = 5) => room.ReplyAsync(id, (r, seen) => r.ProposeExtensionAsync(new ProposeLetterExtension(id, seen, days, "需要现场核实。", room.Clerk.Id)));
        Task<Outcome> DecideAsync(Guid by) => room.ReplyAsync(id, (r, seen) => r.DecideExtensionAsync(new DecideLetterExtension(id, seen, true, "", by)));

        Assert.Equal("Letter.ExtensionDays", (await ProposeAsync(99)).Refusals[0].Code);
        LetterRoom.Sure(await ProposeAsync());
        Assert.Equal(room.Clock.Today.AddDays(7), (await room.FindAsync(id)).AnswerDueOn);
        Assert.Equal("Letter.DeciderIsProposer", (await DecideAsync(room.Clerk.Id)).Refusals[0].Code);
        LetterRoom.Sure(await DecideAsync(room.Reviewer.Id));

        Assert.Equal(room.Clock.Today.AddDays(14), (await room.FindAsync(id)).AnswerDueOn);
        Assert.Contains((await room.TrackAsync(receipt))!.Chain, s => s.Act == LetterAct.ConfirmExtension && s.Remark == "需要现场核实。");
        Assert.Equal("Letter.ExtendedBefore", (await ProposeAsync()).Refusals[0].Code);
    }

    [Fact]
    public async Task Extension_AfterTheLastDay_IsRefused()
    {
        await using var room = await LetterRoom.CreateAsync();
        var id = (await room.SentAsync()).Id;
        room.Clock.Advance(TimeSpan.FromDays(8));

        var refused = await room.ReplyAsync(id, (r, seen) => r.ProposeExtensionAsync(new ProposeLetterExtension(id, seen, 5, "忘记了。", room.Clerk.Id)));

        Assert.Equal("Letter.ExtensionTooLate", Assert.Single(refused.Refusals).Code);
    }

    [Theory, EveryEngine]
    public async Task Suggestion_WithoutAdoption_CannotBeAnswered(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var id = (await room.SentAsync(LetterRoom.Text("建议在桥头装一盏路灯，晚上太暗。"), kind: LetterKind.Suggestion)).Id;
        Task<Outcome> SubmitAsync(Adoption? adoption, string why) => room.ReplyAsync(id, (r, seen) => r.SubmitAsync(new SubmitLetterReply(id, seen, "答复", adoption, why, room.Clerk.Id)));

        Assert.Equal(["Letter.AdoptionMissing", "Letter.ReasonMissing"], (await SubmitAsync(null, "")).Refusals.Select(r => r.Code));
        Assert.Equal(["Letter.Unmasked"], (await SubmitAsync(Adoption.Adopted, "联系13877512345")).Refusals.Select(r => r.Code));
        await room.AnswerAsync(id, adoption: Adoption.PartlyAdopted);

        Assert.Equal(Adoption.PartlyAdopted, (await room.FindAsync(id)).Adoption);
    }
}
