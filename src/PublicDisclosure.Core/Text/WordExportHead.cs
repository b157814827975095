namespace PublicDisclosure.Core.Text;

/// <summary>What a downloaded document carries beside its text.</summary>
/// <param name="Title">Set in large type above the text.</param>
/// <param name="DocumentNumber">发文字号, above the title; null for documents without one.</param>
/// <param name="OrganisationName">Who publishes; in the head of the first page.</param>
/// <param name="Metadata">Label and value pairs (索引号, 发布日期 ...), a small table in the head of the first page.</param>
/// <param name="Address">Where the current version is, in the foot of every page.</param>
/// <param name="Notices">Lines at the top of every page, such as 演示站点，非政府网站.</param>
public sealed record WordExportHead(
    string Title,
    string? DocumentNumber,
    string OrganisationName,
    IReadOnlyList<(string Label, string Value)> Metadata,
    string Address,
    IReadOnlyList<string> Notices);
