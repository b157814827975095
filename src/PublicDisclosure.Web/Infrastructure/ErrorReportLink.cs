using PublicDisclosure.Core.ErrorReports;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>The link to the form for errors, with the page it stands on filled in.</summary>
public static class ErrorReportLink
{
    private const string Form = "/report-error";

    /// <summary>The address; the bare form on its own pages, which would otherwise link into themselves without end.</summary>
    public static string Of(HttpRequest request)
    {
        if (request.Path.StartsWithSegments(Form)) return Form;
        var page = request.Path + request.QueryString.ToString();
        return ReportedAddress.Read(page) is null ? Form : $"{Form}?page={Uri.EscapeDataString(page)}";
    }
}
