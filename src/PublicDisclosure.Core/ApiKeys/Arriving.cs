using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>What a business system sends: the registration of a formed record, or a draft.</summary>
/// <param name="Key">Who sends it.</param>
/// <param name="IdempotencyKey">The request's own number.</param>
/// <param name="RequestHash">SHA-256 of the request, files included, in lower-case hex.</param>
/// <param name="ExternalReference">The system's number of the matter.</param>
/// <param name="IsRegistration">It only says that the information was formed (形成信息登记); the text comes later.</param>
public sealed record Arriving(KeyHolder Key, string IdempotencyKey, string RequestHash, string ExternalReference, bool IsRegistration)
{
    /// <summary>The registration that this draft fills; null for a new one.</summary>
    public Guid? FormedRecordId { get; init; }

    /// <summary>Codes of the items, the main one first; null leaves a registration's as they are.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Puts what was sent over what the item proposes, or over what was registered. What was not sent stays.</summary>
    public required Func<DisclosureText, DisclosureText> Write { get; init; }

    /// <summary>Files in their order.</summary>
    public IReadOnlyList<Upload> Files { get; init; } = [];

    /// <summary>The field of the system's own number.</summary>
    internal const string ReferenceField = "ExternalReference";

    /// <summary>The field of the items: a registration names one.</summary>
    internal string ItemField => IsRegistration ? "Item" : "Items";

    /// <summary>Every reason that lies in the request itself.</summary>
    internal IEnumerable<Refusal> Check()
    {
        if (string.IsNullOrWhiteSpace(ExternalReference)) yield return new Refusal("Arrival.ReferenceMissing", ReferenceField);
        else if (ExternalReference.Length > SystemArrival.ReferenceLength) yield return new Refusal("Disclosure.TextTooLong", ReferenceField, SystemArrival.ReferenceLength, ExternalReference.Length);
        else if (ChineseText.HasForbiddenCharacters(ExternalReference)) yield return new Refusal("Text.ForbiddenCharacters", ReferenceField);
        if (Items is { Count: 0 } || (Items is null && FormedRecordId is null)) yield return new Refusal("Arrival.ItemMissing", ItemField);
    }

    /// <summary>Every reason that lies in the text; what publication asks for beyond that is the checklist's.</summary>
    /// <param name="text">The text as it would be stored.</param>
    /// <param name="today">Beijing date.</param>
    internal IEnumerable<Refusal> Check(DisclosureText text, DateOnly today) => [.. CheckArrival(text, today), .. DisclosureText.Check(text)];

    private IEnumerable<Refusal> CheckArrival(DisclosureText text, DateOnly today)
    {
        if (text.Genre is DisclosureGenre.Interpretation or DisclosureGenre.Response) yield return new Refusal("Arrival.GenreNotHere", "Genre");
        if (!IsRegistration) yield break;
        if (text.FormedOn is null) yield return new Refusal("Arrival.FormedOnMissing", "FormedOn");
        // What was formed exists: a day to come is no registration but a plan, and a wrong clock.
        else if (text.FormedOn > today) yield return new Refusal("Checklist.FormedOnInFuture", "FormedOn");
    }
}

/// <summary>What became of a request.</summary>
/// <param name="DisclosureId">The draft.</param>
/// <param name="IsRepeat">The request had been answered before; nothing was done now.</param>
public sealed record ArrivalReceipt(Guid DisclosureId, bool IsRepeat);
