using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// Keeps which pages cover enough of the question and counts them by every dimension at once. A page that only one dimension keeps
/// out counts there still: that is how many there would be without it.
/// </summary>
internal sealed class Hits
{
    private readonly SearchFilter _filter;
    private readonly int _day;
    private readonly IList<AtomicReaderContext> _segments;
    private readonly FixedBitSet[] _bits;
    private readonly int[] _kinds = new int[Enum.GetValues<SearchKind>().Length];
    private readonly int[] _aspects = new int[DisclosureAspectSet.All.Count];
    private readonly int[] _validities = new int[Enum.GetValues<Validity>().Length];
    private readonly Dictionary<int, int> _years = [];
    private readonly Dictionary<Guid, int> _organisations = [];
    private readonly Dictionary<Guid, int> _domains = [];

    /// <param name="pages">What pages hold of the question.</param>
    /// <param name="least">What a page must hold, as a weight.</param>
    /// <param name="filter">What narrows the hits.</param>
    /// <param name="day">Today, as a day number.</param>
    public Hits(CoveredPages pages, float least, SearchFilter filter, int day)
    {
        (_filter, _day, _segments) = (filter, day, pages.Segments);
        _bits = [.. _segments.Select(s => new FixedBitSet(s.Reader.MaxDoc))];
        // Sums of the same weights in another order differ by a hair.
        for (var s = 0; s < _segments.Count; s++) Collect(s, pages.Held(s), least - 0.001f);
        // What belongs to no organisation is counted under none.
        _organisations.Remove(Guid.Empty);
        Facets = new SearchFacets(
            NotNull(_kinds, i => (SearchKind)i), _domains, NotNull(_aspects, i => DisclosureAspectSet.All[i]), _organisations, _years, NotNull(_validities, i => (Validity)i));
    }

    [Flags]
    private enum Misses
    {
        None = 0,
        Kind = 1,
        Domain = 2,
        Aspect = 4,
        Organisation = 8,
        Year = 16,
        Validity = 32,
    }

    /// <summary>Pages that pass everything.</summary>
    public int Total { get; private set; }

    /// <summary>What was counted.</summary>
    public SearchFacets Facets { get; }

    /// <summary>The hits as a filter for the pass that ranks them.</summary>
    public Filter AsFilter() => new Passed(_bits);

    /// <summary>The newest hits, the newest first.</summary>
    public ScoreDoc[] Newest(int most) => Top(most, null);

    /// <summary>Leaves only so many hits: those that hold most of the question, and of them the newest.</summary>
    public void Keep(int most, CoveredPages pages)
    {
        var kept = Top(most, pages);
        foreach (var bits in _bits) bits.Clear(0, bits.Length);
        foreach (var hit in kept)
        {
            var segment = ReaderUtil.SubIndex(hit.Doc, _segments);
            _bits[segment].Set(hit.Doc - _segments[segment].DocBase);
        }
    }

    private static Dictionary<T, int> NotNull<T>(int[] counts, Func<int, T> name) where T : notnull =>
        counts.Select((Count, i) => (i, Count)).Where(c => c.Count > 0).ToDictionary(c => name(c.i), c => c.Count);

    private static bool Only(Misses misses, Misses one) => (misses & ~one) == Misses.None;

    /// <summary>Adds the numbers of a segment to those of the whole.</summary>
    private static void AddUp<T>(int[] counts, Func<int, T> name, Dictionary<T, int> whole) where T : notnull
    {
        for (var i = 0; i < counts.Length; i++)
            if (counts[i] > 0 && name(i) is var key) whole[key] = whole.GetValueOrDefault(key) + counts[i];
    }

