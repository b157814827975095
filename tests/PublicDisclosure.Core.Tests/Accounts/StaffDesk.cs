using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Accounts;

/// <summary>The use cases of accounts on a test database, each call in a context of its own.</summary>
internal sealed class StaffDesk(TestStore store)
{
    private static readonly PasswordHasher<StaffUser> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
    private static readonly UpperInvariantLookupNormalizer Normalizer = new();
    private static readonly IOptions<DisclosureOfficeOptions> Office = Options.Create(new DisclosureOfficeOptions());

    public TestClock Clock { get; } = new();

    public static PasswordHasher<StaffUser> Passwords => Hasher;

    public Task<T> AccountsAsync<T>(Func<StaffAccounts, Task<T>> use) => WithAsync(db =>
    {
        var authority = new StaffAuthority(db);
        return use(new StaffAccounts(db, Clock.Business, authority, new MembershipRules(db, authority, Office), Hasher, Normalizer));
    });

    public Task<T> MembershipsAsync<T>(Func<MembershipEditor, Task<T>> use) => WithAsync(db =>
    {
        var authority = new StaffAuthority(db);
        return use(new MembershipEditor(db, Clock.Business, authority, new MembershipRules(db, authority, Office)));
    });

    public Task<T> OrganisationsAsync<T>(Func<OrganisationEditor, Task<T>> use) =>
        WithAsync(db => use(new OrganisationEditor(db, Clock.Business, new StaffAuthority(db))));

    /// <summary>Runs the seeds of organisations and demo accounts and says how many rows each entered.</summary>
    public async Task<IReadOnlyList<int>> SeedAsync() =>
    [
        await WithAsync(db => new OrganisationSeed(db, Clock.Business).RunAsync(CancellationToken.None)),
        await WithAsync(db => new DemoOrganisationSeed(db).RunAsync(CancellationToken.None)),
        await WithAsync(db => DemoAccountsSeed(db).RunAsync(CancellationToken.None)),
    ];

    public DemoAccountsSeed DemoAccountsSeed(DisclosureDb db) => new(db, Clock.Business, Hasher, Normalizer, Options.Create(new DemoOptions()));

    public async Task<T> WithAsync<T>(Func<DisclosureDb, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(db);
    }
}
