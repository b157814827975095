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
internal sealed class HitCollector(float least, SearchFilter filter, int day) : ICollector
{
    private readonly Dictionary<object, FixedBitSet> _hits = [];
    private readonly int[] _kinds = new int[Enum.GetValues<SearchKind>().Length];
    private readonly int[] _aspects = new int[DisclosureAspectSet.All.Count];
    private readonly int[] _validities = new int[Enum.GetValues<Validity>().Length];
    private readonly bool _isNarrowed = filter.Narrows;
    private readonly Dictionary<int, int> _years = [];
    private readonly Dictionary<Guid, int> _organisations = [];
    private readonly Dictionary<Guid, int> _domains = [];

    private Scorer _scorer = null!;
    private SegmentColumns _columns = null!;
    private FixedBitSet _bits = null!;
    private int[] _byOrganisation = [];
    private int[] _byDomain = [];
    private int[] _byYear = [];
    private int _organisation;
    private int _domain;

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

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        AddUp();
        _columns = SegmentColumns.Of(context.AtomicReader);
        _bits = _hits[context.AtomicReader.CoreCacheKey] = new FixedBitSet(context.AtomicReader.MaxDoc);
        (_byOrganisation, _byDomain, _byYear) = (new int[_columns.Organisations.Length], new int[_columns.Domains.Length], new int[_columns.LastYear + 1]);
        // What a segment does not know at all no page of it has.
        _organisation = filter.OrganisationId is { } organisation ? Array.IndexOf(_columns.Organisations, organisation) : -1;
        _domain = filter.DomainId is { } domain ? Array.IndexOf(_columns.Domains, domain) : -1;
    }

    public void Collect(int doc)
    {
        if (_scorer.GetScore() < least || !_columns.IsOnDisplay(doc, day)) return;
        var validity = _columns.ValidityOn(doc, day);
        var misses = _isNarrowed ? MissesOf(doc, validity) : Misses.None;
        if (misses == Misses.None)
        {
            _bits.Set(doc);
            Total++;
        }

        if (Only(misses, Misses.Kind)) _kinds[(int)_columns.Kind(doc)]++;
        if (Only(misses, Misses.Validity)) _validities[(int)validity]++;
        if (Only(misses, Misses.Organisation) && _columns.Organisation(doc) is >= 0 and var organisation) _byOrganisation[organisation]++;
        if (Only(misses, Misses.Year) && _columns.Year(doc) is > 0 and var year) _byYear[year]++;
        if (Only(misses, Misses.Domain)) foreach (var domain in _columns.DomainsOf(doc)) _byDomain[domain]++;
        if (!Only(misses, Misses.Aspect)) return;
        for (var (i, bits) = (0, _columns.Aspects(doc)); bits != 0; i++, bits >>= 1)
            if ((bits & 1) != 0) _aspects[i]++;
    }

    /// <summary>The hits as a filter for the second pass, which ranks them.</summary>
    public Filter AsFilter() => new Passed(_hits);

    /// <summary>What was counted.</summary>
    public SearchFacets Facets()
    {
        AddUp();
        return new SearchFacets(
            NotNull(_kinds, i => (SearchKind)i), _domains, NotNull(_aspects, i => DisclosureAspectSet.All[i]), _organisations, _years, NotNull(_validities, i => (Validity)i));
    }

    private static bool Only(Misses misses, Misses one) => (misses & ~one) == Misses.None;

    private static Dictionary<T, int> NotNull<T>(int[] counts, Func<int, T> name) where T : notnull =>
        counts.Select((Count, i) => (i, Count)).Where(c => c.Count > 0).ToDictionary(c => name(c.i), c => c.Count);

    private Misses MissesOf(int doc, Validity validity)
    {
        var misses = Misses.None;
        if (filter.Kind is { } kind && _columns.Kind(doc) != kind) misses |= Misses.Kind;
        if (filter.Year is { } year && _columns.Year(doc) != year) misses |= Misses.Year;
        if (filter.Aspect != DisclosureAspects.None && (_columns.Aspects(doc) & (int)filter.Aspect) == 0) misses |= Misses.Aspect;
        if (filter.Validity is { } wanted && validity != wanted) misses |= Misses.Validity;
        if (filter.OrganisationId is not null && (_organisation < 0 || _columns.Organisation(doc) != _organisation)) misses |= Misses.Organisation;
        if (filter.DomainId is not null && (_domain < 0 || !_columns.DomainsOf(doc).Contains(_domain))) misses |= Misses.Domain;
        return misses;
    }

    /// <summary>Adds the numbers of a segment to those of the whole.</summary>
    private void AddUp()
    {
        for (var i = 0; i < _byOrganisation.Length; i++)
            if (_byOrganisation[i] > 0 && _columns.Organisations[i] != Guid.Empty) _organisations[_columns.Organisations[i]] = _organisations.GetValueOrDefault(_columns.Organisations[i]) + _byOrganisation[i];
        for (var i = 0; i < _byDomain.Length; i++)
            if (_byDomain[i] > 0) _domains[_columns.Domains[i]] = _domains.GetValueOrDefault(_columns.Domains[i]) + _byDomain[i];
        for (var i = 0; i < _byYear.Length; i++)
            if (_byYear[i] > 0) _years[i] = _years.GetValueOrDefault(i) + _byYear[i];
        (_byOrganisation, _byDomain, _byYear) = ([], [], []);
    }

    private sealed class Passed(Dictionary<object, FixedBitSet> hits) : Filter
    {
        public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) => hits.GetValueOrDefault(context.AtomicReader.CoreCacheKey);
    }
}
