namespace PublicDisclosure.Core.Audit;

/// <summary>What somebody looks for in the audit log; what is null or empty does not narrow.</summary>
public sealed record AuditSearch
{
    /// <summary>Part of a user name or display name.</summary>
    public string? Person { get; init; }

    /// <summary>Part of the object's name, or its whole id.</summary>
    public string? About { get; init; }

    /// <summary>An action (<c>Disclosure.Publish</c>) or the noun of several (<c>Disclosure</c>).</summary>
    public string? Action { get; init; }

    /// <summary>First day, in Beijing.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, in Beijing.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A row of the audit log as people read it.</summary>
public sealed record AuditRow(
    Guid Id, DateTime At, string? UserName, string? DisplayName, string? OrganisationName, string Action, Guid? ObjectId, string ObjectName, string Detail);
