using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Backup;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Infrastructure.Verbs;

/// <summary>Counts a limit on the stored calendar and prints the way, so that a date can be checked without the site.</summary>
internal sealed class CalendarVerb : IVerb
{
    private static readonly Dictionary<string, LimitUnit> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["workdays"] = LimitUnit.WorkingDay,
        ["days"] = LimitUnit.Day,
        ["weeks"] = LimitUnit.Week,
        ["months"] = LimitUnit.Month,
        ["quarters"] = LimitUnit.Quarter,
        ["years"] = LimitUnit.Year,
    };

    public string Name => "calendar";

    public string Help => "add|before <yyyy-MM-dd> <number> [workdays|days|weeks|months|quarters|years] - print the last day in time and every day on the way";

    public async Task<int> RunAsync(VerbCall call)
    {
        var (start, span) = Read(call.Arguments);
        if ((await call.Services.GetRequiredService<DisclosureDb>().Database.GetPendingMigrationsAsync()).Any())
            throw new OperationRefusedException("The database is not up to date: run migrate first.");
        var calendar = await call.Services.GetRequiredService<CalendarStore>().GetAsync();
        var got = calendar.Explain(start, span);
        await call.Out.WriteLineAsync(TimeHtml.Iso(got.End));
        foreach (var step in got.Steps)
        {
            var number = step.Number > 0 ? step.Number.ToString(CultureInfo.InvariantCulture) : "";
            var estimate = step.Day.Estimate is null ? "" : " (estimated)";
            await call.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"  {step.On:yyyy-MM-dd ddd} {number,3}  {Words(step.Mark)}{(step.Day.Name.Length > 0 ? " " + step.Day.Name : "")}{estimate}"));
        }

        foreach (var notice in got.Notices) await call.Out.WriteLineAsync($"  {notice.Number} {notice.Title}");
        foreach (var estimate in got.Estimates)
        {
            await call.Out.WriteLineAsync(estimate.Reason == EstimateReason.YearNotSigned
                ? $"  Estimated: no notice of {estimate.Year} is signed off."
                : $"  Estimated: {Festivals.MarchThirdName} of {estimate.Year} is computed, no regional notice is signed off.");
        }

        return 0;
    }

    private static (DateOnly Start, LimitSpan Span) Read(IReadOnlyList<string> words)
    {
        const string usage = "Say add or before, a date as 2025-09-26, a number from 1 to 400, and if need be a unit: calendar add 2025-09-26 20 workdays.";
        if (words.Count is < 3 or > 4 || words[0] is not ("add" or "before")) throw new OperationRefusedException(usage);
        if (!DateOnly.TryParseExact(words[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) || start.Year is < 1950 or > 2150) throw new OperationRefusedException(usage);
        if (!int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || LimitSpan.Check(amount).Count > 0) throw new OperationRefusedException(usage);
        var unit = LimitUnit.WorkingDay;
        if (words.Count == 4 && !Units.TryGetValue(words[3], out unit)) throw new OperationRefusedException(usage);
        return (start, new LimitSpan(amount, unit, words[0] == "add" ? LimitDirection.After : LimitDirection.Before));
    }

    private static string Words(DayMark mark) => mark switch
    {
        DayMark.Start => "start, not counted",
        DayMark.Counted => "counted",
        DayMark.CountedMakeUp => "counted, make-up working day",
        DayMark.Weekend => "weekend",
        DayMark.Holiday => "holiday",
        DayMark.Paused => "paused",
        DayMark.Rolled => "moved on",
        DayMark.RolledTo => "moved to this working day",
        _ => "end",
    };
}
