namespace PublicDisclosure.Core.Coverage;

/// <summary>What became of one item at one organisation.</summary>
/// <param name="DomainId">Its domain.</param>
/// <param name="OrganisationId">Whose.</param>
/// <param name="ItemCode">Which item.</param>
/// <param name="Share">Its units by status.</param>
/// <param name="IsNeverPublished">从未公开</param>
/// <param name="NewestOn">When something of it last became public; null while nothing has.</param>
public sealed record DutyShare(Guid DomainId, Guid OrganisationId, string ItemCode, CoverageShare Share, bool IsNeverPublished, DateOnly? NewestOn);
