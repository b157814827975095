using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>
/// The interpretation that the issuing level has published of a policy that is only forwarded here (转发): it stands for material
/// of one's own. One row is the working copy's, one the public's, which publication writes.
/// </summary>
public sealed class ForwardedInterpretation
{
    public const int TitleLength = 200;
    public const int AddressLength = 400;
    public const int IssuerLength = 100;

    private ForwardedInterpretation()
    {
    }

    /// <summary>The policy's disclosure.</summary>
    public Guid PolicyId { get; private set; }

    /// <summary>The public's row; false for the working copy's.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>What the interpretation is called there.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Its address on an official site.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The organ that issued the policy and interprets it.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>Names it for the working copy of a policy, which counts as a change of its text.</summary>
    public static ForwardedInterpretation Name(Disclosure policy, ForwardedWords words, IReadOnlyList<string> officialHosts, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(Check(words, officialHosts));
        policy.NoteInterpretationChange(now, by);
        return new ForwardedInterpretation { PolicyId = policy.Id, Title = words.Title.Trim(), Address = words.Address.Trim(), Issuer = words.Issuer.Trim() };
    }

    /// <summary>The public's row of the working copy's.</summary>
    internal ForwardedInterpretation Published() => new() { PolicyId = PolicyId, IsPublic = true, Title = Title, Address = Address, Issuer = Issuer };

    /// <summary>Every reason why this cannot be named.</summary>
    public static IReadOnlyList<Refusal> Check(ForwardedWords words, IReadOnlyList<string> officialHosts)
    {
        var refusals = new List<Refusal>();
        Need(words.Title, nameof(Title), TitleLength);
        Need(words.Address, nameof(Address), AddressLength);
        Need(words.Issuer, nameof(Issuer), IssuerLength);
        if (words.Address.Trim().Length > 0 && !IsOfficial(words.Address.Trim(), officialHosts))
            refusals.Add(new Refusal("ForwardedInterpretation.AddressNotOfficial", nameof(Address), string.Join('、', officialHosts)));
        return refusals;

        void Need(string value, string field, int length)
        {
            if (string.IsNullOrWhiteSpace(value)) refusals.Add(new Refusal("ForwardedInterpretation.FieldMissing", field));
            else if (value.Trim().Length > length) refusals.Add(new Refusal("Disclosure.TextTooLong", field, length, value.Trim().Length));
        }
    }

    /// <summary>The address is that of a page on a site whose host is, or ends with, one of the official ones.</summary>
    public static bool IsOfficial(string address, IReadOnlyList<string> officialHosts) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { UserInfo.Length: 0 }
        && officialHosts.Any(host => uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What is typed to name an interpretation of the issuing level.</summary>
public sealed record ForwardedWords(string Title, string Address, string Issuer);
