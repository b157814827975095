using System.Globalization;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.WordLists;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.SelfTest;

/// <summary>What a finding says in words, and where it is mended.</summary>
public static class FindingWords
{
    /// <summary>The way to mend a finding.</summary>
    /// <param name="Path">The staff page; null where the person asked has none for it.</param>
    /// <param name="Text">What to do there, or who has to.</param>
    public sealed record Way(string? Path, string Text);

    /// <summary>The sentence of a finding.</summary>
    public static string Of(SelfTestRow row)
    {
        var values = row.Arguments.Split('\n').Select(Shown).ToList();
        // A text that asks for more values than were kept must not fail.
        while (values.Count < 3) values.Add("");
        return string.Format(Words.Chinese, Words.Of(row.Fault), [.. values]);
    }

    /// <summary>What it is about.</summary>
    public static string Subject(SelfTestRow row) => row.SubjectKind switch
    {
        SelfTestSubjectKind.Site => "网站设置",
        SelfTestSubjectKind.Document => row.Title,
        SelfTestSubjectKind.Letter => "网民留言" + row.Title,
        SelfTestSubjectKind.OpinionCase => "一件舆情",
        SelfTestSubjectKind.ErrorReport => "网站找错：" + row.Title,
        _ => row.Column switch
        {
            SiteColumnKind.Aspect => Enum.TryParse<DisclosureAspects>(row.Title, out var aspect) ? Words.Of(aspect) : row.Title,
            SiteColumnKind.Domain => row.Title,
            SiteColumnKind.Organisation => row.Title + "专栏",
            { } kind when row.Title.Length > 0 => $"{row.Title}：{Words.Of(kind)}",
            { } kind => Words.Of(kind),
            null => row.Title,
        },
    };

    /// <summary>Where a person mends it: the disclosure, its validity, a new draft; or who does it where they may not.</summary>
    public static Way WayOf(SelfTestIndicator indicator, SelfTestRow row, StaffRights rights)
    {
        if (row.SubjectKind == SelfTestSubjectKind.Site) return new Way(null, "请平台运维人员在网站设置中填写");
        if (row.SubjectKind == SelfTestSubjectKind.Letter) return OfLetter(row, rights);
        if (row.SubjectKind == SelfTestSubjectKind.OpinionCase) return Of(row, rights, Permission.CasesView, "/admin/opinion-cases/", "去回应", "回应");
        if (row.SubjectKind == SelfTestSubjectKind.ErrorReport) return Of(row, rights, Permission.ErrorReportsHandle, "/admin/error-reports/", "去答复", "答复");
        if (row.SubjectId is { } id)
        {
            if (row.OrganisationId is not { } owner || !rights.Has(Permission.DisclosuresView, owner)) return new Way(null, $"请{row.OrganisationName}改正");
            return indicator == SelfTestIndicator.ExpiredUnmarked
                ? new Way($"/admin/validity/{id}", "登记有效性")
                : new Way($"/admin/disclosures/{id}", indicator == SelfTestIndicator.ExternalLinks ? "核对" : "去改正");
        }

        return row.Column is SiteColumnKind.Organisation or SiteColumnKind.Guide or SiteColumnKind.Rules or SiteColumnKind.Mandatory or SiteColumnKind.AnnualReports
            ? OwnColumn(row, rights)
            : rights.Has(Permission.DisclosuresDraft) ? new Way("/admin/disclosures/new", "起草新信息") : new Way(null, "请有关单位起草新信息");
    }

    private static Way Of(SelfTestRow row, StaffRights rights, Permission permission, string below, string own, string others) =>
        row.OrganisationId is { } owner && rights.Has(permission, owner) ? new Way(below + row.SubjectId, own) : new Way(null, $"请{row.OrganisationName}{others}");

    private static Way OfLetter(SelfTestRow row, StaffRights rights) =>
        row.SubjectId is { } id && row.OrganisationId is { } owner
            ? rights.Has(Permission.LettersView, owner) ? new Way($"/admin/letters/{id}", "去答复") : new Way(null, $"请{row.OrganisationName}答复")
            : rights.Has(Permission.LettersView) ? new Way("/admin/letters?show=ToPublish", "公开答复") : new Way(null, "请有关单位公开答复");

    private static Way OwnColumn(SelfTestRow row, StaffRights rights)
    {
        if (row.OrganisationId is not { } owner || !rights.Has(Permission.DisclosuresDraft, owner)) return new Way(null, $"请{row.OrganisationName}起草");
        DisclosureGenre? genre = row.Column switch
        {
            SiteColumnKind.Guide => DisclosureGenre.Guide,
            SiteColumnKind.Rules => DisclosureGenre.Rules,
            SiteColumnKind.AnnualReports => DisclosureGenre.AnnualReport,
            _ => null,
        };
        return genre is { } own
            ? new Way($"/admin/disclosures/create?organisation={owner}&genre={own}", "起草" + Words.Of(own))
            : new Way($"/admin/disclosures/new?Organisation={owner}", "起草新信息");
    }

    /// <summary>A value as people read it: dates, update rules and places of a text are stored as codes.</summary>
    private static object Shown(string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return TimeHtml.Text(date);
        if (UpdateRule.Read(value) is { IsNone: false } rule) return rule.Days > 0 ? $"{rule.Days} 天" : $"{rule.Months} 个月";
        return Enum.GetNames<WordPlace>().Contains(value) ? Words.Of(Enum.Parse<WordPlace>(value)) : value;
    }
}
