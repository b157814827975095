using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Disclosures.Imports;

/// <summary>What a column of an import file holds.</summary>
internal enum ImportField
{
    Title,
    Body,
    BodyFormat,
    Address,
    PublishedOn,
    Organisation,
    ItemCode,
    Number,
    DocumentDate,
    FormedOn,
    Summary,
    Files,
}

/// <summary>Headings of an import file by field, Chinese for tables and English for .json; own alternatives come from the settings.</summary>
internal static class ImportHeadings
{
    private static readonly Dictionary<ImportField, string[]> Known = new()
    {
        [ImportField.Title] = ["标题", "title", "信息标题", "名称"],
        [ImportField.Body] = ["正文", "body", "内容", "信息内容", "content"],
        [ImportField.BodyFormat] = ["正文格式", "format", "格式"],
        [ImportField.Address] = ["原网址", "url", "address", "原地址", "原链接", "链接"],
        [ImportField.PublishedOn] = ["原发布日期", "publishedOn", "published", "发布日期", "发布时间"],
        [ImportField.Organisation] = ["发布单位", "organisation", "organization", "单位", "发布机构"],
        [ImportField.ItemCode] = ["公开事项编码", "item", "itemCode", "事项编码", "公开事项"],
        [ImportField.Number] = ["发文字号", "number", "文号", "documentNumber"],
        [ImportField.DocumentDate] = ["成文日期", "date", "documentDate"],
        [ImportField.FormedOn] = ["信息形成日期", "formedOn", "形成日期"],
        [ImportField.Summary] = ["内容概述", "summary", "概述", "摘要"],
        [ImportField.Files] = ["附件", "files", "attachments", "文件"],
    };

    /// <summary>The row of headings with the fields of its columns: the first that names a title and something else; null when there is none.</summary>
    public static (int Row, IReadOnlyDictionary<ImportField, int> Columns)? Find(RawTable table, IReadOnlyDictionary<string, string[]> own) =>
        HeadingRow.Find(table, Known, own, columns => columns.Count >= 2 && columns.ContainsKey(ImportField.Title));

    /// <summary>The usual heading of a field, for messages.</summary>
    public static string NameOf(ImportField field) => Known[field][0];

    /// <summary>The key of a field in .json.</summary>
    public static string KeyOf(ImportField field) => Known[field][1];
}
