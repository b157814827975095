using PublicDisclosure.Core.Coverage;

namespace PublicDisclosure.Web.Pages.Coverage;

/// <summary>The figures at the top of a page.</summary>
public sealed record LeadView(CoverageShare Total, CoverageSpan? Span);

/// <summary>The choice of a span of time alone.</summary>
/// <param name="Path">Address of the page.</param>
/// <param name="Query">Its filters.</param>
/// <param name="Today">Beijing date.</param>
public sealed record SpanForm(string Path, CoverageQuery Query, DateOnly Today);
