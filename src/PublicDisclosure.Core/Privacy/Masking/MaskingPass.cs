using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>One proposal: a place in a text, or a column of a table.</summary>
/// <param name="Key">Names it when it comes back ticked; good as long as the file is the same.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How many values.</param>
/// <param name="Samples">The first values, partly shown, and what they become.</param>
/// <param name="IsRequired">It cannot be left out.</param>
public sealed record MaskProposal(string Key, string Place, MaskingKind Kind, int Count, IReadOnlyList<MaskSample> Samples, bool IsRequired);

/// <summary>A value, partly shown, and what it becomes.</summary>
public sealed record MaskSample(string Shown, string Mask);

/// <summary>
/// One run of the rules over a text or file: collects the proposals and replaces what was ticked. The same run is made for
/// showing and for applying, so that what was seen is what happens.
/// </summary>
/// <param name="rules">The rules in force.</param>
/// <param name="ticked">Keys that are applied besides the required ones; null applies all.</param>
public sealed class MaskingPass(MaskingRules rules, IReadOnlySet<string>? ticked)
{
    private const int MostSamples = 3;

    /// <summary>Names of fewer characters are replaced in their column only: elsewhere they may be part of any word.</summary>
    private const int ShortestName = 3;

    private static readonly System.Buffers.SearchValues<char> Masks = System.Buffers.SearchValues.Create(SensitiveColumns.MaskCharacters);

    private readonly Dictionary<string, Collected> _proposals = [];
    private readonly Dictionary<MaskingKind, int> _counts = [];
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<MaskBlock> _blocks = [];

    /// <summary>Everything found, in the order of the file.</summary>
    public IReadOnlyList<MaskProposal> Proposals =>
        [.. _proposals.Select(p => new MaskProposal(p.Key, p.Value.Place, p.Value.Kind, p.Value.Count, p.Value.Samples, MaskingRules.IsRequired(p.Value.Kind)))];

    /// <summary>Places masked or taken out, by kind.</summary>
    public IReadOnlyDictionary<MaskingKind, int> Counts => _counts;

    /// <summary>Every value that was replaced and must be found nowhere afterwards; values that stay elsewhere on purpose are not among them.</summary>
    public IReadOnlySet<string> Removed => _removed.Where(r => !_kept.Contains(r)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The rules of this run.</summary>
    public MaskingRules Rules => rules;

    /// <summary>Counts what a masker took out of a file.</summary>
    public void Took(MaskingKind kind, int count = 1)
    {
        if (count > 0) _counts[kind] = _counts.GetValueOrDefault(kind) + count;
    }

    /// <summary>Takes columns first, then what the finder finds.</summary>
    internal void Process(MaskBlock block)
    {
        _blocks.Add(block);
        foreach (var segment in block.Segments)
            if (segment.Column is { Kind: { } kind } column && IsUnmasked(segment.Text, kind)) Cell(segment, column, kind);

        var index = 0;
        foreach (var hit in PersonalDataFinder.Find(block.Text))
        {
            while (index < block.Segments.Count - 1 && block.Segments[index + 1].Start <= hit.Start) index++;
            Hit(block, index, hit);
        }
    }

    /// <summary>Names taken out of their column go everywhere else too. Called once after the last block.</summary>
    internal void Finish()
    {
        if (_names.Count == 0) return;
        var lengths = _names.Keys.Select(n => n.Length).Distinct().OrderDescending().ToList();
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var segment in _blocks.SelectMany(b => b.Segments))
        {
            for (var at = 0; at < segment.Text.Length; at++)
            {
                foreach (var length in lengths)
                {
                    if (at + length > segment.Text.Length || !names.TryGetValue(segment.Text.AsSpan(at, length), out var mask) || _kept.Contains(segment.Text.Substring(at, length))) continue;
                    if (segment.Replace(at, length, mask)) Took(MaskingKind.Name);
                    break;
                }
            }
        }
    }

    private void Cell(MaskSegment segment, MaskColumn column, MaskingKind kind)
    {
        var value = segment.Text.Trim();
        var mask = rules.Mask(kind, MaskedDigits(kind, value));
        if (mask == value) return;
        if (!Propose($"{column.Key}:{kind}", column.Place, kind, value, mask)) return;
        segment.Replace(0, segment.Text.Length, mask);
        if (kind == MaskingKind.Name && value.Length >= ShortestName) _names[value] = mask;
    }

