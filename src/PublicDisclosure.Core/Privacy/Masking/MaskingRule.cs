using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>How one kind of personal data is masked: data kept by the disclosure office, one row per kind.</summary>
public sealed class MaskingRule
{
    public const int SignLength = 2;
    public const int ColumnWordsLength = 1000;
    public const int SourceLength = 300;

    /// <summary>Most characters that may stay at either end; more would mask nothing.</summary>
    public const int MostKept = 10;

    private MaskingRule()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>What it is about; each kind has one rule.</summary>
    public MaskingKind Kind { get; private set; }

    public MaskMethod Method { get; private set; }

    /// <summary>Characters that stay at the beginning.</summary>
    public int KeepFirst { get; private set; }

    /// <summary>Characters that stay at the end.</summary>
    public int KeepLast { get; private set; }

    /// <summary>What stands for each masked character; one that the checklist knows as a mask.</summary>
    public string Sign { get; private set; } = "*";

    /// <summary>Further words in the heading of a column whose cells are of this kind, parted by 、; <see cref="SensitiveColumns"/> holds those that are shipped.</summary>
    public string ColumnWords { get; private set; } = "";

    /// <summary>Where the rule comes from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>False while nobody has held the rule against a text of law; pages then say 未核实.</summary>
    public bool IsVerified { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>The words one by one.</summary>
    public IReadOnlyList<string> Words => [.. ColumnWords.Split(['、', ',', '，', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Enters a rule.</summary>
    public static MaskingRule Create(Guid id, MaskingKind kind, MaskingRuleText text, DateTime now)
    {
        var rule = new MaskingRule { Id = id, Kind = kind };
        rule.Change(text, now);
        return rule;
    }

    /// <summary>Every reason why the values cannot be a rule of this kind.</summary>
    public static IReadOnlyList<Refusal> Check(MaskingKind kind, MaskingRuleText text)
    {
        var refusals = new List<Refusal>();
        if (text.KeepFirst is < 0 or > MostKept) refusals.Add(new Refusal("MaskingRule.KeepOutOfRange", "KeepFirst", MostKept));
        if (text.KeepLast is < 0 or > MostKept) refusals.Add(new Refusal("MaskingRule.KeepOutOfRange", "KeepLast", MostKept));
        if (text.Method == MaskMethod.KeepEnds && Shortest(kind) - text.KeepFirst - text.KeepLast < 4)
            refusals.Add(new Refusal("MaskingRule.MasksTooLittle", "KeepFirst", Shortest(kind)));
        if (text.Sign.Trim().Length is 0 or > SignLength || text.Sign.Trim().Any(c => !SensitiveColumns.MaskCharacters.Contains(c, StringComparison.Ordinal))) refusals.Add(new Refusal("MaskingRule.SignUnfit", "Sign"));
        if (text.ColumnWords.Length > ColumnWordsLength) refusals.Add(new Refusal("Disclosure.TextTooLong", "ColumnWords", ColumnWordsLength, text.ColumnWords.Length));
        if (text.Source.Length > SourceLength) refusals.Add(new Refusal("Disclosure.TextTooLong", "Source", SourceLength, text.Source.Length));
        return refusals;
    }

    /// <summary>Changes everything but the kind.</summary>
    public void Change(MaskingRuleText text, DateTime now)
    {
        RuleViolationException.ThrowIfAny(Check(Kind, text));
        (Method, KeepFirst, KeepLast, Sign) = (text.Method, text.KeepFirst, text.KeepLast, text.Sign.Trim());
        (ColumnWords, Source, IsVerified) = (text.ColumnWords.Trim(), text.Source.Trim(), text.IsVerified);
        ChangedAt = now;
        Revision++;
    }

    private static int Shortest(MaskingKind kind) => kind switch
    {
        MaskingKind.IdentityNumber or MaskingKind.BankCard => 15,
        MaskingKind.Mobile => 11,
        _ => int.MaxValue,
    };
}

/// <summary>The values of a rule as typed.</summary>
public sealed record MaskingRuleText(MaskMethod Method, int KeepFirst, int KeepLast, string Sign, string ColumnWords, string Source, bool IsVerified);