    private void Collect(int segment, ReadOnlySpan<float> held, float least)
    {
        var columns = SegmentColumns.Of(_segments[segment].AtomicReader);
        var (byOrganisation, byDomain, byYear) = (new int[columns.Organisations.Length], new int[columns.Domains.Length], new int[columns.LastYear + 1]);
        // What a segment does not know at all no page of it has.
        var organisationId = _filter.OrganisationId is { } wanted ? Array.IndexOf(columns.Organisations, wanted) : -1;
        var domainId = _filter.DomainId is { } some ? Array.IndexOf(columns.Domains, some) : -1;
        var isNarrowed = _filter.Narrows;
        for (var doc = 0; doc < held.Length; doc++)
        {
            if (held[doc] < least || !columns.IsOnDisplay(doc, _day)) continue;
            var validity = columns.ValidityOn(doc, _day);
            var misses = isNarrowed ? MissesOf(columns, doc, validity, organisationId, domainId) : Misses.None;
            if (misses == Misses.None)
            {
                _bits[segment].Set(doc);
                Total++;
            }

            if (Only(misses, Misses.Kind)) _kinds[(int)columns.Kind(doc)]++;
            if (Only(misses, Misses.Validity)) _validities[(int)validity]++;
            if (Only(misses, Misses.Organisation) && columns.Organisation(doc) is >= 0 and var organisation) byOrganisation[organisation]++;
            if (Only(misses, Misses.Year) && columns.Year(doc) is > 0 and var year) byYear[year]++;
            if (Only(misses, Misses.Domain)) foreach (var domain in columns.DomainsOf(doc)) byDomain[domain]++;
            if (!Only(misses, Misses.Aspect)) continue;
            for (var (i, bits) = (0, columns.Aspects(doc)); bits != 0; i++, bits >>= 1)
                if ((bits & 1) != 0) _aspects[i]++;
        }

        AddUp(byOrganisation, i => columns.Organisations[i], _organisations);
        AddUp(byDomain, i => columns.Domains[i], _domains);
        AddUp(byYear, year => year, _years);
    }

    private Misses MissesOf(SegmentColumns columns, int doc, Validity validity, int organisation, int domain)
    {
        var misses = Misses.None;
        if (_filter.Kind is { } kind && columns.Kind(doc) != kind) misses |= Misses.Kind;
        if (_filter.Year is { } year && columns.Year(doc) != year) misses |= Misses.Year;
        if (_filter.Aspect != DisclosureAspects.None && (columns.Aspects(doc) & (int)_filter.Aspect) == 0) misses |= Misses.Aspect;
        if (_filter.Validity is { } wanted && validity != wanted) misses |= Misses.Validity;
        if (_filter.OrganisationId is not null && (organisation < 0 || columns.Organisation(doc) != organisation)) misses |= Misses.Organisation;
        if (_filter.DomainId is not null && (domain < 0 || !columns.DomainsOf(doc).Contains(domain))) misses |= Misses.Domain;
        return misses;
    }

    /// <summary>The hits that hold most, where that is asked, and of those that hold the same the newest, the first of them first.</summary>
    private ScoreDoc[] Top(int most, CoveredPages? pages)
    {
        // The least of those kept so far lies on top.
        var kept = new PriorityQueue<ScoreDoc, (float Held, long At, int Doc)>(most + 1);
        var least = (Held: float.MinValue, At: long.MinValue, Doc: 0);
        for (var s = 0; s < _segments.Count; s++)
        {
            var columns = SegmentColumns.Of(_segments[s].AtomicReader);
            var held = pages is null ? [] : pages.Held(s);
            for (var doc = Next(_bits[s], 0); doc >= 0; doc = Next(_bits[s], doc + 1))
            {
                var much = held.IsEmpty ? 0 : held[doc];
                if (much < least.Held) continue;
                // Of two published in the same moment the one that was indexed earlier.
                var rank = (Held: much, At: columns.PublishedAt(doc), Doc: -(_segments[s].DocBase + doc));
                if (rank.CompareTo(least) <= 0) continue;
                var hit = new ScoreDoc(-rank.Doc, much);
                if (kept.Count < most) kept.Enqueue(hit, rank);
                else kept.EnqueueDequeue(hit, rank);
                if (kept.Count == most) kept.TryPeek(out _, out least);
            }
        }

        var top = new ScoreDoc[kept.Count];
        for (var i = top.Length - 1; i >= 0; i--) top[i] = kept.Dequeue();
        return top;

        static int Next(FixedBitSet bits, int from) => from >= bits.Length ? -1 : bits.NextSetBit(from);
    }

    private sealed class Passed(FixedBitSet[] bits) : Filter
    {
        public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) => bits[context.Ord];
    }
}