    private void Hit(MaskBlock block, int index, PersonalDataHit hit)
    {
        var kind = Enum.Parse<MaskingKind>(hit.Kind.ToString());
        var parts = block.Segments.Skip(index).TakeWhile(s => s.Start < hit.Start + hit.Length)
            .Select(s => (Segment: s, From: Math.Max(0, hit.Start - s.Start), To: Math.Min(s.Text.Length, hit.Start + hit.Length - s.Start)))
            .Where(p => p.To > p.From).ToList();
        if (parts.Count == 0 || parts.Exists(p => p.Segment.IsTaken(p.From, p.To - p.From))) return;
        var mask = rules.Mask(kind, hit.Value);
        var first = parts[0].Segment;
        var key = first.Column is { } column && parts.Count == 1 ? $"{column.Key}:{kind}" : $"n{_blocks.Count}.{hit.Start}:{kind}";
        if (!Propose(key, first.Column is { } c && parts.Count == 1 ? c.Place : first.Place, kind, hit.Value, mask)) return;
        Spread(parts, mask, hit.Length);
    }

    /// <summary>Puts the mask where the value stood; over several runs or cells each gets its share.</summary>
    private static void Spread(List<(MaskSegment Segment, int From, int To)> parts, string mask, int length)
    {
        if (parts.Count == 1)
        {
            parts[0].Segment.Replace(parts[0].From, parts[0].To - parts[0].From, mask);
            return;
        }

        var done = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var (segment, from, to) = parts[i];
            var share = i == parts.Count - 1 ? mask[Math.Min(done, mask.Length)..] : mask[Math.Min(done, mask.Length)..Math.Min(mask.Length, done + to - from)];
            done += share.Length;
            segment.Replace(from, to - from, share);
        }
    }

    /// <summary>Notes the proposal and tells whether it is applied.</summary>
    private bool Propose(string key, string place, MaskingKind kind, string value, string mask)
    {
        if (!_proposals.TryGetValue(key, out var collected)) _proposals[key] = collected = new Collected(place, kind);
        collected.Count++;
        if (collected.Samples.Count < MostSamples) collected.Samples.Add(new MaskSample(MaskingRules.Shown(kind, MaskedDigits(kind, value)), mask));
        var applied = ticked is null || MaskingRules.IsRequired(kind) || ticked.Contains(key);
        if (applied)
        {
            Took(kind);
            if (IsSearchable(kind, value)) _removed.Add(value);
        }
        else
        {
            _kept.Add(value);
        }

        return applied;
    }

    /// <summary>一级 or 王平 may stand anywhere; only what could not be there by chance is searched for afterwards.</summary>
    private static bool IsSearchable(MaskingKind kind, string value) => kind switch
    {
        MaskingKind.Name => value.Length >= ShortestName,
        MaskingKind.SensitiveColumn => value.Length >= 8,
        MaskingKind.HomeAddress => value.Length >= 6,
        _ => value.Count(char.IsAsciiDigit) >= 7,
    };

    private static bool IsUnmasked(string text, MaskingKind kind)
    {
        var value = Text.ChineseText.ToHalfWidth(text).Trim();
        if (value.Length == 0 || value.AsSpan().ContainsAny(Masks) || value is "无" or "/" or "-" or "—" or "——") return false;
        return kind switch
        {
            // A body's code under 统一社会信用代码（身份证号） is public.
            MaskingKind.IdentityNumber => value.Count(char.IsDigit) >= 6 && !OrganisationCode.TryParse(value.ToUpperInvariant(), out _),
            MaskingKind.BankCard => value.Count(char.IsDigit) >= 6,
            MaskingKind.Mobile => value.Count(char.IsDigit) >= 11,
            MaskingKind.Name => value.Length is >= 2 and <= 12 && value.All(c => c is >= '\u4E00' and <= '\u9FFF' or '·' or '•'),
            MaskingKind.HomeAddress => value.Length > 4 || SensitiveColumns.IsOpen(value, SensitiveColumnKind.Address),
            _ => SensitiveColumns.IsOpen(value, SensitiveColumnKind.Attribute),
        };
    }

    /// <summary>A number typed with blanks or in full width is masked as the number it is.</summary>
    private static string MaskedDigits(MaskingKind kind, string value) =>
        kind is MaskingKind.IdentityNumber or MaskingKind.BankCard or MaskingKind.Mobile
            ? string.Concat(Text.ChineseText.ToHalfWidth(value).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\'' or '\u200B' or '\uFEFF')))
            : value;

    private sealed class Collected(string place, MaskingKind kind)
    {
        public string Place => place;

        public MaskingKind Kind => kind;

        public int Count { get; set; }

        public List<MaskSample> Samples { get; } = [];
    }
}
