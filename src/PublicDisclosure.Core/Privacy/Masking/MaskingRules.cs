using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>The rules in force together: what a value becomes, and what a column's heading says of its cells.</summary>
public sealed partial class MaskingRules(IReadOnlyList<MaskingRule> rules)
{
    /// <summary>Longest text that is a heading; longer ones are sentences that happen to hold the word.</summary>
    private const int LongestHeading = 20;

    private static readonly HashSet<string> CompoundSurnames =
    [
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳",
        "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙",
        "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "梁丘", "左丘",
        "东门", "西门", "第五", "完颜", "纳兰",
    ];

    private readonly Dictionary<MaskingKind, MaskingRule> _rules = rules.ToDictionary(r => r.Kind);

    /// <summary>The value masked by the rule of its kind; without a rule nothing of it stays.</summary>
    public string Mask(MaskingKind kind, string value)
    {
        if (!_rules.TryGetValue(kind == MaskingKind.SuspectedIdentityNumber ? MaskingKind.IdentityNumber : kind, out var rule)) return new string('*', Math.Clamp(value.Length, 3, 8));
        return rule.Method switch
        {
            // The last two digits of a 残疾人证号 say what disability it is; what stays at the end is the end of the identity number.
            MaskMethod.KeepEnds when PersonalNumbers.IsDisabilityCard(value, isLike: true) => KeepEnds(value[..^2], rule) + rule.Sign + rule.Sign,
            MaskMethod.KeepEnds => KeepEnds(value, rule),
            MaskMethod.Surname => Surname(value.Trim(), rule.Sign),
            MaskMethod.Village => Village(value, rule.Sign),
            _ => string.Concat(Enumerable.Repeat(rule.Sign, 3)),
        };
    }

    /// <summary>What the cells of a column are masked as; null where they are not masked for their heading.</summary>
    public static MaskingKind? OfColumn(SensitiveColumnKind? kind) => kind switch
    {
        SensitiveColumnKind.Number => MaskingKind.IdentityNumber,
        SensitiveColumnKind.Account => MaskingKind.BankCard,
        SensitiveColumnKind.Attribute => MaskingKind.SensitiveColumn,
        SensitiveColumnKind.Address => MaskingKind.HomeAddress,
        SensitiveColumnKind.Phone => MaskingKind.Mobile,
        SensitiveColumnKind.Name => MaskingKind.Name,
        _ => null,
    };

    /// <summary>What a heading is by the further words that the disclosure office wrote into its rules.</summary>
    public MaskingKind? OfOwnWords(string heading)
    {
        var plain = Blanks().Replace(heading, "");
        if (plain.Length is 0 or > LongestHeading) return null;
        // What must go comes first: 监护人姓名 is a guardian, not just a name.
        MaskingKind[] order = [MaskingKind.SensitiveColumn, MaskingKind.IdentityNumber, MaskingKind.BankCard, MaskingKind.Mobile, MaskingKind.HomeAddress, MaskingKind.Name];
        foreach (var kind in order)
            if (_rules.TryGetValue(kind, out var rule) && rule.Words.Any(word => plain.Contains(word, StringComparison.Ordinal))) return kind;
        return null;
    }

    /// <summary>Whether proposals of this kind may be left out: numbers and sensitive columns may not (a rule of the checklist that cannot be waived).</summary>
    public static bool IsRequired(MaskingKind kind) => kind is MaskingKind.IdentityNumber or MaskingKind.BankCard or MaskingKind.SensitiveColumn;

    /// <summary>A value as it may be shown to find its place.</summary>
    public static string Shown(MaskingKind kind, string value) => kind switch
    {
        MaskingKind.Name or MaskingKind.SensitiveColumn => value.Length == 0 ? "" : value[..1] + "*",
        MaskingKind.HomeAddress => value[..Math.Min(4, value.Length / 2)] + "***",
        _ => PersonalNumbers.Shown(value),
    };

    private static string KeepEnds(string value, MaskingRule rule)
    {
        // A value shorter than the rule expects (a mistyped number) would otherwise stay readable.
        var kept = rule.KeepFirst + rule.KeepLast;
        if (value.Length < kept + 4) return string.Concat(Enumerable.Repeat(rule.Sign, Math.Max(3, value.Length)));
        return value[..rule.KeepFirst] + string.Concat(Enumerable.Repeat(rule.Sign, value.Length - kept)) + value[^rule.KeepLast..];
    }

    private static string Surname(string name, string sign)
    {
        var length = name.Length > 2 && CompoundSurnames.Contains(name[..2]) ? 2 : 1;
        return (name.Length == 0 ? "" : name[..length]) + sign + sign;
    }

    private static string Village(string address, string sign)
    {
        var match = VillageLevel().Match(address);
        if (!match.Success) match = TownshipLevel().Match(address);
        return match.Success && match.Length < address.Length ? match.Value : match.Success ? address : sign + sign + sign;
    }

    [GeneratedRegex(@"\s+|[（(].*?[）)]")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^.*?(?:镇|乡|街道)(?:办事处)?[\u4E00-\u9FFF]{1,10}?(?:村委会|村民委员会|居委会|社区|村)")]
    private static partial Regex VillageLevel();

    [GeneratedRegex(@"^.*?(?:镇|乡|街道)")]
    private static partial Regex TownshipLevel();
}
