using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>
/// How 及时, 实时 and 按期 are read on a day. Nobody else says it: until the city settles something else, 及时 and 按期 are read as
/// the statutory limit (Article 26 sets nothing shorter) and 实时 as one working day (house number, 未核实).
/// </summary>
public sealed class SettledWords(IReadOnlyDictionary<SettledWord, LimitSpan> lengths)
{
    /// <summary>What holds while nobody has settled anything.</summary>
    public static SettledWords Defaults { get; } = new(new Dictionary<SettledWord, LimitSpan>
    {
        [SettledWord.Promptly] = LimitSpan.Statutory,
        [SettledWord.AtOnce] = new(1, LimitUnit.WorkingDay),
        [SettledWord.PerPeriod] = LimitSpan.Statutory,
    });

    /// <summary>The length of a word.</summary>
    public LimitSpan Of(SettledWord word) => lengths.TryGetValue(word, out var span) ? span : Defaults.Of(word);
}
