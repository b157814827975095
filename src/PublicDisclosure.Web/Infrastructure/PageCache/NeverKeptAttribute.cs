namespace PublicDisclosure.Web.Infrastructure.PageCache;

/// <summary>Marks a public page that shows more than the state of the database, the day and the reader's mode: the time of day, a search index.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverKeptAttribute : Attribute;
