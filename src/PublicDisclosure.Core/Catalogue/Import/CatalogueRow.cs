using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>
/// One row of a standard catalogue as a file tells it: the neutral record between any file format and the entities.
/// The fourteen official columns stand as themselves; whatever else a city adds is kept in <see cref="Extra"/>.
/// </summary>
public sealed record CatalogueRow
{
    /// <summary>Longest name of an item or domain, in characters.</summary>
    public const int MaxName = StandardItem.LevelNameLength;

    /// <summary>Longest text of any other cell, in characters.</summary>
    public const int MaxText = StandardItem.LongTextLength;

    /// <summary>The domain's name without 领域 and without number: 养老服务.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Sheet or part of the file that the row stands in.</summary>
    public string SheetName { get; init; } = "";

    /// <summary>Row number as the file's own program shows it, from 1.</summary>
    public int RowNumber { get; init; }

    /// <summary>序号 as written; numbers need not be dense.</summary>
    public string Sequence { get; init; } = "";

    /// <summary>Item code, where the city uses one; else empty.</summary>
    public string ItemCode { get; init; } = "";

    /// <summary>一级事项</summary>
    public required string Level1 { get; init; }

    /// <summary>二级事项; empty when there is none.</summary>
    public string Level2 { get; init; } = "";

    /// <summary>三级事项; empty when there is none.</summary>
    public string Level3 { get; init; } = "";

    /// <summary>公开内容（要素） as written, line by line.</summary>
    public string ElementsText { get; init; } = "";

    /// <summary>公开依据</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>公开时限 as written.</summary>
    public string TimeLimitText { get; init; } = "";

    /// <summary>公开主体 as written.</summary>
    public string BodyText { get; init; } = "";

    /// <summary>The whole official list, ticked or not, and what the file adds to it.</summary>
    public IReadOnlyList<ChannelTick> Channels { get; init; } = [];

    /// <summary>在标注范围内至少选择其一公开: one of the ticked channels is enough.</summary>
    public bool AnyTickedChannel { get; init; }

    /// <summary>公开对象 全社会</summary>
    public bool ForWholeSociety { get; init; }

    /// <summary>公开对象 特定群众: null when not ticked, empty when ticked without saying who.</summary>
    public string? SpecificGroup { get; init; }

    /// <summary>公开方式 主动</summary>
    public bool IsActive { get; init; }

    /// <summary>公开方式 依申请</summary>
    public bool IsOnApplication { get; init; }

    /// <summary>公开层级</summary>
    public CatalogueLevels Levels { get; init; }

    /// <summary>五公开, where the file has such a column; proposed by rule elsewhere.</summary>
    public DisclosureAspects Aspects { get; init; }

    /// <summary>Columns outside the official layout (公开格式, 公开链接, 咨询电话 ...), by heading.</summary>
    public IReadOnlyList<ExtraCell> Extra { get; init; } = [];

    /// <summary>备注; exports carry 待核对 marks here.</summary>
    public string Note { get; init; } = "";

    /// <summary>The content elements read out of <see cref="ElementsText"/>.</summary>
    public IReadOnlyList<ContentElement> Elements => ContentElement.Parse(ElementsText);

    /// <summary>True when every cell says the same; where the row stands in its file does not count.</summary>
    public bool SaysTheSameAs(CatalogueRow other) => CatalogueCells.Of(this).SequenceEqual(CatalogueCells.Of(other));

    /// <summary>The row in the spelling that an import of it would give: white space, brackets of 其他, full channel list.</summary>
    public CatalogueRow Normalised() => this with
    {
        Domain = CellText.OneLine(Domain),
        Sequence = CellText.OneLine(Sequence),
        ItemCode = CellText.OneLine(ItemCode),
        Level1 = CellText.OneLine(Level1),
        Level2 = CellText.OneLine(Level2),
        Level3 = CellText.OneLine(Level3),
        ElementsText = CellText.Lines(ElementsText),
        LegalBasis = CellText.Lines(LegalBasis),
        TimeLimitText = CellText.Sentence(TimeLimitText),
        BodyText = CellText.Bodies(BodyText),
        Channels = ChannelList.Complete(Channels),
        SpecificGroup = SpecificGroup is null ? null : CellText.OneLine(SpecificGroup),
        Extra = [.. Extra.Select(e => new ExtraCell(CellText.OneLine(e.Heading), CellText.Lines(e.Text))).Where(e => e.Text.Length > 0)],
        Note = CellText.Lines(Note),
    };
}

/// <summary>A cell of a column outside the official layout.</summary>
/// <param name="Heading">The column's heading; a heading in two rows reads 公开对象·其他.</param>
/// <param name="Text">The cell.</param>
public sealed record ExtraCell(string Heading, string Text);
