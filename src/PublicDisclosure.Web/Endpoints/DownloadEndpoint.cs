using System.Globalization;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>A disclosure as a Word file made by us: <c>/disclosures/{address}/download</c>, with <c>?version=</c> for an earlier one.</summary>
public static class DownloadEndpoint
{
    public static async Task<IResult> GetAsync(
        string address, string? version, DisclosureReader reader, ValidityReader validity, SiteAddress site, DemoNotice demo, HttpContext http, CancellationToken stop)
    {
        int? number = int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;
        var reading = await reader.ReadAsync(address, PublicPart.Download, number, stop);
        if (!reading.IsOpen) return Results.StatusCode(reading.Status);
        var (record, found) = (reading.Record, reading.Version);
        IndexRules.Mark(http.Response, reading);
        var text = found.Text;
        string?[] notices = [await demo.IsShownAsync() ? DemoNotice.Text : null, ValidityWords.Mark(await validity.OfAsync(record, stop))];
        var head = new WordExportHead(
            text.Title, text.DocumentNumber.Length > 0 ? text.DocumentNumber : null, found.OrganisationName, Metadata(record, found), site.Of(record.Path), [.. notices.OfType<string>()]);
        var file = WordExport.Write(await reader.BodyAsync(found.Id, stop) ?? "", head);
        if (file.Value is null) return Results.NotFound();
        return new NamedFile(file.Value, WordExport.MimeType, $"{ShortText.Start(text.Title, 60)}.docx", address + ".docx");
    }

    private static List<(string Label, string Value)> Metadata(PublicRecord record, PublicVersion version) =>
    [
        ("索引号", record.IndexNumber),
        ("发布机构", version.OrganisationName),
        ("成文日期", version.Text.DocumentDate is { } made ? TimeHtml.Text(made) : "—"),
        ("发布日期", TimeHtml.Text(BusinessClock.BeijingDate(record.FirstPublishedAt))),
        .. record.Import is { } import
            ? [("来源", $"导入于{TimeHtml.Text(BusinessClock.BeijingDate(import.At))}，原发布日期{TimeHtml.Text(import.OriginalPublishedOn)}（原网站所示）")]
            : Array.Empty<(string, string)>(),
        ("版本", $"第 {version.Number} 版"),
    ];
}
