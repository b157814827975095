using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Tests.Catalogue;
using PublicDisclosure.Core.Tests.Guards;

namespace PublicDisclosure.Core.Tests.Limits;

/// <summary>docs/time-limits.md says how the code reads every seeded wording. PUBLICDISCLOSURE_WRITE_DOCS=1 writes it anew.</summary>
public sealed class TimeLimitsDocumentTests
{
    private const string Path = "docs/time-limits.md";

    private static readonly Dictionary<string, string> Words = XDocument.Load(System.IO.Path.Combine(Repository.Root, "src/PublicDisclosure.Web/Resources/Words.resx"))
        .Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    [Fact]
    public void TimeLimits_Document_EqualsTheParser()
    {
        var expected = Document(ShippedCatalogue.Items);
        var file = System.IO.Path.Combine(Repository.Root, Path);
        if (Environment.GetEnvironmentVariable("PUBLICDISCLOSURE_WRITE_DOCS") == "1") File.WriteAllText(file, expected);

        Assert.Equal(expected, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void TimeLimits_PlantedRow_IsSeen() => Assert.NotEqual(Document(ShippedCatalogue.Items), Document([.. ShippedCatalogue.Items.Skip(1)]));

    private static string Document(IReadOnlyCollection<StandardItem> items)
    {
        var text = new StringBuilder("""
            # How time limits are read

            Every wording of 公开时限 in the seeded catalogue with the number of its rows and the rules that `TimeLimitParser` reads; a test holds
            this file against parser and catalogue, and another one against a table made by hand. The wording itself is always kept. A wording
            is understood whole or not at all: one that is not stands in `/admin/limits` for the city's steward, and the statutory 20 working
            days (Article 26) stand in, marked as such, until a `LimitRuling` says otherwise.

            **Words without a number.** 及时 and 按期 are read as the statutory 20 working days, 实时 and 即时 as one working day (house number,
            未核实), until the steward settles something else; the readings in force are public at `/calendar/limits`.

            **Which rule holds.** For a document on the website: the due rule of its kind of information before the general one, rules of
            other channels left aside. 许可, 处罚, 强制 and 管理信息 are told by the item's names; enforcement documents whose item names none
            count as 其他执法决定. Without a due rule Article 26 holds; where a limit only says with which document, or only how long something
            lasts, there is no due date. A document behind several items is due when the earliest of their limits ends. A recurring rule
            gives the due date of a period (its end + 按期); the single document follows Article 26. A limit before an event counts from the
            event's day; as documents do not carry that day, the statutory limit from the formed date holds for them (活动日期未登记).

            **Fixed readings.** 批复后20日内 is 20 natural days. 公示7个工作日 is a minimum display, 征求意见期限不得少于30日 a duration without due
            date. 按年度或按季度 asks for either, so the longer period is what can be demanded. 按统计公布日程 means the next released day entered
            for the item, else the 20 working days. 长期公开 is standing: the page stays and is kept up to date.

            | Rows | 公开时限 | Read as |
            |---:|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var group in items.GroupBy(i => i.Text.TimeLimit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {group.Count()} | {group.Key} | {string.Join("；", TimeLimitParser.Read(group.Key).Rules.Select(r => TimeLimitWords.Say(r, SettledWords.Defaults, Word)))} |\n");
        return text.Append(CultureInfo.InvariantCulture, $"\n{items.GroupBy(i => i.Text.TimeLimit).Count()} wordings in {items.Count} rows.\n").ToString();
    }

    private static string Word(Enum value) => Words.TryGetValue($"{value.GetType().Name}.{value}", out var word) ? word
        : string.Join("、", Enum.GetValues(value.GetType()).Cast<Enum>().Where(m => Convert.ToInt64(m, CultureInfo.InvariantCulture) != 0 && value.HasFlag(m)).Select(Word));
}
