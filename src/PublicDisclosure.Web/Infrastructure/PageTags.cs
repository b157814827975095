namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// What a page says about itself: its title, the way to it, and the page tags of 政府网站发展指引 (国办发〔2017〕47号, annex).
/// Every page sets it once at its top; the layout renders title, trail and tags from it and refuses a page that forgot.
/// </summary>
public sealed class PageTags
{
    private string? _siteDescription;

    /// <summary>Text of the page's title, before the site name; null until the page has set it.</summary>
    public string? Title { get; private set; }

    /// <summary>What tells this page from others of the same title, in front of it in the browser's window; null where nothing has to.</summary>
    public string? Particular { get; set; }

    /// <summary>Name of the column the page belongs to; null on the home page, staff pages and status pages.</summary>
    public string? ColumnName { get; private set; }

    /// <summary>Kind of the column: 政府信息公开目录, 文件资料, 机构职能 ...</summary>
    public string? ColumnType { get; private set; }

    /// <summary>What the column holds; set on column pages only.</summary>
    public string? ColumnDescription { get; private set; }

    /// <summary>Keywords of the column; set on column pages only.</summary>
    public string? ColumnKeywords { get; private set; }

    /// <summary>Tags of a content page; null elsewhere.</summary>
    public ArticleTags? Article { get; private set; }

    /// <summary>The way from home to this page, without home and without the page itself.</summary>
    public IReadOnlyList<Crumb> Trail { get; private set; } = [];

    /// <summary>Address of the feed that goes with the page, if there is one.</summary>
    public string? Feed { get; set; }

    /// <summary>What the page is about in words of schema.org, for search engines (JSON-LD); null where there is nothing to say.</summary>
    public System.Text.Json.Nodes.JsonObject? Data { get; set; }

    /// <summary>True where search engines should keep out: staff pages, status pages, filtered lists.</summary>
    public bool NoIndex { get; set; }

    /// <summary>What search engines and those who pass the address on show below the title; null where there is nothing to say.</summary>
    public string? Description => Article is null ? ColumnDescription ?? _siteDescription : Article.Description;

    /// <summary>The home page: site tags, and what the whole site holds.</summary>
    public void Home(string description) => (Title, _siteDescription) = ("", description);

    /// <summary>A page that belongs to no column: staff pages, sign-in, status pages.</summary>
    public void Utility(string title, params IReadOnlyList<Crumb> trail) =>
        (Title, Trail, NoIndex) = (title, trail, true);

    /// <summary>A column page: a list, a directory, a catalogue.</summary>
    public void Column(string name, string type, string description, string keywords, params IReadOnlyList<Crumb> trail)
    {
        (Title, ColumnName, ColumnType, Trail) = (name, name, type, trail);
        (ColumnDescription, ColumnKeywords) = (description, keywords);
    }

    /// <summary>A content page: one disclosure, one notice.</summary>
    public void Content(ArticleTags article, string columnName, string columnType, params IReadOnlyList<Crumb> trail) =>
        (Title, Article, ColumnName, ColumnType, Trail) = (article.Title, article, columnName, columnType, trail);
}

/// <summary>A step on the way from home to a page.</summary>
public sealed record Crumb(string Text, string Path);

/// <summary>Page tags of a content page.</summary>
/// <param name="Title">Its title (<c>ArticleTitle</c>).</param>
/// <param name="PublishedAt">When it was published, UTC; shown in Beijing time (<c>PubDate</c>).</param>
/// <param name="Source">Who published it (<c>ContentSource</c>).</param>
/// <param name="Keywords">Optional keywords.</param>
/// <param name="Description">Optional summary.</param>
/// <param name="Url">Optional lasting address.</param>
public sealed record ArticleTags(
    string Title, DateTime PublishedAt, string Source, string? Keywords = null, string? Description = null, string? Url = null);

/// <summary>The column kinds (<c>ColumnType</c>) used on this site.</summary>
public static class ColumnTypes
{
    public const string Catalogue = "政府信息公开目录";
    public const string Guide = "政府信息公开指南";
    public const string Rules = "政府信息公开制度";
    public const string AnnualReports = "政府信息公开年报";
    public const string Documents = "文件资料";
    public const string Organisations = "机构职能";
    public const string Interpretations = "政策解读";
    public const string Notices = "通知公告";
    public const string Interaction = "互动交流";
    public const string Search = "站内检索";
    public const string About = "概况信息";
}
