using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>Writes one decision as a document: a small table of the facts, the long parts as paragraphs.</summary>
internal static class DecisionText
{
    // A longer cell makes a table unreadable on a phone.
    private const int LongestInTable = 60;

    private static readonly DecisionField[] WithTheName = [DecisionField.Category, DecisionField.Facts, DecisionField.Basis, DecisionField.Result, DecisionField.Remark];

    private static readonly string[] OrganisationWords = ["公司", "厂", "店", "部", "中心", "合作社", "社", "局", "院", "校", "所", "站", "会", "行", "场", "馆", "集团", "工作室", "经营", "企业", "园"];

    /// <summary>The text of a row, on top of what item and template propose.</summary>
    public static DisclosureText Write(Func<DecisionField, string> of, string number, DateOnly decidedOn, bool isLicence, SheetTerms terms)
    {
        var subject = of(DecisionField.Subject);
        if (terms.NameMask is { } rules && IsNaturalPerson(subject, of(DecisionField.SubjectKind)))
        {
            var (name, plain) = (subject, of);
            subject = rules.Mask(MaskingKind.Name, name);
            // The facts name the person again: 当事人张三丰于三月一日……
            of = field => WithTheName.Contains(field) ? plain(field).Replace(name, subject, StringComparison.Ordinal) : plain(field);
        }

        var word = isLicence ? "行政许可" : "行政处罚";
        var reference = number.Length > 0 ? number : of(DecisionField.LicenceNumber);
        var facts = Facts(of, subject, reference, decidedOn, isLicence, terms);
        var filled = TemplateQueries.Fill(terms.Proposal, new Dictionary<string, string>
        {
            ["行政相对人"] = subject,
            ["决定书文号"] = reference,
            ["处罚类别"] = of(DecisionField.Category),
            ["许可类别"] = of(DecisionField.Category),
        });
        return (filled with
        {
            Title = $"{subject}{word}决定信息（{reference}）",
            Kind = DocumentKind.Other,
            Genre = DisclosureGenre.Enforcement,
            DocumentNumber = number,
            DocumentDate = decidedOn,
            FormedOn = decidedOn,
            Summary = filled.Summary.Length > 0 ? filled.Summary : ShortText.Of($"{terms.OrganisationName}于{decidedOn:yyyy年M月d日}对{subject}作出的{word}决定：{of(DecisionField.Category)}。", DisclosureText.SummaryLength),
            Body = filled.Body.Trim().Length > 0 ? facts + "\n\n" + filled.Body.Trim() : facts,
        }).Normalised();
    }

    /// <summary>A person by the column of kinds, else by the look of the name: two to four characters of no organisation.</summary>
    public static bool IsNaturalPerson(string name, string kind)
    {
        if (kind.Contains("自然人", StringComparison.Ordinal)) return true;
        if (kind.Length > 0) return false;
        return name.Length is >= 2 and <= 4 && name.All(ChineseText.IsHan) && !OrganisationWords.Any(w => name.EndsWith(w, StringComparison.Ordinal));
    }

    private static string Facts(Func<DecisionField, string> of, string subject, string reference, DateOnly decidedOn, bool isLicence, SheetTerms terms)
    {
        var authority = of(DecisionField.Authority) is { Length: > 0 } named ? named : terms.OrganisationName;
        var validity = string.Join("至", new[] { of(DecisionField.ValidFrom), of(DecisionField.ValidUntil) }.Where(v => v.Length > 0));
        (string Name, string Value)[] all =
        [
            ("行政相对人名称", subject),
            (isLicence ? "行政许可决定文书号" : "行政处罚决定书文号", reference),
            (isLicence ? "许可编号" : "", of(DecisionField.LicenceNumber) == reference ? "" : of(DecisionField.LicenceNumber)),
            (isLicence ? "许可类别" : "处罚类别", of(DecisionField.Category)),
            (isLicence ? "许可内容" : "违法事实", of(DecisionField.Facts)),
            (isLicence ? "许可依据" : "处罚依据", of(DecisionField.Basis)),
            (isLicence ? "许可结果" : "处罚结果", of(DecisionField.Result)),
            ("罚款金额（万元）", of(DecisionField.Fine)),
            ("决定日期", decidedOn.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture)),
            ("决定机关", authority),
            ("有效期", validity),
            ("备注", of(DecisionField.Remark)),
        ];
        var given = all.Where(f => f.Value.Length > 0 && f.Name.Length > 0).ToList();
        var table = MarkdownText.Table([["项目", "内容"], .. given.Where(f => f.Value.Length <= LongestInTable).Select(f => new[] { f.Name, MarkdownText.Escape(f.Value.Replace('\n', ' ')) })]);
        var paragraphs = given.Where(f => f.Value.Length > LongestInTable)
            .Select(f => $"**{f.Name}：**\n\n{MarkdownText.EscapeLineStarts(MarkdownText.Escape(f.Value))}");
        return string.Join("\n\n", paragraphs.Prepend(table));
    }
}
