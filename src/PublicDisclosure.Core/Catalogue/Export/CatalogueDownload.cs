namespace PublicDisclosure.Core.Catalogue.Export;

/// <summary>A catalogue as a file.</summary>
/// <param name="FileName">Name to save it under.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record CatalogueDownload(string FileName, string ContentType, byte[] Content);

/// <summary>The formats of a download.</summary>
public enum CatalogueFormat
{
    Xlsx,
    Csv,
}
