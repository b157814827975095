using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.OpenData;
using PublicDisclosure.Web.Endpoints.Api;

namespace PublicDisclosure.Web.Pages.OpenData;

/// <summary>What can be had as data, how, and on which terms.</summary>
public sealed class IndexModel(DownloadShelf shelf, OpenDisclosures disclosures) : PageModel
{
    /// <summary>The files of the whole; null until they were made for the first time.</summary>
    public DownloadSet? Downloads { get; private set; }

    /// <summary>Something in the files was closed: they are being made anew and are not given out meanwhile.</summary>
    public bool IsBeingMade { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Downloads = await shelf.FindAsync(stop);
        IsBeingMade = Downloads is { } set && await disclosures.AnyClosedSinceAsync(set.AsOf, stop);
    }

    /// <summary>What a file holds.</summary>
    public static string Content(DownloadFile file) => file.Name.StartsWith(MakeDownloads.Catalogue, StringComparison.Ordinal) ? "标准目录全部事项" : "公开信息元数据和通俗摘要（不含正文）";

    /// <summary>What its ending means.</summary>
    public static string Format(DownloadFile file) => Path.GetExtension(file.Name) switch { ".csv" => "表格（CSV）", ".xlsx" => "表格（Excel）", _ => "逐行 JSON" };
}
