using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>The receipt, shown once: the codes are kept nowhere but with the writer.</summary>
public sealed class ReceiptModel : PageModel
{
    /// <summary>Key of the receipt on its way from the form, encrypted in the writer's own browser.</summary>
    public const string Key = "LetterReceipt";

    public string Number { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string Secret { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    /// <summary>There is one to be shown.</summary>
    public bool IsHere => Number.Length > 0;

    /// <summary>The receipt as it travels.</summary>
    public static string Write(LetterReceipt receipt) => string.Join('|', receipt.Number, receipt.Code, receipt.Secret, receipt.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void OnGet()
    {
        if (TempData[Key] is string written && written.Split('|') is [var number, var code, var secret, var due])
            (Number, Code, Secret, DueOn) = (number, code, secret, DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
