using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>
/// The cells of a catalogue row as printed. Lists inside a cell (elements, channels) stay text here so
/// that nothing is lost; parsers read them where a list is needed.
/// </summary>
public sealed record StandardItemText
{
    /// <summary>一级事项</summary>
    public string Level1 { get; init; } = "";

    /// <summary>二级事项; empty when there is none.</summary>
    public string Level2 { get; init; } = "";

    /// <summary>三级事项; empty when the edition has two levels.</summary>
    public string Level3 { get; init; } = "";

    /// <summary>公开内容（要素）</summary>
    public string Elements { get; init; } = "";

    /// <summary>公开依据</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>公开时限, the original wording.</summary>
    public string TimeLimit { get; init; } = "";

    /// <summary>公开主体</summary>
    public string Body { get; init; } = "";

    /// <summary>公开渠道和载体 as a tick list: ■ required, □ optional, one channel after the other.</summary>
    public string Channels { get; init; } = "";

    /// <summary>公开对象: 全社会, or the group in words.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Columns the official layout does not have (公开格式, 备注 ...), one "name：value" a line.</summary>
    public string Extra { get; init; } = "";

    /// <summary>The most specific level, by which people call the item.</summary>
    public string Name => Level3.Length > 0 ? Level3 : Level2.Length > 0 ? Level2 : Level1;

    /// <summary>All levels in order, for lists that show items of several level 1.</summary>
    public string FullName => string.Join(" · ", new[] { Level1, Level2, Level3 }.Where(level => level.Length > 0));

    /// <summary>Every cell with the name of its property.</summary>
    public IEnumerable<(string Field, string Value)> Cells() =>
    [
        (nameof(Level1), Level1), (nameof(Level2), Level2), (nameof(Level3), Level3), (nameof(Elements), Elements),
        (nameof(LegalBasis), LegalBasis), (nameof(TimeLimit), TimeLimit), (nameof(Body), Body), (nameof(Channels), Channels),
        (nameof(Audience), Audience), (nameof(Extra), Extra),
    ];

    /// <summary>Every reason why these cells cannot be stored.</summary>
    public static IReadOnlyList<Refusal> Check(StandardItemText text)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(text.Level1)) refusals.Add(new Refusal("Item.Level1Missing", nameof(Level1)));
        Limit(text.Level1, nameof(Level1), StandardItem.LevelNameLength);
        Limit(text.Level2, nameof(Level2), StandardItem.LevelNameLength);
        Limit(text.Level3, nameof(Level3), StandardItem.LevelNameLength);
        Limit(text.Elements, nameof(Elements), StandardItem.LongTextLength);
        Limit(text.LegalBasis, nameof(LegalBasis), StandardItem.LongTextLength);
        Limit(text.TimeLimit, nameof(TimeLimit), StandardItem.ShortTextLength);
        Limit(text.Body, nameof(Body), StandardItem.ShortTextLength);
        Limit(text.Channels, nameof(Channels), StandardItem.LongTextLength);
        Limit(text.Audience, nameof(Audience), StandardItem.ShortTextLength);
        Limit(text.Extra, nameof(Extra), StandardItem.LongTextLength);
        return refusals;

        void Limit(string value, string field, int length)
        {
            if (value.Length > length) refusals.Add(new Refusal("Item.TextTooLong", field, length));
        }
    }
}
