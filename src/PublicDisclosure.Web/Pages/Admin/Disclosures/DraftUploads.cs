using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>What the pages that take files share.</summary>
public static class DraftUploads
{
    /// <summary>Bytes of a whole form: several attachments of the largest size, and the text.</summary>
    public const long LargestRequest = 220L * 1024 * 1024;

    /// <summary>The message after saving, with what to look at after a Word import.</summary>
    public static string Message(SavedDraft saved, string done) =>
        string.Join(' ', new[] { done }.Concat(saved.Warnings.Select(w => RefusalTexts.Of(new Refusal(w.Code, null, w.Count)))));
}
