namespace PublicDisclosure.Core.Text;

/// <summary>What was understood of a Word document or of pasted HTML.</summary>
/// <param name="Markdown">The body, without title and document number.</param>
/// <param name="Title">The document's title, when one was recognised.</param>
/// <param name="DocumentNumber">发文字号 as written in the document, not normalised.</param>
/// <param name="DocumentDate">The date under the signature (成文日期).</param>
/// <param name="SignedBy">The organisation that signs above the date (落款); its text stays in the body too.</param>
/// <param name="Images">Pictures in order; the Markdown names the first <c>image:1</c>.</param>
/// <param name="Warnings">What was left out or needs a look.</param>
public sealed record WordImportResult(
    string Markdown,
    string? Title,
    string? DocumentNumber,
    DateOnly? DocumentDate,
    string? SignedBy,
    IReadOnlyList<ImportedImage> Images,
    IReadOnlyList<ImportWarning> Warnings);

/// <summary>A picture taken out of a document.</summary>
/// <param name="Number">The number in the placeholder <c>image:1</c>.</param>
/// <param name="ContentType"><c>image/png</c> or <c>image/jpeg</c>; other kinds are left out with a warning.</param>
/// <param name="Content">The file.</param>
/// <param name="AltText">What the picture shows, by its author, or 图片 and its number.</param>
public sealed record ImportedImage(int Number, string ContentType, byte[] Content, string AltText);

/// <summary>Something a clerk should look at after an import; the code is a key of the refusal texts.</summary>
/// <param name="Code"><c>WordImport.TrackedChanges</c> and the like.</param>
/// <param name="Count">How often it happened: {0} of the text.</param>
public sealed record ImportWarning(string Code, int Count);
