using CsCheck;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Export;
using PublicDisclosure.Core.Catalogue.Import;

namespace PublicDisclosure.Core.Tests.Catalogue.Import;

/// <summary>Whatever rows a catalogue holds, the import of its export gives the same rows.</summary>
public sealed class RoundTripTests
{
    private const string Characters = "政务公开标准目录市县乡村条例信息文件名称号第一二三12AB，。（）《》“”、；：=+-@'\"_x<>&,■●√ \n";

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static readonly Gen<string> Text = Gen.Char[Characters].Array[1, 24].Select(c => "事" + new string(c) + "项");
    private static readonly Gen<string> MaybeText = Gen.OneOf(Gen.Const(""), Text);
    private static readonly Gen<string> Name = Gen.Char["政务公开标准救助养老服务项信息12AB（）=+-@'"].Array[1, 12].Select(c => new string(c) + "事项");

    private static readonly Gen<ChannelTick> ExtraTick = Gen.Select(
        OneOf("公共资源交易平台", "12345政务服务热线", "其他（基层公共服务平台）", "信用中国网站", "政府网站（https://a.gov.cn/b）", "征地信息公开平台"), Gen.Bool,
        (text, ticked) => new ChannelTick(ChannelVocabulary.Of(text), text, ticked));

    private static readonly Gen<IReadOnlyList<ChannelTick>> Channels = Gen.Select(Gen.Int[0, 8191], ExtraTick.Array[0, 3], (mask, extra) =>
        ChannelList.Complete(ChannelVocabulary.OfficialList.Select((c, i) => new ChannelTick(c, ChannelVocabulary.OfficialText(c), (mask >> i & 1) == 1)).Concat(extra)));

    private static readonly Gen<CatalogueRow> Row =
        from names in Gen.Select(Name, Gen.OneOf(Gen.Const(""), Name), Gen.OneOf(Gen.Const(""), Name))
        from texts in Gen.Select(MaybeText, MaybeText, MaybeText, MaybeText)
        from channels in Channels
        from who in Gen.OneOf(Gen.Const((string?)null), Gen.Const<string?>(""), OneOf<string?>("项目单位", "申请人、当事人"))
        from flags in Gen.Int[0, 15]
        from levels in Gen.Int[2, 14]
        from aspects in Gen.Int[0, 31]
        from rest in Gen.Select(OneOf("", "115001001", "05-7K3QD"), MaybeText, MaybeText, Gen.Int[1, 9999])
        select new CatalogueRow
        {
            Domain = "养老服务",
            Sequence = rest.Item4.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ItemCode = rest.Item1,
            Level1 = names.Item1,
            Level2 = names.Item2,
            Level3 = names.Item3,
            ElementsText = texts.Item1,
            LegalBasis = texts.Item2,
            TimeLimitText = texts.Item3,
            BodyText = texts.Item4,
            Channels = channels,
            AnyTickedChannel = (flags & 1) != 0,
            ForWholeSociety = (flags & 2) != 0,
            IsActive = (flags & 4) != 0,
            IsOnApplication = (flags & 8) != 0,
            SpecificGroup = who,
            Levels = (CatalogueLevels)levels,
            Aspects = (DisclosureAspects)aspects,
            Extra = [new ExtraCell("公开链接", rest.Item2)],
            Note = rest.Item3,
        }.Normalised();

    [Fact]
    public void WriteThenRead_AnyRows_GivesEqualRowsInBothFormats() => Row.List[1, 12].Sample(rows =>
    {
        // A sequence that looks like a code is one where no code column stands beside it.
        var list = rows.Select(r => r.Sequence.Length < 4 ? r : r with { ItemCode = r.ItemCode.Length > 0 ? r.ItemCode : "A-1" }).ToList();
        SeedCatalogueTests.AssertSame(list, Fixture.Read(CatalogueXlsx.Write(list)));
        SeedCatalogueTests.AssertSame(list, Fixture.Read(CatalogueCsv.Write(list)));
    }, iter: 300);

    [Fact]
    public void Normalised_AppliedTwice_ChangesNothing() =>
        Row.Sample(row => Assert.Equal(CatalogueCells.Of(row), CatalogueCells.Of(row.Normalised())), iter: 2000);

    [Fact]
    public void ToItemAndBack_AnyRow_LosesNothing() => Row.Sample(row =>
    {
        var active = row.IsActive || row.IsOnApplication ? row : row with { IsActive = true };
        var back = CatalogueItemText.ToRow(active.Domain, CatalogueItemText.Of(active), active.ItemCode, active.Sequence,
            CatalogueItemText.LevelsOf(active), CatalogueItemText.ModeOf(active), active.Aspects, false);
        string[] beside = ["备注", "原事项编码"];
        Assert.Equal(CatalogueCells.Of(active).Where(c => !beside.Contains(c.Heading)), CatalogueCells.Of(back).Where(c => !beside.Contains(c.Heading)));
    }, iter: 1000);

    [Fact]
    public void Csv_CellsThatLookLikeFormulas_AreGuarded()
    {
        var row = new CatalogueRow { Domain = "就业", Level1 = "=cmd|' /C calc'!A0", Level2 = "'=1+1", Channels = ChannelList.Complete([]) }.Normalised();
        var text = System.Text.Encoding.UTF8.GetString(CatalogueCsv.Write([row]));

        Assert.Contains(",'=cmd|' /C calc'!A0,''=1+1,", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split(',', '\n', '\r'), cell => cell.StartsWith('=') || cell.StartsWith('+') || cell.StartsWith('@'));
    }

    [Fact]
    public void Compare_FileAgainstEdition_TellsAddedChangedAndUnchanged()
    {
        var existing = SeedCatalogueCsv.Rows(SeedCatalogueCsv.Domains[7]).Select(r => r.Row).ToList();
        var file = existing.Select((r, i) => i == 2 ? r with { TimeLimitText = "3个工作日内" } : r).Append(existing[0] with { Level2 = "新增事项" }).ToList();

        var compared = CatalogueRowComparison.Compare(file, existing);

        Assert.Equal((1, 1, existing.Count - 1), (compared.Count(c => c.Standing == RowStanding.Added), compared.Count(c => c.Standing == RowStanding.Changed), compared.Count(c => c.Standing == RowStanding.Unchanged)));
        Assert.Equal("公开时限", Assert.Single(compared[2].ChangedCells).Heading);
        Assert.Empty(CatalogueRowComparison.NotMentioned(compared, existing));
        Assert.Single(CatalogueRowComparison.NotMentioned(CatalogueRowComparison.Compare([.. file.Skip(1).SkipLast(1)], existing), existing));
    }

    [Fact]
    public void Compare_RenamedRowWithItsCode_IsAChange()
    {
        var existing = new CatalogueRow { Domain = "就业", Level1 = "旧名", ItemCode = "09-AAAAA" };

        var compared = Assert.Single(CatalogueRowComparison.Compare([existing with { Level1 = "新名" }], [existing]));

        Assert.Equal((RowStanding.Changed, "一级事项"), (compared.Standing, Assert.Single(compared.ChangedCells).Heading));
    }
}
