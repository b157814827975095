using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>A record made by the workflow passes; each way of tampering with it behind the workflow's back is found.</summary>
public sealed class RecordCheckTests
{
    [Theory, EveryEngine]
    public async Task ProblemsAsync_RecordMadeByTheWorkflow_FindsNone(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await WorldAsync(desk);

        Assert.Empty(await ProblemsAsync(store));
    }

    public static TheoryData<string, string> Faults { get; } = new()
    {
        { "UPDATE DisclosureVersions SET Text_Title = Text_Title || '（改）'", "is not what was published" },
        { "UPDATE DisclosureVersions SET PublishedAt = '2026-01-05 01:00:00'", "is not what was published" },
        { "UPDATE DisclosureVersions SET PublishedAt = '2026-01-05 01:00:00'", "no row of history at its time" },
        { "UPDATE DisclosureTransitions SET At = '2026-01-05 01:00:00' WHERE Action = 'Publish'", "has no version at its time" },
        { "DELETE FROM AuditEntries WHERE Action = 'Disclosure.Publish'", "has no audit row" },
        { "UPDATE IndexCounters SET Last = Last + 1", "a number is missing or doubled" },
        { "DELETE FROM IndexCounters", "no counter for that year" },
        { "UPDATE Disclosures SET CurrentVersion = CurrentVersion + 1 WHERE CurrentVersion > 0", "does not have each version" },
        { "UPDATE Disclosures SET State = 'AwaitingPublication' WHERE State = 'Published'", "its history leads to" },
        { "DELETE FROM PublicListings", "no list shows its version" },
        { "UPDATE PublicListings SET VersionNumber = 7", "no list shows its version" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task ProblemsAsync_RowChangedBehindTheWorkflow_NamesIt(string tampering, string expected)
    {
        await using var store = await SqliteStore.CreateAsync();
        using var desk = await DisclosureDesk.CreateAsync(store);
        await WorldAsync(desk);

        await using (var db = store.Open()) Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(tampering));

        Assert.Contains(await ProblemsAsync(store), problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    private static async Task WorldAsync(DisclosureDesk desk)
    {
        await desk.DraftAsync();
        await desk.ApprovedAsync();
        await desk.PublishedAsync();
        await desk.PublishedAsync();
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(TestStore store)
    {
        await using DisclosureDb db = store.Open();
        return await new RecordCheck(db).ProblemsAsync(TestContext.Current.CancellationToken);
    }
}
