using PublicDisclosure.Core.Text;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules about the document number and the dates. A faked date is a veto item of the national inspection.</summary>
internal static class NumberAndDateRules
{
    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("DocumentNumberMissing", "DocumentNumber", "《党政机关公文格式》GB/T 9704-2012, 7.2.5",
            s => When(s.Text.Genre.Rule().NeedsDocumentNumber && s.Text.DocumentNumber.Length == 0)),
        Error("DocumentNumberInvalid", "DocumentNumber", "GB/T 9704-2012, 7.2.5",
            s => When(s.Text.DocumentNumber.Length > 0 && !DocumentNumber.TryParse(s.Text.DocumentNumber, out _), s.Text.DocumentNumber)),
        Error("DocumentNumberTaken", "DocumentNumber", "house: one number, one document",
            s => When(s.Facts.DocumentNumberTakenBy is not null, s.Text.DocumentNumber, s.Facts.DocumentNumberTakenBy ?? "")),
        Warning("DocumentNumberYearDiffers", "DocumentNumber", "GB/T 9704-2012, 7.2.5: the year of issue",
            s => When(DocumentNumber.TryParse(s.Text.DocumentNumber, out var n) && s.Text.DocumentDate is { } d && n.Year != d.Year)),
        Error("DocumentDateMissing", "DocumentDate", "house: 成文日期",
            s => When(s.Text.DocumentDate is null && (s.Text.DocumentNumber.Length > 0 || s.Text.Genre.Rule().NeedsDocumentNumber))),
        Error("DocumentDateInFuture", "DocumentDate", "国办秘函〔2019〕19号: faked dates are a veto item",
            s => When(s.Text.DocumentDate > s.Facts.Today), always: true),
        Error("FormedOnMissing", "FormedOn", "条例第二十六条: the 20 working days start here", s => When(s.Text.FormedOn is null)),
        Error("FormedOnInFuture", "FormedOn", "国办秘函〔2019〕19号: faked dates are a veto item",
            s => When(s.Text.FormedOn > s.Facts.Today), always: true),
        Warning("FormedOnAfterDocumentDate", "FormedOn", "条例第二十六条: a document exists from its own date",
            s => When(s.Text.FormedOn > s.Text.DocumentDate)),
        Warning("SignatureDateDiffers", "DocumentDate", "GB/T 9704-2012, 7.3.5.4: 落款 date",
            s => When(SignatureDate.Find(s.Rendered.PlainText) is { } d && s.Text.DocumentDate is { } own && d != own, s.Text.DocumentDate ?? default)),
        Warning("PublishedLate", "FormedOn", "条例第二十六条: within 20 working days",
            s => When(s.Disclosure.CurrentVersion == 0 && s.Facts.DueOn < s.Facts.Today, s.Facts.DueOn ?? default)),
        Error("ExpiresBeforeEffective", "ExpiresOn", "house: dates in order", s => When(s.Text.ExpiresOn < s.Text.EffectiveOn)),
        Warning("EffectiveBeforeDocument", "EffectiveOn", "《规范性文件》一般不溯及既往: 立法法第一百零四条 by analogy",
            s => When(s.Text.EffectiveOn < s.Text.DocumentDate)),
        Warning("AlreadyExpired", "ExpiresOn", "国办发〔2018〕37号: validity is kept up",
            s => When(s.Text.ExpiresOn < s.Facts.Today)),
    ];
}
