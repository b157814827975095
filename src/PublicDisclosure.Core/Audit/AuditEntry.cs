using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Audit;

/// <summary>
/// One thing somebody did, written in the same save as the thing itself and never changed. Audit is not logging: these rows
/// are evidence.
/// </summary>
public sealed class AuditEntry
{
    public const int ActionLength = 60;
    public const int ObjectNameLength = 200;
    public const int DetailLength = 1000;

    private AuditEntry()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>UTC instant.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who did it; null for the system itself and for failed sign-ins of unknown accounts.</summary>
    public Guid? By { get; private set; }

    /// <summary>The organisation concerned, if any.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>What was done, <c>Noun.Verb</c>: <c>Disclosure.Publish</c>, <c>Account.SignIn</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>Id of the object concerned, if any.</summary>
    public Guid? ObjectId { get; private set; }

    /// <summary>What the object was called at the time.</summary>
    public string ObjectName { get; private set; } = "";

    /// <summary>Further facts in plain words; never personal data of third parties.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Records an act. Texts longer than their column are cut, so that evidence is never lost to a length.</summary>
    public static AuditEntry Record(
        DateTime now, Guid? by, string action, Guid? organisationId = null, Guid? objectId = null, string objectName = "", string detail = "") => new()
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            By = by,
            OrganisationId = organisationId,
            Action = ShortText.Start(action, ActionLength),
            ObjectId = objectId,
            ObjectName = ShortText.Start(objectName, ObjectNameLength),
            Detail = ShortText.Start(detail, DetailLength),
        };
}
