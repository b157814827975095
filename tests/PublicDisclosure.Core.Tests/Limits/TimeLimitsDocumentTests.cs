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
            gives the due date of a period (its end + 按期); the single document follows Article 26.

            **The day a limit counts from.** Information that is made, obtained or decided is formed on that very day, so its limit counts from
            信息形成日期. 批复、批准、收到批准文件, 收到申请, 调查结束, 结果确定 and the event behind a limit *before* something have a day of their own:
            where a chosen item needs one the draft asks for it by its name (起算日期, `TriggerOn`); the day means what the first such item
            says. Without it a forward limit counts from the formed date (起算日期没有另外填写), a limit before an event falls back to the
            statutory one (活动日期未登记). The day is free until the draft is first handed in. Changed later, it wants a reason that stays in the
            history and passes review by another person like the text (`Checklist.TriggerOnMoved`); once public it never changes, and the
            version and `/calendar/due/…` show it. A forward one may not lie in the future, and one after the formed date wants a reason.

            **Displays.** 公示7个工作日 is a shortest display: a last day before it is refused (`Checklist.DisplayShorterThanLimit`), other lists of
            persons go by the setting `Standing:LeastDisplayWorkingDays` (a warning). Before that day a display is not ended by hand either:
            only an error, a publication in error, or personal or secret data is a ground for withdrawing it.

            **What moves a running date.** A signed-off notice, a ruling or reading, a released day entered or taken out, a new edition: the job
            counts within a minute and leaves a `DueDateMove` for each date that moved. What is published stays.

            **What is no limit.** 0个工作日, -5, 20个工作日或30日: such a wording is not understood, stands with its reason on
            the steward's list and falls back to the statutory limit, marked as such. A ruling or a settled word with such a number is refused
            (1 to 400). 二十个工作日, full-width digits and blanks are read like 20个工作日.

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
