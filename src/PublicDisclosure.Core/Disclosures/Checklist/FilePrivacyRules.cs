using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Text.Media;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Personal data and hidden content in attached files. Identity numbers and bank cards can be waived by nobody; what hides from
/// the reader is an error too, because nobody publishes it on purpose; the rest needs a reason.
/// </summary>
internal static class FilePrivacyRules
{
    private const string Files = "Attachments";
    private const string Sensitive = "个人信息保护法第二十八条";
    private const string Necessary = "个人信息保护法第六条: minimum necessary";
    private const string HiddenSource = "house: nothing is published that its reviewers did not see";
    private const string UnseenSource = "house: what nobody can read nobody has reviewed";

    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("SensitiveColumn", "Body", Sensitive, s => Columns(s, true)),
        Warning("ContactColumn", "Body", Necessary, s => Columns(s, false)),
        Error("FileNotInspected", Files, UnseenSource,
            s => s.Disclosure.Attachments.Where(a => !s.Facts.Files.ContainsKey(a.Hash) && !s.Facts.MissingFiles.Contains(a.Hash)).Select(a => new object[] { a.FileName }), always: true),
        Error("FileIdentityNumberFound", Files, Sensitive + "; GB 11643-1999", s => Found(s, "FileIdentityNumberFound"), always: true),
        Warning("FileSuspectedIdentityNumberFound", Files, Sensitive + "; GB 11643-1999: a wrong check digit", s => Found(s, "FileSuspectedIdentityNumberFound")),
        Error("FileBankCardFound", Files, Sensitive, s => Found(s, "FileBankCardFound"), always: true),
        Error("FileSensitiveColumn", Files, Sensitive, s => Found(s, "FileSensitiveColumn")),
        Warning("FileContactColumn", Files, Necessary, s => Found(s, "FileContactColumn")),
        Warning("FileMobileFound", Files, Necessary, s => Found(s, "FileMobileFound")),
        Warning("FileHomeAddressFound", Files, Necessary, s => Found(s, "FileHomeAddressFound")),
        Error("FileHiddenSheet", Files, HiddenSource, s => Found(s, "FileHiddenSheet")),
        Error("FileHiddenCells", Files, HiddenSource, s => Found(s, "FileHiddenCells")),
        Error("FileTrackedChanges", Files, HiddenSource, s => Found(s, "FileTrackedChanges")),
        Error("FileComments", Files, HiddenSource, s => Found(s, "FileComments")),
        Error("FileHiddenText", Files, HiddenSource, s => Found(s, "FileHiddenText")),
        Warning("FileHiddenSlide", Files, HiddenSource, s => Found(s, "FileHiddenSlide")),
        Warning("FileNotes", Files, HiddenSource, s => Found(s, "FileNotes")),
        Warning("FileCachedData", Files, HiddenSource, s => Found(s, "FileCachedData")),
        Warning("FileEmbeddedFile", Files, HiddenSource, s => Found(s, "FileEmbeddedFile")),
        Error("FileGps", Files, Sensitive + ": 行踪轨迹", s => Found(s, "FileGps")),
        Warning("FilePersonalProperties", Files, Necessary, s => Found(s, "FilePersonalProperties")),
        Error("FileEncrypted", Files, UnseenSource, s => Found(s, "FileEncrypted")),
        Error("FileUnreadable", Files, UnseenSource, s => Found(s, "FileUnreadable")),
        Error("FileNotReadToEnd", Files, UnseenSource, s => Found(s, "FileNotReadToEnd")),
        Warning("FileImageOnly", Files, "国办公开办函〔2019〕61号: full text that can be copied; GB/T 37668-2019", s => Found(s, "FileImageOnly", withoutIllustrations: true)),
        Warning("FileTextUnderPicture", Files, UnseenSource, s => Found(s, "FileTextUnderPicture")),
    ];

    private static IEnumerable<object[]> Columns(ChecklistSubject subject, bool errors) =>
        SensitiveColumns.Find(subject.Rendered.PlainText, isSheet: false).Where(c => c.IsError == errors).DistinctBy(c => c.Heading).Take(3).Select(c => new object[] { c.Heading });

    /// <summary>File, place, value (masked) and count of each finding; then what to do with a file of its kind, in two wordings.</summary>
    private static IEnumerable<object[]> Found(ChecklistSubject subject, string rule, bool withoutIllustrations = false) =>
        from file in subject.Disclosure.Attachments.OrderBy(a => a.SortOrder)
        where !withoutIllustrations || !IsIllustration(subject, file)
        let facts = subject.Facts.Files.GetValueOrDefault(file.Hash)
        where facts is not null
        from finding in facts.Findings
        where finding.Rule == rule
        select new object[] { file.FileName, finding.Place.Length > 0 ? finding.Place : "文件", finding.Shown, finding.Count, FileRemedy.Mask(file.Kind), FileRemedy.Renew(file.Kind) };

    /// <summary>A picture the body shows has its description there and is looked at by every reviewer.</summary>
    private static bool IsIllustration(ChecklistSubject subject, DisclosureAttachment file) =>
        file.Kind is "jpg" or "png" && (subject.Text.Body.Contains($"](attachment:{file.FileName})", StringComparison.Ordinal)
            || subject.Text.Body.Contains($"](attachment:{Uri.EscapeDataString(file.FileName)})", StringComparison.Ordinal)
            || subject.Media.Any(m => MediaBlock.FileNameIn(m.File) == file.FileName || MediaBlock.FileNameIn(m.Poster) == file.FileName));
}
