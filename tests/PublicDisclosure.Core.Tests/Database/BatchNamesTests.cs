using System.Text;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Names of natural persons in a batch are masked by the same rules as by the masking assistant.</summary>
public sealed class BatchNamesTests
{
    private const string Rows = """
        行政相对人名称,行政处罚决定书文号,处罚类别,违法事实,处罚依据,处罚结果,处罚决定日期
        欧阳修文,浔市监罚〔2026〕1号,罚款,欧阳修文未取得许可从事经营活动,《无证无照经营查处办法》第十三条,对欧阳修文罚款五百元,2026-03-01
        李四的店,浔市监罚〔2026〕2号,罚款,李四的店未取得许可,《无证无照经营查处办法》第十三条,罚款五百元,2026-03-01
        """;

    [Theory, EveryEngine]
    public async Task Confirm_NaturalPerson_IsMaskedByTheRuleEverywhereInItsDocument(Engine engine)
    {
        var (person, shop) = await EnterAsync(engine, masks: true, rules => rules);

        Assert.StartsWith("欧阳**行政处罚", person.Title, StringComparison.Ordinal);
        foreach (var text in new[] { person.Title, person.Summary, person.Body }) Assert.DoesNotContain("修文", text, StringComparison.Ordinal);
        Assert.Contains("对欧阳\\*\\*罚款五百元", person.Body, StringComparison.Ordinal);
        Assert.StartsWith("李四的店", shop.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_OfficeChangedTheRule_FollowsIt()
    {
        var (person, _) = await EnterAsync(Engine.Sqlite, masks: true, rules =>
        {
            rules.Single(r => r.Kind == MaskingKind.Name).Change(new MaskingRuleText(MaskMethod.Replace, 0, 0, "×", "", "本市规定", false), new TestClock().Now);
            return rules;
        });

        Assert.StartsWith("×××行政处罚", person.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_NoRuleAtAll_LeavesNothingOfTheName()
    {
        var (person, _) = await EnterAsync(Engine.Sqlite, masks: true, _ => []);

        Assert.StartsWith("****行政处罚", person.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_NamesAreToStay_Stay()
    {
        var (person, _) = await EnterAsync(Engine.Sqlite, masks: false, rules => rules);

        Assert.StartsWith("欧阳修文行政处罚", person.Title, StringComparison.Ordinal);
    }

    private static async Task<(DisclosureText Person, DisclosureText Shop)> EnterAsync(Engine engine, bool masks, Func<IReadOnlyList<MaskingRule>, IReadOnlyList<MaskingRule>> rules)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await store.AddAsync([.. rules(MaskingRuleSeed.Shipped(desk.Clock.Now))]);
        await using var services = await BatchTests.ServicesAsync(store, desk);
        var upload = await BatchTests.UseAsync<BatchUploads, OutcomeOf<Guid>>(services, u => u.UploadAsync(
            new UploadBatch(BatchKind.Decisions, desk.Organisation.Id, desk.ItemCode, null, masks, "处罚.csv", Encoding.UTF8.GetBytes(Rows), desk.Clerk)));
        Assert.True((await BatchTests.ConfirmAsync(services, desk, upload.Value)).IsDone);
        var texts = await store.ReadAsync(db => db.Disclosures.OrderBy(d => d.BatchRow).Select(d => d.Text).ToListAsync());
        return (texts[0], texts[1]);
    }
}
