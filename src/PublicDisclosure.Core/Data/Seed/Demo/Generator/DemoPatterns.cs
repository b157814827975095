using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>
/// Documents made from the patterns: every organisation publishes behind its own duties, some of them mostly in time and some
/// mostly late, so that lists and figures have something to tell.
/// </summary>
internal sealed class DemoPatterns(DemoCity city, Random random, DateOnly from, DateOnly today)
{
    private const int Attempts = 14;
    private const int OrdinaryAttempts = 8;

    private readonly List<DemoDocument> _patterns = [.. SeedFiles.Names("Demo/patterns/").SelectMany(name => DemoDocumentReader.Read(SeedFiles.Text(name)))];
    private readonly Dictionary<(string, OrganisationKind), IReadOnlyList<DemoDocument>> _fitting = [];
    private readonly HashSet<(Guid, string)> _titles = [];
    private readonly Dictionary<(Guid, int), int> _numbers = [];

    /// <summary>About <paramref name="count"/> places in the order of publication, shared out by the number of duties.</summary>
    public IEnumerable<DemoEntry> Entries(int count)
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
                if (TryPlan(organisation, i, share) is { } plan) yield return new DemoEntry(plan.Key, plan.PublishAt, () => Draft(plan));
        }
    }

    private Plan? TryPlan(Organisation organisation, int serial, double shareOnTime)
    {
        var duties = city.DutiesOf[organisation.Id];
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var item = duties[random.Next(duties.Count)];
            var pattern = PatternFor(item, organisation);
            if (Days(item, shareOnTime) is not var (formed, published)) continue;
            var plan = new Plan($"{pattern["pattern"]}-{organisation.Slug}-{serial}", organisation, item, pattern, formed, published, "", "",
                BusinessClock.Utc(published, new TimeOnly(9, 15).AddMinutes(random.Next(480))), random.Next());
            var title = plan.Fill(city)(pattern["title"]);
            // Where a year has used up the ordinary titles, the day tells the documents apart.
            if (attempt >= OrdinaryAttempts && _titles.Contains((organisation.Id, title))) title = $"{title}（{formed:yyyy年M月d日}）";
            if (title.Length > DisclosureText.TitleLength || !_titles.Add((organisation.Id, title))) continue;
            return plan with { Title = title, Number = pattern["number"] == "auto" ? NumberFor(organisation, formed.Year) : "" };
        }

        return null;
    }

    private DemoDraft Draft(Plan plan)
    {
        var text = DemoHandwritten.Text(plan.Pattern, plan.Fill(city), [plan.Item]) with { Title = plan.Title };
        return DemoDraft.Plain(plan.Key, plan.Organisation, Complete(text, plan), [plan.Item.Code], plan.PublishAt);
    }

    private DisclosureText Complete(DisclosureText text, Plan plan) => text with
    {
        DocumentNumber = plan.Number,
        DocumentDate = plan.Formed,
        FormedOn = plan.Formed,
        EffectiveOn = text.Genre.Rule().HasValidity ? plan.Formed : null,
        ExpiresOn = text.Genre.Rule().HasValidity ? plan.Formed.AddYears(2) : null,
        DisplayUntil = text.Genre.Rule().NeedsDisplayPeriod
            ? city.Calendar.AddWorkingDays(plan.Published, int.TryParse(plan.Pattern["display-days"], out var days) ? days : 7) : null,
        ObjectionContact = text.Genre.Rule().NeedsDisplayPeriod && text.ObjectionContact.Length == 0 ? $"0775-555{1000 + (plan.Seed % 9000)}" : text.ObjectionContact,
        Summary = text.Summary.Length > DisclosureText.SummaryLength ? text.Summary[..DisclosureText.SummaryLength] : text.Summary,
    };

    private DemoDocument PatternFor(StandardItem item, Organisation organisation)
    {
        if (!_fitting.TryGetValue((item.Code, organisation.Kind), out var fitting))
            _fitting[(item.Code, organisation.Kind)] = fitting = Fitting(item, organisation);
        return fitting[random.Next(fitting.Count)];
    }

    private List<DemoDocument> Fitting(StandardItem item, Organisation organisation)
    {
        var scope = organisation.Kind == OrganisationKind.Township ? "township" : "department";
        var names = item.Text.Level1 + "|" + item.Text.Level2;
        var fitting = _patterns.Where(p => (p["scope"] == scope || p["scope"] == "both")
            && p["match"] != "*" && p["match"].Split('、').Any(word => names.Contains(word, StringComparison.Ordinal))).ToList();
        return fitting.Count > 0 ? fitting : [.. _patterns.Where(p => p["match"] == "*")];
    }

    /// <summary>Formed on a working day of the period, published in time or late, and before today; null when there is no room.</summary>
    private (DateOnly Formed, DateOnly Published)? Days(StandardItem item, double shareOnTime)
    {
        var formed = from.AddDays(random.Next(Math.Max(1, today.DayNumber - from.DayNumber - 4)));
        while (!city.Calendar.IsWorkingDay(formed)) formed = formed.AddDays(-1);
        // The item's own limit decides what is late; the genre, which the pattern has yet to say, shortens it for enforcement only.
        var limit = city.Due([item.Code], DisclosureGenre.Enforcement, formed) is { } due ? city.Calendar.WorkingDaysBetween(formed, due.DueOn) : LimitSpan.Statutory.Amount;
        var delay = random.NextDouble() < shareOnTime ? random.Next(1, Math.Max(2, limit)) : random.Next(Math.Max(limit, LimitSpan.Statutory.Amount) + 1, 55);
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

    /// <summary>Everything that decides a document but its text, which is made from the seed when its turn comes.</summary>
    private sealed record Plan(
        string Key, Organisation Organisation, StandardItem Item, DemoDocument Pattern, DateOnly Formed, DateOnly Published,
        string Title, string Number, DateTime PublishAt, int Seed)
    {
        public Func<string, string> Fill(DemoCity city) =>
            new DemoFiller(new Random(Seed)).For(new DemoSlot(Organisation, city.Domains[Item.DomainId].Name, Item.Text.Name, Formed, Number));
    }
}
