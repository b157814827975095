namespace PublicDisclosure.Core.Disclosures;

// One record a use case. SeenRevision is the revision the user had on the screen; a newer one means that somebody else was
// quicker and nothing is done. By is the person who acts. Reasons (code to reason) explain warnings in the same save.

/// <summary>Starts a draft for an organisation.</summary>
/// <param name="OrganisationId">Who publishes.</param>
/// <param name="Text">The first text.</param>
/// <param name="Items">Items with their elements.</param>
/// <param name="By">Who starts it.</param>
/// <param name="Id">Id given out with the form, so that a form sent twice makes one draft; null makes a new one.</param>
public sealed record CreateDisclosure(Guid OrganisationId, DisclosureText Text, IReadOnlyList<ItemChoice> Items, Guid By, Guid? Id = null);

/// <summary>Saves the draft.</summary>
public sealed record EditDisclosure(Guid Id, int SeenRevision, DisclosureText Text, IReadOnlyList<ItemChoice> Items, Guid By);

/// <summary>Keeps reasons for warnings, code to reason.</summary>
public sealed record ExplainWarnings(Guid Id, int SeenRevision, IReadOnlyDictionary<string, string> Reasons, Guid By);

/// <summary>Hands the draft in for review.</summary>
public sealed record SubmitDisclosure(Guid Id, int SeenRevision, Guid By, string Remark = "", IReadOnlyDictionary<string, string>? Reasons = null);

/// <summary>Takes it back for changes.</summary>
public sealed record RecallDisclosure(Guid Id, int SeenRevision, Guid By, string Remark = "");

/// <summary>Records a secrecy review.</summary>
public sealed record ReviewSecrecy(Guid Id, int SeenRevision, SecrecyConclusion Conclusion, string Remark, Guid By);

/// <summary>Sends it back with a reason.</summary>
public sealed record ReturnDisclosure(Guid Id, int SeenRevision, string Reason, Guid By);

/// <summary>Signs it off.</summary>
/// <param name="Id">The disclosure.</param>
/// <param name="SeenRevision">Its revision on the screen.</param>
/// <param name="By">Who acts; where a leader signed on paper, who enters it.</param>
/// <param name="Remark">Words for the history.</param>
/// <param name="Reasons">Reasons for warnings.</param>
/// <param name="Paper">The leader's signature on paper, if there is one.</param>
/// <param name="SeenMaterial">The interpretation that is signed off with it, each with its revision on the screen; null where there was none to see.</param>
public sealed record ApproveDisclosure(
    Guid Id, int SeenRevision, Guid By, string Remark = "", IReadOnlyDictionary<string, string>? Reasons = null, SignedPaper? Paper = null,
    IReadOnlyDictionary<Guid, int>? SeenMaterial = null);

/// <summary>Passes the second of three reviews; the same parts as <see cref="ApproveDisclosure"/>.</summary>
public sealed record PassDisclosureSecondReview(
    Guid Id, int SeenRevision, Guid By, string Remark = "", IReadOnlyDictionary<string, string>? Reasons = null, SignedPaper? Paper = null);

/// <summary>The disclosure office's opinion on keeping a policy file from the public.</summary>
public sealed record GiveOfficeOpinion(Guid Id, int SeenRevision, bool Agrees, string Words, Guid By);

/// <summary>Publishes at once without 审签, for a reason the public reads.</summary>
public sealed record ForceDisclosure(Guid Id, int SeenRevision, string Reason, Guid By, IReadOnlyDictionary<string, string>? Reasons = null);

/// <summary>Makes up for the signature of a forced publication.</summary>
public sealed record ReviewForcedPublication(Guid Id, int SeenRevision, ForcedReviewOutcome Outcome, string Remark, Guid By);

/// <summary>Examines a record that is not public.</summary>
public sealed record ReexamineDisclosure(Guid Id, int SeenRevision, ReexaminationResult Result, string Reason, DateOnly? NextOn, Guid By);

/// <summary>Lets it be published at a later UTC instant.</summary>
public sealed record ScheduleDisclosure(Guid Id, int SeenRevision, DateTime At, Guid By);

/// <summary>Publishes it now. There is no way to say when: the time is the server's.</summary>
public sealed record PublishDisclosure(Guid Id, int SeenRevision, Guid By, IReadOnlyDictionary<string, string>? Reasons = null);

/// <summary>Opens a published text for a correction, or for an update with the day on which the information changed.</summary>
/// <param name="Id">The disclosure.</param>
/// <param name="SeenRevision">The revision on the screen.</param>
/// <param name="Kind">Correction or update.</param>
/// <param name="Reason">Shown publicly with the new version, unless it closes the former ones.</param>
/// <param name="By">Who begins it.</param>
/// <param name="ChangedOn">The day on which the information changed, for an update.</param>
/// <param name="ClosesFormer">It takes out personal or secret information and closes every former version when it is published.</param>
public sealed record BeginDisclosureCorrection(
    Guid Id, int SeenRevision, ChangeKind Kind, string Reason, Guid By, DateOnly? ChangedOn = null, bool ClosesFormer = false);

/// <summary>Asks for another formed date.</summary>
public sealed record RequestFormedDate(Guid Id, int SeenRevision, DateOnly To, string Reason, Guid By);

/// <summary>A second person confirms or declines the request that is open.</summary>
public sealed record DecideFormedDate(Guid Id, int SeenRevision, bool Confirms, string Remark, Guid By);

/// <summary>Drops a correction.</summary>
public sealed record AbandonDisclosureCorrection(Guid Id, int SeenRevision, Guid By);

/// <summary>Files it as not public.</summary>
public sealed record FileDisclosure(Guid Id, int SeenRevision, Guid By, string Remark = "", IReadOnlyDictionary<string, string>? Reasons = null);
