using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>One hash over everything a version says, so that a changed byte shows.</summary>
public static class ContentHash
{
    // Fields that are not filled in leave no trace and choices are written by name, so that a field or a choice that the product
    // learns later does not change the hash of what was published before.
    private static readonly JsonSerializerOptions Canonical = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>SHA-256 of the canonical JSON of text, number, time and attachment hashes; lower-case hex.</summary>
    public static string Of(DisclosureVersion version) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            version.DisclosureId,
            version.Number,
            version.OrganisationName,
            version.Text,
            version.Html,
            version.Change,
            version.ChangeReason,
            version.ChangedOn,
            version.DueOn,
            PublishedAt = version.PublishedAt.Ticks,
            Replaces = version.Replacements.Count == 0 ? null : version.Replacements.OrderBy(r => r.ReplacedId).Select(r => new { r.ReplacedId, r.Repeals }),
            Files = version.Attachments.OrderBy(a => a.Ordinal).Select(a => new { a.Ordinal, a.FileName, a.Hash, a.Size }),
        },
        Canonical)));
}
