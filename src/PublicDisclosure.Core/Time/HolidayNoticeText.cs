using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Time;

/// <summary>
/// Reads the date ranges of a notice as they are printed: 春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
/// The weekdays and day counts that the notice repeats are checked, so that a wrong year or a slip is seen at once.
/// </summary>
public static partial class HolidayNoticeText
{
    /// <summary>Longest text taken.</summary>
    public const int LongestText = 8000;

    private const string Weekdays = "日一二三四五六";

    /// <summary>The days of the notice and what was not understood; both may be there.</summary>
    public static (IReadOnlyList<NoticeDay> Days, IReadOnlyList<Refusal> Refusals) Read(int year, string text, string field = "Text")
    {
        if (text.Length > LongestText) return ([], [new Refusal("Calendar.TextTooLong", field, LongestText)]);
        var reading = new Reading(year, field);
        // Full-width forms become plain ones and blanks go; lines stay.
        var flat = string.Join('\n', text.Normalize(NormalizationForm.FormKC).ReplaceLineEndings("\n").Split('\n').Select(ChineseText.WithoutSpaces));
        var heads = Heading().Matches(flat);
        for (var i = 0; i < heads.Count; i++)
        {
            var from = heads[i].Index + heads[i].Length;
            reading.Section(heads[i].Groups["name"].Value, flat[from..(i + 1 < heads.Count ? heads[i + 1].Index : flat.Length)]);
        }

        if (heads.Count == 0) reading.Refusals.Add(new Refusal("Calendar.TextWithoutFestivals", field));
        return (reading.Days, reading.Refusals);
    }

    private sealed class Reading(int year, string field)
    {
        private string _name = "";
        private (int Year, int Month) _last;
        private List<DateOnly> _waiting = [];
        private int _justRead;

        public List<NoticeDay> Days { get; } = [];

        public List<Refusal> Refusals { get; } = [];

        public void Section(string name, string body)
        {
            (_name, _last, _waiting, _justRead) = (ShortText.Start(name, HolidayNoticeDay.NameLength), (year, 0), [], 0);
            // The date under the document stands on a line of its own and arranges nothing.
            foreach (var line in body.Split('\n').Where(line => !SignatureLine().IsMatch(line)))
            {
                foreach (Match token in Token().Matches(line)) Take(token);
                Leftover();
            }
        }

        private void Take(Match token)
        {
            if (token.Groups["word"].Success) Keyword(token.Groups["word"].Value);
            else if (token.Groups["count"].Success) Count(int.Parse(token.Groups["count"].Value, CultureInfo.InvariantCulture));
            else if (token.Groups["stop"].Success) Leftover();
            else Range(token);
        }

        private void Keyword(string word)
        {
            if (_waiting.Count == 0) return;
            var kind = word == "上班" ? CalendarDayKind.Workday : CalendarDayKind.Holiday;
            Days.AddRange(_waiting.Select(on => new NoticeDay(on, kind, _name)));
            _justRead = kind == CalendarDayKind.Holiday ? _waiting.Count : 0;
            _waiting = [];
        }

        private void Count(int said)
        {
            if (_justRead > 0 && said != _justRead) Refusals.Add(new Refusal("Calendar.CountDiffers", field, _name, said, _justRead));
        }

        private void Leftover()
        {
            if (_waiting.Count > 0) Refusals.Add(new Refusal("Calendar.DateWithoutWord", field, _waiting[0]));
            _waiting = [];
        }

        private void Range(Match token)
        {
            if (First(token) is not { } from) return;
            var to = from;
            if (token.Groups["d2"].Success)
            {
                if (Date(token, "y2", "m2", "d2", (from.Year, from.Month)) is not { } end) return;
                // From December into January without a year said: the range begins in the year before.
                if (end < from && from.Month == 12 && !token.Groups["y1"].Success) from = from.AddYears(-1);
                if (end < from || end.DayNumber - from.DayNumber > 30)
                {
                    Refusals.Add(new Refusal("Calendar.RangeBackwards", field, token.Value));
                    return;
                }

                Weekday(token.Groups["p2"], end);
                to = end;
            }

            Weekday(token.Groups["p1"], from);
            for (var day = from; day <= to; day = day.AddDays(1)) _waiting.Add(day);
            _last = (to.Year, to.Month);
        }

        private DateOnly? First(Match token)
        {
            if (token.Groups["m1"].Success) return Date(token, "y1", "m1", "d1", (year, 0));
            if (_last.Month > 0) return Date(token, "y1", "m1", "d1", _last);
            Refusals.Add(new Refusal("Calendar.DateImpossible", field, token.Value));
            return null;
        }

        private DateOnly? Date(Match token, string years, string months, string days, (int Year, int Month) standing)
        {
            int Number(string group, int otherwise) => token.Groups[group].Success ? int.Parse(token.Groups[group].Value, CultureInfo.InvariantCulture) : otherwise;
            var (y, m, d) = (Number(years, standing.Year), Number(months, standing.Month), Number(days, 0));
            if (y is >= 1900 and <= 2200 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)) return new DateOnly(y, m, d);
            Refusals.Add(new Refusal("Calendar.DateImpossible", field, token.Value));
            return null;
        }

        private void Weekday(Group said, DateOnly on)
        {
            if (!said.Success || SaidWeekday().Match(said.Value) is not { Success: true } match) return;
            var word = match.Groups[1].Value is "天" ? "日" : match.Groups[1].Value;
            if (Weekdays[(int)on.DayOfWeek] != word[0]) Refusals.Add(new Refusal("Calendar.WeekdayDiffers", field, on, "周" + word, "周" + Weekdays[(int)on.DayOfWeek]));
        }
    }

    [GeneratedRegex(@"(?<=^|\n|。)(?:[(]?[一二三四五六七八九十\d]{1,2}[、.)]+)?(?<name>[^\d\n。:;,()][^\d\n。:;,()]{1,20}?):")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:(?:(?<y1>\d{4})年)?(?<m1>\d{1,2})月)?(?<d1>\d{1,2})日(?<p1>\([^)]*\))?(?:[至到—\-~]+(?:(?<y2>\d{4})年)?(?:(?<m2>\d{1,2})月)?(?<d2>\d{1,2})日(?<p2>\([^)]*\))?)?|(?<word>放假|上班|休息)|共(?<count>\d{1,2})天|(?<=放假)(?<count>\d{1,2})天|(?<stop>[。;])")]
    private static partial Regex Token();

    [GeneratedRegex(@"^\d{4}年\d{1,2}月\d{1,2}日$")]
    private static partial Regex SignatureLine();

    [GeneratedRegex(@"(?:周|星期)([日天一二三四五六])")]
    private static partial Regex SaidWeekday();
}
