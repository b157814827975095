namespace PublicDisclosure.Web.Pages.Admin.Postings;

/// <summary>The model of <c>_Fields</c>.</summary>
public sealed record PostingForm(PostingInput Input);
