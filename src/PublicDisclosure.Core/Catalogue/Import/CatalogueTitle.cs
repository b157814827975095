using System.Text.RegularExpressions;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>Reads the domain's name out of a title: （十三）农村危房改造领域基层政务公开标准目录.</summary>
public static partial class CatalogueTitle
{
    /// <summary>True when the text is the title of a catalogue table.</summary>
    public static bool Looks(string text) => text.Length is > 3 and < 200 && DomainOf(text) is not null;

    /// <summary>The domain's name, or null when the text is no title.</summary>
    public static string? DomainOf(string text)
    {
        var line = CellText.OneLine(text).Replace(" ", "", StringComparison.Ordinal);
        var match = Title().Match(line);
        if (!match.Success) return null;
        var name = Numbering().Replace(match.Groups["name"].Value, "");
        name = WithoutPlace(name);
        return name.Length is > 0 and <= CatalogueRow.MaxName ? name : null;
    }

    [GeneratedRegex(@"^(?<name>.{1,60}?)(?:领域|试点领域)?(?:基层)?(?:政务|政府信息)公开(?:事项)?(?:标准)?(?:化)?(?:目录|事项清单|标准清单)|^(?<name>[^，。；]{1,40}?)领域(?:公开)?(?:事项)?(?:标准)?目录")]
    private static partial Regex Title();

    /// <summary>桂平市养老服务 is 养老服务: a place is taken off only before a domain that everybody knows.</summary>
    private static string WithoutPlace(string name) =>
        SeedCatalogueCsv.DomainNames.FirstOrDefault(known => name.EndsWith(known, StringComparison.Ordinal) && Place().IsMatch(name[..^known.Length])) ?? name;

    [GeneratedRegex(@"^(?:附件\d*[:：.]?)?(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．])?")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^[\u4e00-\u9fff]{1,20}(?:省|市|州|盟|县|区|旗|镇|乡|街道|街道办事处)$")]
    private static partial Regex Place();
}
