using System.Security.Cryptography;
using System.Text.Json;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>One hash over everything a version says, so that a changed byte shows.</summary>
public static class ContentHash
{
    /// <summary>SHA-256 of the canonical JSON of text, number, time and attachment hashes; lower-case hex.</summary>
    public static string Of(DisclosureVersion version) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        version.DisclosureId,
        version.Number,
        version.OrganisationName,
        version.Text,
        version.Html,
        PublishedAt = version.PublishedAt.Ticks,
        Files = version.Attachments.Select(a => new { a.Ordinal, a.FileName, a.Hash, a.Size }),
    })));
}
