namespace PublicDisclosure.Core.Disclosures;

/// <summary>What a genre asks for and how it behaves; one row a genre, so that no page asks "is it a …".</summary>
/// <param name="HasValidity">Effective and expiry dates apply (规范性文件, 规划, 制度).</param>
/// <param name="NeedsDocumentNumber">Cannot be published without a document number.</param>
/// <param name="NeedsDisplayPeriod">Carries a display period and an objection contact (名单公示).</param>
/// <param name="NeedsPlainSummary">A plain-language summary is expected.</param>
/// <param name="NeedsItem">Must stand behind a standard item; guide, rules and reports belong to the organisation's column instead.</param>
/// <param name="IsPolicyFile">Kept from the public only with the opinion of the disclosure office (国办发〔2016〕80号).</param>
/// <param name="HasRedHeader">Prints with the red header of an official document.</param>
public sealed record GenreRule(
    bool HasValidity = false,
    bool NeedsDocumentNumber = false,
    bool NeedsDisplayPeriod = false,
    bool NeedsPlainSummary = false,
    bool NeedsItem = true,
    bool HasRedHeader = false,
    bool IsPolicyFile = false);

/// <summary>The table of genres.</summary>
public static class GenreRules
{
    private static readonly Dictionary<DisclosureGenre, GenreRule> Table = new()
    {
        [DisclosureGenre.Normative] = new(HasValidity: true, NeedsDocumentNumber: true, NeedsPlainSummary: true, HasRedHeader: true, IsPolicyFile: true),
        [DisclosureGenre.NameList] = new(NeedsDisplayPeriod: true),
        [DisclosureGenre.Announcement] = new(),
        [DisclosureGenre.Report] = new(),
        [DisclosureGenre.Plan] = new(HasValidity: true, NeedsPlainSummary: true, IsPolicyFile: true),
        [DisclosureGenre.Budget] = new(),
        [DisclosureGenre.Enforcement] = new(),
        [DisclosureGenre.Guide] = new(NeedsItem: false),
        [DisclosureGenre.Rules] = new(HasValidity: true, NeedsItem: false, IsPolicyFile: true),
        [DisclosureGenre.AnnualReport] = new(NeedsItem: false),
        [DisclosureGenre.Interpretation] = new(NeedsItem: false),
        [DisclosureGenre.Response] = new(NeedsItem: false),
        [DisclosureGenre.Other] = new(),
    };

    /// <summary>The rule of a genre.</summary>
    public static GenreRule Rule(this DisclosureGenre genre) => Table[genre];
}

/// <summary>What a withdrawal reason asks for and does; what it leaves visible is <see cref="PublicVisibility"/>'s.</summary>
/// <param name="NeedsReplacement">The successor's address must be given.</param>
/// <param name="ClosesEverything">Every version closes for good and the notice is neutral, without words of its own.</param>
public sealed record WithdrawalRule(bool NeedsReplacement = false, bool ClosesEverything = false);

/// <summary>The table of withdrawal reasons by behaviour (design: rule 8).</summary>
public static class WithdrawalRules
{
    private static readonly Dictionary<WithdrawalReason, WithdrawalRule> Table = new()
    {
        [WithdrawalReason.Error] = new(),
        [WithdrawalReason.Replaced] = new(NeedsReplacement: true),
        [WithdrawalReason.PublishedInError] = new(),
        [WithdrawalReason.PersonalOrSecret] = new(ClosesEverything: true),
        [WithdrawalReason.Other] = new(),
    };

    /// <summary>The rule of a reason.</summary>
    public static WithdrawalRule Rule(this WithdrawalReason reason) => Table[reason];
}
