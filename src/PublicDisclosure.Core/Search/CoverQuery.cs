using Lucene.Net.Search;

namespace PublicDisclosure.Core.Search;

/// <summary>Something that a page may hold of a question, and how much of the question that is.</summary>
/// <param name="Holds">Finds the pages that hold it.</param>
/// <param name="Weight">Its weight.</param>
internal readonly record struct CoverPart(Query Holds, float Weight);

/// <summary>What a page must hold of a question to be a hit.</summary>
/// <param name="Parts">Their weights add up.</param>
/// <param name="Readings">Several readings of one situation: the best that a page holds counts.</param>
internal sealed record CoverQuery(IReadOnlyList<CoverPart> Parts, IReadOnlyList<CoverPart> Readings)
{
    /// <summary>The weight of the whole question.</summary>
    public float Total { get; } = Parts.Sum(p => p.Weight) + Readings.Select(r => r.Weight).DefaultIfEmpty(0).Max();
}
