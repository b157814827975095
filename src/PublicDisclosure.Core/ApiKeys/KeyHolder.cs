namespace PublicDisclosure.Core.ApiKeys;

/// <summary>A business system that was let in.</summary>
/// <param name="KeyId">Its key.</param>
/// <param name="Prefix">What is shown of the key.</param>
/// <param name="OrganisationId">For whom it speaks.</param>
/// <param name="SystemName">业务系统名称</param>
/// <param name="ResponsibleId">责任人: in whose name drafts arrive.</param>
/// <param name="MadeBy">Who made the key and has seen it.</param>
public sealed record KeyHolder(Guid KeyId, string Prefix, Guid OrganisationId, string SystemName, Guid ResponsibleId, Guid MadeBy);
