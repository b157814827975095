using System.Text.Json;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.OpenData;
using PublicDisclosure.Core.Tables;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>
/// Writes the whole catalogue and the metadata of all disclosures as .csv, .xlsx and lines of JSON: once after each midnight, at the start
/// where there are none, and anew as soon as something that is in them was closed. Read page by page, so that a million rows need no more
/// memory than a page. It stands in the web project because the words and addresses of the rows do.
/// </summary>
public sealed class MakeDownloads(IServiceScopeFactory scopes, DownloadShelf shelf, BusinessClock clock) : IPeriodicJob
{
    /// <summary>Names of the data sets.</summary>
    public const string Catalogue = "catalogue", Disclosures = "disclosures";

    private const int PageSize = 500;

    // What was being withdrawn while the reading began carries a time a little before it.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Name => nameof(MakeDownloads);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var disclosures = scope.ServiceProvider.GetRequiredService<OpenDisclosures>();
        if (!await IsDueAsync(disclosures, stop)) return 0;
        var asOf = clock.Now - Margin;
        var (today, site) = (clock.Today, scope.ServiceProvider.GetRequiredService<SiteAddress>());
        var catalogue = scope.ServiceProvider.GetRequiredService<OpenCatalogue>();
        var rows = new Dictionary<string, int>();
        await WriteAsync(Catalogue, CatalogueApi.ItemTable, rows, async (after, cancel) =>
        {
            var page = await catalogue.ItemsAsync(new OpenCatalogueFilter(), after, PageSize, cancel);
            return new OpenPage<ItemData>([.. page.Rows.Select(i => CatalogueApi.Of(i, site.Of))], page.Next);
        }, stop);
        await WriteAsync(Disclosures, DisclosureTable.Columns, rows, async (after, cancel) =>
        {
            var page = await disclosures.PageAsync(new DisclosureFilter(), OpenDisclosures.List, after, PageSize, cancel);
            return new OpenPage<DisclosureData>([.. page.Rows.Select(d => DisclosureTable.Of(d, today, site.Of))], page.Next);
        }, stop);
        return (await shelf.PutAsync(asOf, rows, stop)).Files.Count;
    }

    private async Task<bool> IsDueAsync(OpenDisclosures disclosures, CancellationToken stop) =>
        await shelf.FindAsync(stop) is not { } set || BusinessClock.BeijingDate(set.AsOf + Margin) < clock.Today || set.Files.Any(f => !File.Exists(shelf.PathOf(f)))
        || await disclosures.AnyClosedSinceAsync(set.AsOf, stop);

    private async Task WriteAsync<T>(string set, ApiTable<T> table, Dictionary<string, int> rows, Func<OpenCursor?, CancellationToken, Task<OpenPage<T>>> read, CancellationToken stop)
    {
        var count = 0;
        await using (var csvFile = shelf.Begin(set + ".csv"))
        await using (var xlsxFile = shelf.Begin(set + ".xlsx"))
        await using (var lines = shelf.Begin(set + ".jsonl"))
        {
            await using var csv = new CsvSheet(csvFile);
            await using var xlsx = new XlsxSheet(xlsxFile, table.Name, table.Heading);
            await csv.WriteAsync(table.Heading);
            OpenCursor? after = null;
            do
            {
                var page = await read(after, stop);
                foreach (var row in page.Rows)
                {
                    var cells = table.Row(row);
                    await csv.WriteAsync(cells);
                    await xlsx.WriteAsync(cells);
                    await JsonSerializer.SerializeAsync(lines, row, ApiProblems.Json, stop);
                    lines.WriteByte((byte)'\n');
                }

                count += page.Rows.Count;
                after = page.Next;
            }
            while (after is not null);
        }

        foreach (var ending in new[] { ".csv", ".xlsx", ".jsonl" }) rows[set + ending] = count;
    }
}
