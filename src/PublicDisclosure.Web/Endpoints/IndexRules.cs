using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>Tells search engines to keep lists of persons out, where an answer has no page tags to say it: files and downloads.</summary>
public static class IndexRules
{
    /// <summary>Marks the answer when the disclosure or the version is such a list.</summary>
    public static void Mark(HttpResponse response, PublicReading reading)
    {
        if (reading.Record?.IsKeptOutOfIndexes == true || (reading.Version is { } version && PublicVisibility.IsKeptOutOfIndexes(version.Text.Genre)))
            response.Headers["X-Robots-Tag"] = "noindex";
    }
}
