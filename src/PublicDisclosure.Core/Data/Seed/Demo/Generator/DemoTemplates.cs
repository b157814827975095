using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>Guide, rules and annual report of every organisation, each in its variant for departments or townships.</summary>
internal static class DemoTemplates
{
    private static readonly (string File, int WorkingDaysAgo, MandatoryClass Class)[] Templates =
    [
        ("guide", 240, MandatoryClass.Organisation), ("rules", 232, MandatoryClass.OtherMandatory), ("annual-report", 0, MandatoryClass.OtherMandatory),
    ];

    public static IEnumerable<DemoDraft> Drafts(DemoCity city, DateOnly today, Random random)
    {
        var filler = new DemoFiller(random);
        foreach (var (file, ago, mandatory) in Templates)
        {
            var variants = DemoDocumentReader.Read(SeedFiles.Text($"Demo/templates/{file}.md")).ToDictionary(d => d["variant"]);
            foreach (var organisation in city.Organisations)
            {
                var document = variants[organisation.Kind == OrganisationKind.Township ? "township" : "department"];
                var on = ago > 0 ? Back(city.Calendar, today, ago + random.Next(8)) : AnnualReportDay(city.Calendar, today, random);
                if (on >= today) continue;
                var fill = filler.For(new DemoSlot(organisation, "", "", on, ""));
                var text = DemoHandwritten.Text(document, fill, []) with
                {
                    Aspects = DisclosureAspects.Management,
                    MandatoryClass = mandatory,
                    DocumentDate = on,
                    FormedOn = on,
                    EffectiveOn = file == "rules" ? on : null,
                };
                yield return new DemoDraft(
                    $"{file}-{organisation.Slug}", organisation, text, [], BusinessClock.Utc(on, new TimeOnly(10, 0).AddMinutes(random.Next(400))),
                    [.. document.Attachments.Select(a => a with { Content = fill(a.Content) })], [], null);
            }
        }
    }

    /// <summary>The working day some working days before another.</summary>
    public static DateOnly Back(WorkingDayCalendar calendar, DateOnly from, int workingDays)
    {
        var day = from;
        while (workingDays > 0 || !calendar.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
            if (calendar.IsWorkingDay(day)) workingDays--;
        }

        return day;
    }

    // Article 49: by 31 January; the story's reports are of 2025.
    private static DateOnly AnnualReportDay(WorkingDayCalendar calendar, DateOnly today, Random random) =>
        Back(calendar, today.Year == 2026 ? new DateOnly(2026, 1, 30) : today.AddDays(-300), random.Next(12));
}
