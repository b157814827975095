using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// What facets and filters ask of every hit, as arrays of one segment of the index. A segment never changes once it is written, so
/// that its arrays are made once and die with it.
/// </summary>
internal sealed class SegmentColumns
{
    private static readonly ConditionalWeakTable<object, SegmentColumns> Kept = [];

    private readonly byte[] _kinds;
    private readonly short[] _years;
    private readonly int[] _organisations;
    private readonly byte[] _aspects;
    private readonly sbyte[] _genres;
    private readonly int[][] _days;
    private readonly int[] _domainStarts;
    private readonly int[] _domains;
    private readonly long[] _at;
    private readonly int[] _copies;
    private readonly short[] _townships;
    private readonly string[] _townshipNames;

    private SegmentColumns(AtomicReader reader)
    {
        var count = reader.MaxDoc;
        (_kinds, _years, _aspects, _genres) = (new byte[count], new short[count], new byte[count], new sbyte[count]);
        (_organisations, _at, _domainStarts, _copies, _townships) = (new int[count], new long[count], new int[count + 1], new int[count], new short[count]);
        var (copies, townships) = (Numbers(IndexFields.Copies), reader.GetSortedDocValues(IndexFields.Township) ?? DocValues.EMPTY_SORTED);
        var (kinds, years, aspects, genres, at) = (Numbers(IndexFields.Kind), Numbers(IndexFields.Year), Numbers(IndexFields.Aspects), Numbers(IndexFields.Genre), Numbers(IndexFields.PublishedAt));
        var organisations = reader.GetSortedDocValues(IndexFields.Organisation) ?? DocValues.EMPTY_SORTED;
        for (var doc = 0; doc < count; doc++)
        {
            _kinds[doc] = (byte)kinds.Get(doc);
            _years[doc] = (short)years.Get(doc);
            _aspects[doc] = (byte)aspects.Get(doc);
            _genres[doc] = (sbyte)genres.Get(doc);
            _at[doc] = at.Get(doc);
            _organisations[doc] = organisations.GetOrd(doc);
            _copies[doc] = (int)copies.Get(doc);
            _townships[doc] = (short)townships.GetOrd(doc);
        }

        Organisations = [.. Enumerable.Range(0, organisations.ValueCount).Select(o => Id(reference => organisations.LookupOrd(o, reference)))];
        LastYear = Math.Max(0, (int)_years.DefaultIfEmpty((short)0).Max());
        _townshipNames = [.. Enumerable.Range(0, townships.ValueCount).Select(o => Word(reference => townships.LookupOrd(o, reference)))];
        _days = [.. new[] { IndexFields.Effective, IndexFields.Expires, IndexFields.Amended, IndexFields.Repealed, IndexFields.DisplayUntil }.Select(field => Days(field, count))];

        var sets = reader.GetSortedSetDocValues(IndexFields.Domain);
        var domains = new List<int>();
        for (var doc = 0; doc < count; doc++)
        {
            _domainStarts[doc] = domains.Count;
            if (sets is null) continue;
            sets.SetDocument(doc);
            for (var ord = sets.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = sets.NextOrd()) domains.Add((int)ord);
        }

        _domainStarts[count] = domains.Count;
        _domains = [.. domains];
        Domains = sets is null ? [] : [.. Enumerable.Range(0, (int)sets.ValueCount).Select(o => Id(reference => sets.LookupOrd(o, reference)))];

        NumericDocValues Numbers(string field) => reader.GetNumericDocValues(field) ?? DocValues.EMPTY_NUMERIC;

        int[] Days(string field, int length)
        {
            var values = Numbers(field);
            var days = new int[length];
            for (var doc = 0; doc < length; doc++) days[doc] = (int)values.Get(doc);
            return days;
        }
    }

    /// <summary>The latest year of a page; 0 where no page has one.</summary>
    public int LastYear { get; }

    /// <summary>Ids behind the numbers of <see cref="Organisation"/>.</summary>
    public Guid[] Organisations { get; }

    /// <summary>Ids behind the numbers of <see cref="DomainsOf"/>.</summary>
    public Guid[] Domains { get; }

    /// <summary>The columns of a segment.</summary>
    public static SegmentColumns Of(AtomicReader reader) => Kept.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    /// <summary>The columns of the segment that holds a page, and its number there.</summary>
    public static (SegmentColumns Columns, int Doc) At(IndexSearcher searcher, int doc)
    {
        var leaves = searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(doc, leaves)];
        return (Of(leaf.AtomicReader), doc - leaf.DocBase);
    }

    public SearchKind Kind(int doc) => (SearchKind)_kinds[doc];

    /// <summary>The same number for pages that are copies of one another (<see cref="PageCopies"/>).</summary>
    public int Copies(int doc) => _copies[doc];

    /// <summary>Name of the township whose page it is; empty for others.</summary>
    public string Township(int doc) => _townships[doc] < 0 ? "" : _townshipNames[_townships[doc]];

    public int Year(int doc) => _years[doc];

    public int Organisation(int doc) => _organisations[doc];

    public int Aspects(int doc) => _aspects[doc];

    public long PublishedAt(int doc) => _at[doc];

    public ReadOnlySpan<int> DomainsOf(int doc) => _domains.AsSpan(_domainStarts[doc].._domainStarts[doc + 1]);

    /// <summary>Whether it may be shown on a day.</summary>
    public bool IsOnDisplay(int doc, int day) => _days[4][doc] >= day;

    /// <summary>Its validity on a day (<see cref="Policies.ValidityDates.On"/>), without making anything for it.</summary>
    public Validity ValidityOn(int doc, int day)
    {
        if (_genres[doc] < 0 || !HasValidity[_genres[doc]]) return Validity.NotApplicable;
        if (_days[3][doc] <= day) return Validity.Repealed;
        if (_days[1][doc] < day) return Validity.Expired;
        if (_days[0][doc] != IndexFields.NoDay && _days[0][doc] > day) return Validity.NotYetInForce;
        return _days[2][doc] <= day ? Validity.Amended : Validity.InForce;
    }

    /// <summary>Its genre; null for what is no disclosure.</summary>
    public DisclosureGenre? Genre(int doc) => _genres[doc] < 0 ? null : (DisclosureGenre)_genres[doc];

    private static readonly bool[] HasValidity = [.. Enum.GetValues<DisclosureGenre>().Select(g => g.Rule().HasValidity)];

    private static Guid Id(Action<BytesRef> lookUp) => Guid.TryParseExact(Word(lookUp), "N", out var id) ? id : Guid.Empty;

    private static string Word(Action<BytesRef> lookUp)
    {
        var reference = new BytesRef();
        lookUp(reference);
        return reference.Utf8ToString();
    }
}
