using PublicDisclosure.Core.Audit;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Audit;

public sealed class AuditLogTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void Record_RareCharacterAtTheLimit_IsNotCutInTwo() => Assert.Equal(
        new string('长', AuditEntry.ObjectNameLength - 1),
        AuditEntry.Record(_clock.Now, null, "Test.Act", objectName: new string('长', AuditEntry.ObjectNameLength - 1) + "𠮷").ObjectName);

    [Theory, EveryEngine]
    public async Task Page_ForwardAndBack_ShowsEveryRowOnceInOrder(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        // Three to an instant: the id decides among them.
        var entries = Enumerable.Range(0, 120).Select(i => AuditEntry.Record(_clock.Now.AddMinutes(i / 3), null, "Test.Act", objectName: $"{i}")).ToArray();
        await store.AddAsync(entries.Cast<object>().ToArray());
        await using var db = store.Open();
        var log = new AuditLog(db);

        var first = await log.PageAsync(new AuditSearch(), null, null, default);
        var second = await log.PageAsync(new AuditSearch(), first.Next, null, default);
        var third = await log.PageAsync(new AuditSearch(), second.Next, null, default);
        var back = await log.PageAsync(new AuditSearch(), null, third.Previous, default);

        Assert.Equal([50, 50, 20], new[] { first, second, third }.Select(page => page.Rows.Count));
        Assert.Equal(120, first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Id).Distinct().Count());
        Assert.Equal(second.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
        Assert.Null(first.Previous);
        Assert.Null(third.Next);
        Assert.NotNull(back.Previous);
    }

    [Theory, EveryEngine]
    public async Task Export_EachCondition_Narrows(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (clerk, other) = (TestData.CreateStaffUser("clerk", "覃某某"), TestData.CreateStaffUser("other", "韦某某"));
        var objectId = Guid.NewGuid();
        await store.AddAsync(
            clerk, other,
            AuditEntry.Record(_clock.Now, clerk.Id, "Disclosure.Publish", objectId: objectId, objectName: "低保名单公示"),
            AuditEntry.Record(_clock.Now.AddDays(1), other.Id, "Account.SignIn", objectName: "other"),
            AuditEntry.Record(_clock.Now.AddDays(2), null, "Account.SignInFailed"));
        await using var db = store.Open();
        var log = new AuditLog(db);

        Assert.Equal(["Disclosure.Publish"], await ActionsAsync(new AuditSearch { Person = "覃某" }));
        Assert.Equal(["Account.SignIn"], await ActionsAsync(new AuditSearch { Person = "oth" }));
        Assert.Equal(["Account.SignInFailed", "Account.SignIn"], await ActionsAsync(new AuditSearch { Action = "Account" }));
        Assert.Equal(["Account.SignIn"], await ActionsAsync(new AuditSearch { Action = "Account.SignIn" }));
        Assert.Equal(["Disclosure.Publish"], await ActionsAsync(new AuditSearch { About = "名单" }));
        Assert.Equal(["Disclosure.Publish"], await ActionsAsync(new AuditSearch { About = objectId.ToString() }));
        Assert.Equal(["Account.SignIn"], await ActionsAsync(new AuditSearch { From = _clock.Today.AddDays(1), To = _clock.Today.AddDays(1) }));
        Assert.Equal(3, (await ActionsAsync(new AuditSearch { To = DateOnly.MaxValue, About = "" })).Count);

        async Task<IReadOnlyList<string>> ActionsAsync(AuditSearch search) => [.. (await log.ExportAsync(search, default)).Select(row => row.Action)];
    }

    [Theory]
    [InlineData("x")]
    [InlineData("99999999999999999999-00000000000000000000000000000000")]
    [InlineData("1-2")]
    [InlineData("-1")]
    public async Task Page_PositionThatIsNone_ShowsTheFirstPage(string position)
    {
        await using var store = await SqliteStore.CreateAsync();
        await store.AddAsync(AuditEntry.Record(_clock.Now, null, "Test.Act"));
        await using var db = store.Open();

        Assert.Single((await new AuditLog(db).PageAsync(new AuditSearch(), position, position, default)).Rows);
    }
}
