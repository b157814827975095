using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What a writer does with number and codes.</summary>
public sealed class LetterWriterTests
{
    [Fact]
    public async Task Open_AThousandWrongCodes_TellNothing()
    {
        await using var room = await LetterRoom.CreateAsync();
        var receipt = await room.SentAsync();

        for (var i = 0; i < 1000; i++)
        {
            var wrong = i % 4 == 0 ? "" : i % 4 == 1 ? "ABCD" : QueryCode.New().Written;
            Assert.Null(await room.UseAsync<LetterTracking, TrackedLetter?>(t => t.OpenAsync(i % 2 == 0 ? receipt.Number : "20200101-000001", wrong)));
        }

        Assert.NotNull(await room.TrackAsync(receipt));
        var same = await room.UseAsync<LetterTracking, Outcome>(t => t.RateAsync(receipt.Number, QueryCode.New().Written, Satisfaction.Satisfied));
        var none = await room.UseAsync<LetterTracking, Outcome>(t => t.RateAsync("20200101-000001", receipt.Code, Satisfaction.Satisfied));
        Assert.Equal(same.Refusals, none.Refusals);
    }

    [Theory, EveryEngine]
    public async Task Open_WithTheCode_ShowsTheLetterOnlyWithTheSecret(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await room.SentAsync(LetterRoom.Text(name: "韦小宝"));

        Assert.Null((await room.TrackAsync(receipt))!.Writing);
        Assert.Null((await room.TrackAsync(receipt, receipt.Code))!.Writing);
        Assert.Equal("韦小宝", (await room.TrackAsync(receipt, receipt.Secret.ToLowerInvariant()))!.Writing!.Name);
    }

    [Theory, EveryEngine]
    public async Task Rate_Once_IsKeptAndCounted(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await room.SentAsync();
        Task<Outcome> RateAsync(Satisfaction how) => room.UseAsync<LetterTracking, Outcome>(t => t.RateAsync(receipt.Number, receipt.Code, how));

        Assert.Equal("Letter.NotAnswered", (await RateAsync(Satisfaction.Satisfied)).Refusals[0].Code);
        await room.AnswerAsync(receipt.Id);
        LetterRoom.Sure(await RateAsync(Satisfaction.Dissatisfied));

        Assert.Equal("Letter.RatedBefore", (await RateAsync(Satisfaction.VerySatisfied)).Refusals[0].Code);
        Assert.Equal(1, (await room.UseFiguresAsync()).All.Ratings[Satisfaction.Dissatisfied]);
    }

    [Theory, EveryEngine]
    public async Task Reopen_Once_BeginsTheLimitAnewAndKeepsBothAnswers(Engine engine)
    {
        await using var room = await LetterRoom.CreateAsync(engine);
        var receipt = await room.SentAsync();
        Task<Outcome> ReopenAsync(string secret) => room.UseAsync<LetterTracking, Outcome>(t => t.ReopenAsync(receipt.Number, receipt.Code, secret, "材料没有说清楚。"));
        Assert.Equal("Letter.NotAnswered", (await ReopenAsync(receipt.Secret)).Refusals[0].Code);
        room.Clock.Advance(TimeSpan.FromDays(1));
        await room.AnswerAsync(receipt.Id);
        room.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal("Letter.SecretWrong", (await ReopenAsync(receipt.Code)).Refusals[0].Code);
        LetterRoom.Sure(await ReopenAsync(receipt.Secret));
        Assert.Equal((LetterState.InHand, room.Clock.Today.AddDays(7)), ((await room.FindAsync(receipt.Id)).State, (await room.FindAsync(receipt.Id)).AnswerDueOn));
        await room.AnswerAsync(receipt.Id, "补充答复。");

        var letter = await room.FindAsync(receipt.Id);
        Assert.Equal((1, 6), (letter.FirstDays, letter.FinalDays));
        Assert.Equal(["请带户口簿到镇政府便民服务中心办理。", "补充答复。"], (await room.TrackAsync(receipt))!.Answers.Select(a => a.Text));
        Assert.Equal("Letter.ReopenedBefore", (await ReopenAsync(receipt.Secret)).Refusals[0].Code);
    }

    [Fact]
    public async Task Reopen_AfterItsTime_IsRefused()
    {
        await using var room = await LetterRoom.CreateAsync();
        var receipt = await room.SentAsync();
        await room.AnswerAsync(receipt.Id);
        room.Clock.Advance(TimeSpan.FromDays(60));

        var refused = await room.UseAsync<LetterTracking, Outcome>(t => t.ReopenAsync(receipt.Number, receipt.Code, receipt.Secret, "还有问题。"));

        Assert.Equal("Letter.ReopeningTooLate", Assert.Single(refused.Refusals).Code);
    }
}
