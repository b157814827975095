using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>
/// Documents made from the patterns: every organisation publishes behind its own duties, some of them mostly in time and some
/// mostly late, so that lists and figures have something to tell.
/// </summary>
internal sealed class DemoPatterns(DemoCity city, Random random, DateOnly from, DateOnly today)
{
    private readonly List<DemoDocument> _patterns = [.. SeedFiles.Names("Demo/patterns/").SelectMany(name => DemoDocumentReader.Read(SeedFiles.Text(name)))];
    private readonly DemoFiller _filler = new(random);
    private readonly HashSet<(Guid, string)> _titles = [];
    private readonly Dictionary<(Guid, int), int> _numbers = [];

    /// <summary>About <paramref name="count"/> drafts, shared out by the number of duties.</summary>
    public IEnumerable<DemoDraft> Drafts(int count)
    {
        var organisations = city.Organisations.Where(o => city.DutiesOf.ContainsKey(o.Id)).ToList();
        var weights = organisations.ToDictionary(o => o.Id, o => Math.Clamp(city.DutiesOf[o.Id].Count, 25, 70));
        var all = weights.Values.Sum();
        foreach (var (organisation, position) in organisations.Select((o, i) => (o, i)))
        {
            // Shares on time from 35 % to 98 %, spread over the directory by a step that is prime to its length.
            var share = 0.35 + (0.63 * (position * 17 % organisations.Count) / Math.Max(1, organisations.Count - 1));
            var wanted = (int)Math.Round((double)count * weights[organisation.Id] / all);
            for (var i = 0; i < wanted; i++)
                if (TryDraft(organisation, i, share) is { } draft) yield return draft;
        }
    }

    private DemoDraft? TryDraft(Organisation organisation, int serial, double shareOnTime)
    {
        var duties = city.DutiesOf[organisation.Id];
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var item = duties[random.Next(duties.Count)];
            var pattern = PatternFor(item, organisation);
            if (Days(shareOnTime) is not var (formed, published)) continue;
            var number = pattern["number"] == "auto" ? NumberFor(organisation, formed.Year) : "";
            var fill = _filler.For(new DemoSlot(organisation, city.Domains[item.DomainId].Name, item.Text.Name, formed, number));
            var text = DemoHandwritten.Text(pattern, fill, [item]);
            if (text.Title.Length > DisclosureText.TitleLength || !_titles.Add((organisation.Id, text.Title))) continue;
            return DemoDraft.Plain($"{pattern["pattern"]}-{organisation.Slug}-{serial}", organisation, Complete(text, pattern, formed, published, number), [item.Code],
                BusinessClock.Utc(published, new TimeOnly(9, 15).AddMinutes(random.Next(480))));
        }

        return null;
    }

    private DisclosureText Complete(DisclosureText text, DemoDocument pattern, DateOnly formed, DateOnly published, string number) => text with
    {
        DocumentNumber = number,
        DocumentDate = formed,
        FormedOn = formed,
        EffectiveOn = text.Genre.Rule().HasValidity ? formed : null,
        ExpiresOn = text.Genre.Rule().HasValidity ? formed.AddYears(2) : null,
        DisplayUntil = text.Genre.Rule().NeedsDisplayPeriod
            ? city.Calendar.AddWorkingDays(published, int.TryParse(pattern["display-days"], out var days) ? days : 7) : null,
        ObjectionContact = text.Genre.Rule().NeedsDisplayPeriod && text.ObjectionContact.Length == 0 ? $"0775-555{random.Next(1000, 9999)}" : text.ObjectionContact,
        Summary = text.Summary.Length > DisclosureText.SummaryLength ? text.Summary[..DisclosureText.SummaryLength] : text.Summary,
    };

    private DemoDocument PatternFor(StandardItem item, Organisation organisation)
    {
        var scope = organisation.Kind == OrganisationKind.Township ? "township" : "department";
        var names = item.Text.Level1 + "|" + item.Text.Level2;
        var fitting = _patterns.Where(p => (p["scope"] == scope || p["scope"] == "both")
            && p["match"] != "*" && p["match"].Split('、').Any(word => names.Contains(word, StringComparison.Ordinal))).ToList();
        if (fitting.Count == 0) fitting = [.. _patterns.Where(p => p["match"] == "*")];
        return fitting[random.Next(fitting.Count)];
    }

    /// <summary>Formed on a working day of the period, published in time or late, and before today; null when there is no room.</summary>
    private (DateOnly Formed, DateOnly Published)? Days(double shareOnTime)
    {
        var formed = from.AddDays(random.Next(Math.Max(1, today.DayNumber - from.DayNumber - 4)));
        while (!city.Calendar.IsWorkingDay(formed)) formed = formed.AddDays(-1);
        var delay = random.NextDouble() < shareOnTime ? random.Next(1, StatutoryLimit.WorkingDays - 1) : random.Next(StatutoryLimit.WorkingDays + 1, 55);
        var published = city.Calendar.AddWorkingDays(formed, delay);
        return published < today ? (formed, published) : null;
    }

    private string NumberFor(Organisation organisation, int year)
    {
        var key = (organisation.Id, year);
        var number = _numbers[key] = _numbers.GetValueOrDefault(key, 100) + 1;
        var word = organisation.Kind == OrganisationKind.Township ? organisation.ShortName[..^1] + "政" : organisation.ShortName.Trim('市', '局')[..1];
        return $"浔{word}函〔{year}〕{number}号";
    }
}
