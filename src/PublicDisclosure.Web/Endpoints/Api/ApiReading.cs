using System.Globalization;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.OpenData;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>The form of an answer.</summary>
public enum ApiFormat
{
    /// <summary>For programs.</summary>
    Json,

    /// <summary>UTF-8 with its mark.</summary>
    Csv,

    /// <summary>For spreadsheets.</summary>
    Xlsx,
}

/// <summary>
/// The parameters of one request. What cannot be read is never passed over: a program would take the wrong rows for the right ones.
/// Every reason is gathered and told at once.
/// </summary>
public sealed class ApiReading(HttpContext http, OrganisationDirectory directory, PublicCatalogue catalogue)
{
    /// <summary>Rows of a page, unless asked otherwise, and at most.</summary>
    public const int DefaultLimit = 50, MostRows = 200;

    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
    private readonly List<string> _reasons = [];

    /// <summary>Rows of the page.</summary>
    public int Limit { get; private set; } = DefaultLimit;

    /// <summary>Where the page begins; null for the start.</summary>
    public OpenCursor? After { get; private set; }

    /// <summary>The form of the answer.</summary>
    public ApiFormat Format { get; private set; }

    /// <summary>The answer to a request that cannot be read; null while all is well.</summary>
    public IResult? Refusal => _reasons.Count == 0 ? null : ApiProblems.Unreadable(http, _reasons);

    /// <summary>Adds a reason.</summary>
    public void Refuse(string reason) => _reasons.Add(reason);

    /// <summary>Limit, cursor and format.</summary>
    /// <param name="page">As sent.</param>
    /// <param name="list">Name of the list in its cursors.</param>
    /// <param name="isKey">Whether the parts of a cursor's key can be read.</param>
    /// <param name="parts">Parts of its key.</param>
    public ApiReading Page(PageParameters page, string list, int parts, Func<OpenCursor, bool>? isKey = null)
    {
        if (!string.IsNullOrEmpty(page.Limit))
        {
            if (int.TryParse(page.Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= MostRows) Limit = limit;
            else Refuse($"limit 应为 1 至 {MostRows} 的整数。");
        }

        if (!string.IsNullOrEmpty(page.Cursor))
        {
            After = OpenCursor.Read(page.Cursor, list, parts);
            if (After is null || isKey?.Invoke(After) == false) Refuse("cursor 无法识别。请去掉 cursor 从第一页读起，以后每页使用上一页 next 给出的地址。");
        }

        return Form(page.Format);
    }

    /// <summary>The format alone.</summary>
    public ApiReading Form(string? format)
    {
        if (string.IsNullOrEmpty(format)) return this;
        if (Enum.GetNames<ApiFormat>().FirstOrDefault(n => n.Equals(format, StringComparison.OrdinalIgnoreCase)) is { } name) Format = Enum.Parse<ApiFormat>(name);
        else Refuse("format 应为 json、csv 或 xlsx。");
        return this;
    }

    /// <summary>A coded value by its name.</summary>
    public T? Coded<T>(string parameter, string? value) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(value)) return null;
        // Zero of a set means none of it, which nobody can ask for.
        var names = Enum.GetValues<T>().Where(v => !typeof(T).IsDefined(typeof(FlagsAttribute), false) || Convert.ToInt64(v, CultureInfo.InvariantCulture) != 0).Select(v => v.ToString()).ToList();
        if (names.Find(n => n.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } name) return Enum.Parse<T>(name);
        Refuse($"{parameter} 应为 {string.Join("、", names)} 之一。");
        return null;
    }

    /// <summary>A year.</summary>
    public int? Year(string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 9999) return year;
        Refuse("year 应为四位数的年份，例如 2026。");
        return null;
    }

    /// <summary>An instant; a date alone is its beginning in Beijing, and a time without zone is Beijing's.</summary>
    public DateTime? Since(string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        // A plus sign that was not escaped arrives as a blank.
        var text = value.Replace(' ', '+');
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999) return BusinessClock.Utc(day, TimeOnly.MinValue);
        if (DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) && at.Year is > 1900 and < 9999)
        {
            return at.Kind switch
            {
                DateTimeKind.Utc => at,
                DateTimeKind.Local => at.ToUniversalTime(),
                _ => BusinessClock.Utc(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)),
            };
        }

        Refuse("changedSince 应为日期或时间，例如 2026-03-01 或 2026-03-01T08:00:00Z。");
        return null;
    }

    /// <summary>An organisation by its key.</summary>
    public async Task<Guid?> OrganisationAsync(string? slug, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(slug)) return null;
        if (await directory.FindAsync(slug, stop) is { } found) return found.Id;
        Refuse("organisation 没有对应的单位，标识见 /api/v1/organisations。");
        return null;
    }

    /// <summary>A domain by its key.</summary>
    public async Task<Guid?> DomainAsync(string? slug, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(slug)) return null;
        if (await catalogue.DomainAsync(slug, stop) is { } found) return found.Id;
        Refuse("domain 没有对应的领域，标识见 /api/v1/domains。");
        return null;
    }

    /// <summary>The code of an item. One that no edition has finds nothing, as one of a former edition may.</summary>
    public string? Item(string? code)
    {
        if (string.IsNullOrEmpty(code)) return null;
        if (code.Length <= StandardItem.CodeLength) return code;
        Refuse($"item 应为事项编码，最多 {StandardItem.CodeLength} 个字，见 /api/v1/items。");
        return null;
    }

    /// <summary>What items and duties are narrowed by.</summary>
    public async Task<OpenCatalogueFilter> CatalogueAsync(CatalogueParameters filter, CancellationToken stop) => new(
        await OrganisationAsync(filter.Organisation, stop), await DomainAsync(filter.Domain, stop), Item(filter.Item), Coded<DisclosureAspects>("aspect", filter.Aspect));
}
