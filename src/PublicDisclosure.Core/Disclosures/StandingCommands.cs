namespace PublicDisclosure.Core.Disclosures;

// What changes the public standing. SeenRevision and By as in the other commands.

/// <summary>Closes a public page at once.</summary>
public sealed record SuspendDisclosure(Guid Id, int SeenRevision, string Reason, Guid By);

/// <summary>Lets a suspended page be seen again.</summary>
public sealed record LiftSuspension(Guid Id, int SeenRevision, string Remark, Guid By);

/// <summary>Turns a suspension into a withdrawal.</summary>
public sealed record ConfirmSuspension(Guid Id, int SeenRevision, WithdrawalReason Ground, string Notice, string ReplacementAddress, Guid By);

/// <summary>Proposes to take a public page back.</summary>
public sealed record ProposeWithdrawal(Guid Id, int SeenRevision, WithdrawalReason Reason, string Notice, string ReplacementAddress, Guid By);

/// <summary>Agrees to another person's proposal.</summary>
public sealed record ConfirmWithdrawal(Guid Id, int SeenRevision, Guid By);

/// <summary>Does not agree to another person's proposal.</summary>
public sealed record DeclineWithdrawal(Guid Id, int SeenRevision, string Remark, Guid By);

/// <summary>Ends the display of a list whose last day is over; the job's command, in nobody's name.</summary>
public sealed record EndDisplay(Guid Id, int SeenRevision, DateOnly Until);

/// <summary>Closes what a withdrawal had left readable.</summary>
public sealed record CloseWithdrawn(Guid Id, int SeenRevision, string Remark, Guid By);
