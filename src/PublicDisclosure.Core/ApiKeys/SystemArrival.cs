namespace PublicDisclosure.Core.ApiKeys;

/// <summary>That a draft came from a business system, under which number there, and how it stood when the system last touched it.</summary>
public sealed class SystemArrival
{
    public const int ReferenceLength = 100;

    private SystemArrival()
    {
    }

    internal SystemArrival(Guid disclosureId, KeyHolder key, string reference) =>
        (DisclosureId, KeyId, OrganisationId, SystemName, ExternalReference) = (disclosureId, key.KeyId, key.OrganisationId, key.SystemName, reference);

    public Guid DisclosureId { get; private set; }

    /// <summary>The key it came with; the newest, where it was sent in two steps.</summary>
    public Guid KeyId { get; private set; }

    /// <summary>The organisation whose key it was: it may ask for the status, even where the draft was handed on (机构撤并).</summary>
    public Guid OrganisationId { get; private set; }

    public string SystemName { get; private set; } = "";

    /// <summary>The system's own number, unique within organisation and system.</summary>
    public string ExternalReference { get; private set; } = "";

    /// <summary>When it was registered as formed, UTC; null for what came as a draft at once.</summary>
    public DateTime? RegisteredAt { get; private set; }

    /// <summary>When its text came, UTC; null while only registered.</summary>
    public DateTime? DraftedAt { get; private set; }

    /// <summary>The draft's revision as the system left it. Another one means that people have taken it up.</summary>
    public int Revision { get; private set; }

    internal void Note(KeyHolder key, bool isRegistration, int revision, DateTime now)
    {
        (KeyId, Revision) = (key.KeyId, revision);
        if (isRegistration) RegisteredAt = now;
        else DraftedAt = now;
    }
}
