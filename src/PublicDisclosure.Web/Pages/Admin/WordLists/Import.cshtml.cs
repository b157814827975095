using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.WordLists;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.WordLists;

/// <summary>Takes over a .csv of lines and reports what became of each row.</summary>
public sealed class ImportModel(WordListEditor editor) : PageModel
{
    [BindProperty, Display(Name = "CSV 文件")]
    public IFormFile? Csv { get; set; }

    /// <summary>What became of the rows; null before anything was sent.</summary>
    public WordImportReport? Report { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Csv is null) return this.Refused([new Refusal("Word.FileMissing", nameof(Csv))], prefix: "");
        if (Csv.Length > WordListFile.LargestFile) return this.Refused([new Refusal("Word.FileTooLarge", nameof(Csv), WordListFile.LargestFile / 1024 / 1024)], prefix: "");
        using var content = new MemoryStream();
        await Csv.CopyToAsync(content, stop);
        Report = await editor.ImportAsync(content.ToArray(), User.GetStaffId(), stop);
        return Report.Refused.Count == 0 ? Page() : this.Invalid();
    }
}
