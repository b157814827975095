using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.OpenData;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Tables;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>What every endpoint of the read API works with: it reads parameters and writes answers.</summary>
public sealed class ApiDesk(IHttpContextAccessor accessor, SiteAddress site, DemoNotice demo, OrganisationDirectory directory, PublicCatalogue catalogue, BusinessClock clock)
{
    /// <summary>Media type of .xlsx.</summary>
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The request.</summary>
    public HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>Begins to read a request; names of parameters that the endpoint does not have are refused: a misspelt filter would pass for none.</summary>
    /// <param name="parameters">The objects into which the query was bound.</param>
    public ApiReading Read(params object[] parameters)
    {
        var reading = new ApiReading(Http, directory, catalogue);
        var known = parameters.SelectMany(p => p.GetType().GetProperties()).Select(p => p.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Http.Request.Query.Keys.Where(name => !known.Contains(name))) reading.Refuse($"没有参数 {Short(name)}，可用的参数：{string.Join("、", known)}。");
        return reading;
    }

    /// <summary>The absolute address of a path.</summary>
    public string Url(string path) => site.Of(path);

    /// <summary>The demonstration's notice, or null.</summary>
    public async Task<string?> NoticeAsync() => await demo.IsShownAsync() ? DemoNotice.Text : null;

    /// <summary>One thing as JSON.</summary>
    public static IResult One<T>(T value) => Results.Json(value, ApiProblems.Json);

    /// <summary>A page of a list in the form asked for; the next page is named in the body and in the header <c>Link</c>.</summary>
    public async Task<IResult> ListAsync<T>(ApiReading reading, ApiTable<T> table, IReadOnlyList<T> rows, OpenCursor? next = null)
    {
        var following = next is null ? null : Url(Http.Request.Path + Following(next));
        if (following is not null) Http.Response.Headers.Link = $"<{following}>; rel=\"next\"";
        var notice = await NoticeAsync();
        if (reading.Format == ApiFormat.Json) return Results.Json(new ListAnswer<T>(rows, following, notice), ApiProblems.Json);
        using var file = new MemoryStream();
        if (reading.Format == ApiFormat.Csv)
        {
            await using var csv = new CsvSheet(file);
            await csv.WriteAsync(table.Heading);
            foreach (var row in rows) await csv.WriteAsync(table.Row(row));
        }
        else
        {
            await using var sheet = new XlsxSheet(file, table.Name, table.Heading);
            foreach (var row in rows) await sheet.WriteAsync(table.Row(row));
        }

        var ending = reading.Format == ApiFormat.Csv ? "csv" : "xlsx";
        return new NamedFile(file.ToArray(), ending == "csv" ? "text/csv; charset=utf-8" : Xlsx, $"{table.Name}.{ending}", $"{table.Plain}.{ending}");
    }

    /// <summary>A coded value.</summary>
    public static Coded Code(Enum value) => new(value.ToString(), Words.Of(value));

    /// <summary>An organisation to go to.</summary>
    public Linked Organisation(string slug, string name) => new(slug, name, Url("/organisations/" + slug));

    /// <summary>A domain to go to.</summary>
    public Linked Domain(string slug, string name) => new(slug, name, Url("/catalogue/" + slug));

    /// <summary>An item to go to.</summary>
    public Linked Item(string domainSlug, string code, string name) => new(code, name, Url($"/catalogue/{domainSlug}/{code}"));

    private string Following(OpenCursor next) => QueryHelpers.AddQueryString("", Http.Request.Query
        .Where(pair => !pair.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase)).SelectMany(pair => pair.Value, (pair, value) => new KeyValuePair<string, string?>(pair.Key, value))
        .Append(new("cursor", next.ToString())));

    /// <summary>A name that somebody sent, short enough to be told back.</summary>
    internal static string Short(string text) => ShortText.Of(text, 40);
}
