using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Text.Media;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Charts, questions and media reach the stored draft, on both engines, and leave every other word alone.</summary>
public class FigureDeskTests
{
    [Theory, EveryEngine]
    public async Task PutChart_ThenPutAgain_ReplacesItsBlockAndCountsAsChangeOfTheText(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.DraftAsync(around.Desk.GoodText("关于图表的通知"));
        var before = await FindAsync(around, id);
        var chart = new ChartText("柱状图", "标准", "元", "类别|数\n城市|880");

        Assert.True((await UseAsync(around, d => d.PutChartAsync(Edit(around, before), null, chart))).IsDone);
        var first = await FindAsync(around, id);
        Assert.Equal(before.TextRevision + 1, first.TextRevision);
        Assert.StartsWith(before.Text.Body.TrimEnd(), first.Text.Body, StringComparison.Ordinal);

        Assert.True((await UseAsync(around, d => d.PutChartAsync(Edit(around, first), 0, chart with { Title = "新标准" }))).IsDone);
        var second = await FindAsync(around, id);
        Assert.Equal("新标准", ChartText.Of(Assert.Single(FenceText.Find(second.Text.Body, FigureDesk.ChartWord))).Title);

        Assert.Equal(OutcomeKind.EditedMeanwhile, (await UseAsync(around, d => d.RemoveChartAsync(Edit(around, first), 0))).Kind);
        Assert.True((await UseAsync(around, d => d.RemoveChartAsync(Edit(around, second), 0))).IsDone);
        Assert.Equal(before.Text.Body.TrimEnd(), (await FindAsync(around, id)).Text.Body.TrimEnd());
    }

    [Theory, EveryEngine]
    public async Task Attach_SameNameTwice_IsRefused(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.DraftAsync(around.Desk.GoodText("关于音频的通知"));
        var file = new ReceivedFile("解读.mp3", "mp3", new string('a', 64), 100);
        var draft = await FindAsync(around, id);
        Assert.True((await UseAsync(around, d => d.AttachAsync(Edit(around, draft), file))).IsDone);

        var attached = await FindAsync(around, id);
        var again = await UseAsync(around, d => d.AttachAsync(Edit(around, attached), file));

        Assert.Equal("Attachment.NameTaken", Assert.Single(again.Refusals).Code);
        Assert.Single((await FindAsync(around, id)).Attachments);
    }

    [Theory, EveryEngine]
    public async Task PutMedia_WithoutWords_IsRefused_WithWordsStandsOnce(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.DraftAsync(around.Desk.GoodText("关于视频的通知"));
        var block = new MediaBlock(MediaKind.Video, "解读", "attachment:解读.mp4", "", "", []);
        var draft = await FindAsync(around, id);

        Assert.Equal("Media.WordsMissing", Assert.Single((await UseAsync(around, d => d.PutMediaAsync(Edit(around, draft), block))).Refusals).Code);
        Assert.True((await UseAsync(around, d => d.PutMediaAsync(Edit(around, draft), block with { Words = ["大家好。"] }))).IsDone);
        var shown = await FindAsync(around, id);
        Assert.True((await UseAsync(around, d => d.PutMediaAsync(Edit(around, shown), block with { Words = ["大家好。", "再见。"] }))).IsDone);

        var body = (await FindAsync(around, id)).Text.Body;
        Assert.Equal("大家好。\n\n再见。\n```", body[body.IndexOf("大家好", StringComparison.Ordinal)..].Trim());
    }

    private static FigureEdit Edit(AroundDesk around, Disclosure draft) => new(draft.Id, draft.Revision, around.Desk.Clerk);

    private static Task<Disclosure> FindAsync(AroundDesk around, Guid id) =>
        around.Store.ReadAsync(db => db.Disclosures.Include(d => d.Attachments).SingleAsync(d => d.Id == id));

    private static async Task<Outcome> UseAsync(AroundDesk around, Func<FigureDesk, Task<Outcome>> act)
    {
        await using var db = around.Store.Open();
        return await act(new FigureDesk(new DisclosureStore(db, around.Desk.Clock.Business)));
    }
}
