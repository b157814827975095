namespace PublicDisclosure.Core.OpinionCases;

/// <summary>Enters a case for an organisation.</summary>
public sealed record RegisterCase(Guid OrganisationId, CaseFacts Facts, Guid By, Guid? NewId = null);

/// <summary>An act that needs one text: assess, handle, respond, propose silence, reopen, evaluate (empty).</summary>
public sealed record ActOnCase(Guid Id, int SeenRevision, string Act, string Text, Guid By);

/// <summary>Another grade.</summary>
public sealed record ChangeCaseGrade(Guid Id, int SeenRevision, CaseGrade Grade, string Reason, Guid By);

/// <summary>Asks organisations for their opinion by an instant (UTC).</summary>
public sealed record ConsultOrganisations(Guid Id, int SeenRevision, IReadOnlyList<Guid> Organisations, string Question, DateTime DueAt, Guid By);

/// <summary>Enters the opinion of a body outside the directory with its paper.</summary>
public sealed record ConsultOutside(Guid Id, int SeenRevision, OutsideOpinion Opinion, string FileName, Stream Content, Guid By);

/// <summary>The organisation that was asked answers.</summary>
public sealed record AnswerConsultation(Guid ConsultationId, string Opinion, Guid By);

/// <summary>The second person on a proposal not to respond.</summary>
public sealed record DecideSilence(Guid Id, int SeenRevision, bool Approves, string Remark, Guid By);

/// <summary>Evaluation and end.</summary>
public sealed record CloseCase(Guid Id, int SeenRevision, string Evaluation, CaseMark Mark, string MarkReason, Guid By);

/// <summary>Asks to put a time right.</summary>
public sealed record RequestCaseTime(Guid Id, int SeenRevision, CaseTimeKind Kind, DateTime To, string Evidence, Guid By);

/// <summary>The second person on a time.</summary>
public sealed record DecideCaseTime(Guid Id, int SeenRevision, bool Confirms, string Remark, Guid By);

/// <summary>Adds a file to a case.</summary>
public sealed record AddCaseFile(Guid Id, int SeenRevision, string FileName, Stream Content, Guid By);
