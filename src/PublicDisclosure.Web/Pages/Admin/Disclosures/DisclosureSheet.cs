using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>A disclosure with its overview and its text as it will look: the model of the partials that show one.</summary>
public sealed record DisclosureSheet(Disclosure Disclosure, DisclosureOverview Overview, RenderedText Rendered);
