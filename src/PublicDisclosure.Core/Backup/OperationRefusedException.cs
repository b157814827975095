namespace PublicDisclosure.Core.Backup;

/// <summary>
/// A command of the operator cannot be carried out. The message says why and what to do, and is all that is printed. It is
/// not for pages: those show refusals.
/// </summary>
public sealed class OperationRefusedException(string message) : Exception(message);
