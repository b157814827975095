using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Data.Seed.Demo;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Interpretations, cases, responses and letters of the demonstration: enough of each kind, in every state, and counted as they lie.</summary>
public sealed class DemoMattersTests(DemoMattersTests.City city) : IClassFixture<DemoMattersTests.City>
{
    [Fact]
    public async Task Interpretations_EveryForm_AtLeastForty()
    {
        var forms = await ReadAsync(db => db.PublicInterpretations.Where(i => db.Listings.Any(l => l.DisclosureId == i.DisclosureId)).Select(i => i.Form).ToListAsync());
        Assert.True(forms.Count >= 40, $"{forms.Count}");
        Assert.Equal(Enum.GetValues<InterpretationForm>(), forms.Distinct().Order());
    }

    [Fact]
    public async Task Responses_EveryKind_AtLeastTwelveArePublic()
    {
        var rows = await ReadAsync(db => db.Responses.AsNoTracking().Where(r => r.PublicVersion > 0 && db.Listings.Any(l => l.DisclosureId == r.DisclosureId)).ToListAsync());
        Assert.True(rows.Count >= 12, $"{rows.Count}");
        Assert.Equal(Enum.GetValues<ResponseKind>(), rows.Select(r => r.Kind).Distinct().Order());
        Assert.Contains(rows, r => r.PublicClarifies && r.PublicPolicyId is not null);
        Assert.Contains(rows, r => r.CaseId is not null);
    }

    [Fact]
    public async Task Cases_EveryStageAndGrade_IsThere()
    {
        var rows = await ReadAsync(db => db.OpinionCases.AsNoTracking().ToListAsync());
        Assert.Equal(Enum.GetValues<CaseStage>(), rows.Select(c => c.Stage).Distinct().Order());
        Assert.Equal(Enum.GetValues<CaseGrade>(), rows.Select(c => c.Grade).Distinct().Order());
        Assert.All(rows, c => Assert.True(c.IsDemo));
    }

    [Fact]
    public async Task Cases_WhatWasEntered_StandsInNoPublicText()
    {
        var cases = await ReadAsync(db => db.OpinionCases.AsNoTracking().Include(c => c.Steps).ToListAsync());
        var texts = await ReadAsync(db => db.Versions.AsNoTracking().Select(v => v.Text.Title + "\n" + v.Text.Summary + "\n" + v.Text.PlainSummary + "\n" + v.Text.Body).ToListAsync());
        texts.AddRange(await ReadAsync(db => db.Responses.AsNoTracking().Select(r => r.PublicConcern + "\n" + r.PublicMatter).ToListAsync()));
        // A step that starts a response bears the title under which that is published; what a case is called may be its matter.
        var titles = await ReadAsync(db => db.Listings.AsNoTracking().Select(l => l.Title).ToListAsync());
        var inner = cases.SelectMany(c => new[] { c.Summary, c.EventEvidence, c.FoundEvidence }.Concat(c.Steps.Select(s => s.Remark))).Where(t => t.Length >= 8).Except(titles).Distinct().ToList();
        Assert.True(inner.Count >= 12, $"{inner.Count}");
        Assert.DoesNotContain(inner, t => texts.Exists(p => p.Contains(t, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Letters_EveryKindStateAndPublicity_AtLeastEighty()
    {
        var rows = await ReadAsync(db => db.Letters.AsNoTracking().ToListAsync());
        Assert.True(rows.Count >= 80, $"{rows.Count}");
        Assert.Equal(Enum.GetValues<LetterKind>(), rows.Select(l => l.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<LetterState>(), rows.Select(l => l.State).Distinct().Order());
        Assert.Equal(Enum.GetValues<LetterPublicity>(), rows.Select(l => l.Publicity).Distinct().Order());
        Assert.All(rows, l => Assert.True(l.IsDemo));
    }

    [Fact]
    public async Task Letters_Statistics_AgreeWithACountOfTheRecords()
    {
        using var figures = new LetterFigures(city.Clock.Business);
        var all = await ReadAsync(db => figures.ReadAsync(db, null));
        var rows = await ReadAsync(db => db.Letters.AsNoTracking().ToListAsync());

        Compare(rows, all.All);
        Assert.Equal(rows.GroupBy(l => l.Kind).ToDictionary(g => g.Key, g => g.Count()), all.ByKind);
        foreach (var share in all.Organisations) Compare([.. rows.Where(l => l.OrganisationId == share.OrganisationId)], share.Counts);
        Assert.Equal(rows.Count, all.Organisations.Sum(o => o.Counts.Received));
        Assert.True(all.All is { InTime: > 0, Overdue: > 0, Directed: > 0 } && all.All.InTime < all.All.Answered, "A demonstration in which nothing is late or directed elsewhere shows nothing.");

        static void Compare(IReadOnlyList<Letter> letters, LetterCounts counts)
        {
            int In(LetterState state) => letters.Count(l => l.State == state);
            Assert.Equal(
                (letters.Count, In(LetterState.Answered), In(LetterState.Directed), In(LetterState.Declined), In(LetterState.Merged), letters.Count(l => LetterTransitions.IsOpen(l.State))),
                (counts.Received, counts.Answered, counts.Directed, counts.Declined, counts.Merged, counts.Open));
            Assert.Equal(counts.Received, counts.Answered + counts.Directed + counts.Declined + counts.Merged + counts.Open);
            Assert.Equal(
                letters.Where(l => l.Satisfaction is not null).GroupBy(l => l.Satisfaction!.Value).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())),
                counts.Ratings.OrderBy(r => r.Key).Select(r => (r.Key, r.Value)));
        }
    }

    private Task<T> ReadAsync<T>(Func<DisclosureDb, Task<T>> read) => city.Site.ReadAsync(read);

    /// <summary>The demonstration as a visitor finds it, without the generated mass.</summary>
    public sealed class City : IAsyncLifetime
    {
        public TestClock Clock { get; } = new();

        public SeededSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Clock.Set(new DateOnly(2026, 11, 23), new TimeOnly(9, 0));
            Site = await SeededSite.CreateAsync(Clock, SeedKind.DemoAccounts);
            await Site.ReadAsync<DemoSeed, DemoSeedResult>(seed => seed.RunAsync(new DemoSeedOptions { IsProduction = false, Generated = 0 }));
            await Site.ReadAsync<DemoResponseSeed, int>(seed => seed.RunAsync(CancellationToken.None));
            await Site.ReadAsync<DemoLetterSeed, int>(seed => seed.RunAsync(CancellationToken.None));
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
