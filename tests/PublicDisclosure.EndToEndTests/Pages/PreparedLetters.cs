using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>Letters for the pages that handle them.</summary>
/// <param name="Triage">Waits for the office.</param>
/// <param name="InHand">With 木乐镇, with a part asked of it and more time asked for by nobody.</param>
/// <param name="Reviewed">Its reply waits for the second person.</param>
/// <param name="Answered">The writer has read the answer; not public.</param>
/// <param name="Proposed">Its public text waits for the second person.</param>
/// <param name="Public">Number of a public one.</param>
/// <param name="Closed">Number of one that was closed.</param>
/// <param name="Question">A question made of the public one.</param>
internal sealed record LetterSamples(Guid Triage, Guid InHand, Guid Reviewed, Guid Answered, Guid Proposed, string Public, string Closed, Guid Question);

/// <summary>Writes letters to 木乐镇 and leads each to its place through the ordinary steps.</summary>
internal sealed class PreparedLetters(Site site)
{
    private const string Township = "450881101";

    private static readonly PublicLetterText Masked = new("村口路灯什么时候修好", "村口的路灯坏了一个月，晚上看不清路，什么时候能修好？", "已经更换3盏路灯，今晚起亮灯。");

    private Guid _clerk, _reviewer, _office;

    /// <summary>All of them.</summary>
    public async Task<LetterSamples> AllAsync()
    {
        (_clerk, _reviewer, _office) = (await UserAsync("township-clerk"), await UserAsync("township-reviewer"), await UserAsync("office"));
        var triage = (await SendAsync("", 1)).Id;
        var inHand = (await SendAsync(Township, 2)).Id;
        var reviewed = (await SendAsync(Township, 3)).Id;
        await ReplyAsync(reviewed);
        var answered = await AnsweredAsync(4);
        var proposed = await AnsweredAsync(5);
        await ProposeAsync(proposed.Id);
        var (open, closed) = (await PublishedAsync(6), await PublishedAsync(7));
        await ActAsync<LetterPublishing>(closed.Id, (p, seen) => p.TakeDownAsync(new TakeDownLetter(closed.Id, seen, "留言人提出不再公开。", _reviewer)));
        var question = await UseAsync<LetterPublishing, OutcomeOf<Guid>>(p => p.MakeQuestionAsync(open.Number, "路灯坏了找谁？", "请拨打镇政府值班电话，或者写留言。", _office));
        return new LetterSamples(triage, inHand, reviewed, answered.Id, proposed.Id, open.Number, closed.Number, question.Value);
    }

    private async Task<LetterReceipt> SendAsync(string organisation, int index)
    {
        var text = new LetterText("村口路灯坏了", $"第{index}组村口的路灯坏了一个月，晚上看不清路，什么时候能修好？", "覃小明", "13800138000");
        var sent = await UseAsync<LetterIntake, OutcomeOf<LetterReceipt>>(i => i.SendAsync(new SendLetter(Guid.NewGuid(), LetterKind.Help, organisation, text, true)));
        return sent.IsDone ? sent.Value! : throw new InvalidOperationException(string.Join("; ", sent.Refusals));
    }

    private Task ReplyAsync(Guid id) => ActAsync<LetterReplies>(id, (r, seen) => r.SubmitAsync(new SubmitLetterReply(id, seen, "您好！已经更换3盏路灯，今晚起亮灯。", null, "", _clerk)));

    private async Task<LetterReceipt> AnsweredAsync(int index)
    {
        var receipt = await SendAsync(Township, index);
        await ReplyAsync(receipt.Id);
        await ActAsync<LetterReplies>(receipt.Id, (r, seen) => r.ReviewAsync(new ReviewLetterReply(receipt.Id, seen, true, "", _reviewer)));
        return receipt;
    }

    private Task ProposeAsync(Guid id) => ActAsync<LetterPublishing>(id, (p, seen) => p.ProposeAsync(new ProposePublicLetter(id, seen, Masked, _clerk)));

    private async Task<LetterReceipt> PublishedAsync(int index)
    {
        var receipt = await AnsweredAsync(index);
        await ProposeAsync(receipt.Id);
        await ActAsync<LetterPublishing>(receipt.Id, (p, seen) => p.DecideAsync(new DecidePublicLetter(receipt.Id, seen, true, "", _reviewer)));
        return receipt;
    }

    private async Task ActAsync<TService>(Guid id, Func<TService, int, Task<Outcome>> act) where TService : notnull
    {
        var seen = await site.ReadAsync(db => db.Letters.Where(l => l.Id == id).Select(l => l.Revision).SingleAsync());
        var outcome = await UseAsync<TService, Outcome>(s => act(s, seen));
        if (!outcome.IsDone) throw new InvalidOperationException($"{outcome.Kind}: {string.Join("; ", outcome.Refusals)}");
    }

    private async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private Task<Guid> UserAsync(string name) => site.ReadAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());
}
