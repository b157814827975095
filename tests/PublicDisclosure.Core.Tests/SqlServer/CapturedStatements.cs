using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Data;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>
/// What the product would send to SQL Server: every public asynchronous method of every registered class that takes the
/// database is called over <see cref="OfflineSqlServer"/>, and the common entities are saved through it. Nothing is ever
/// found, so a method ends where it needs a row; what it sent until then is captured.
/// </summary>
internal sealed class CapturedStatements
{
    private readonly OfflineSqlServer _server = new();
    private readonly Dictionary<string, CapturedCommand> _statements = [];

    /// <summary>The statements by a name that says where they come from.</summary>
    public IReadOnlyDictionary<string, CapturedCommand> All => _statements;

    /// <summary>Classes that were called.</summary>
    public HashSet<string> Classes { get; } = [];

    public static async Task<CapturedStatements> CaptureAsync()
    {
        var captured = new CapturedStatements();
        await captured.CallEverythingAsync();
        await captured.SaveAsync();
        return captured;
    }

    private async Task CallEverythingAsync()
    {
        var folder = Directory.CreateTempSubdirectory("offline-").FullName;
        var collection = Registrations(folder);
        await using var services = collection.BuildServiceProvider();
        var types = collection.Select(registration => registration.ServiceType)
            // Migration and seeds (namespace Data) run on an operator's word; migration would look for a real server.
            .Where(type => type.Assembly == typeof(DisclosureDb).Assembly && TakesDatabase(type)
                && !type.Namespace!.StartsWith(typeof(DisclosureDb).Namespace!, StringComparison.Ordinal)).ToList();
        foreach (var type in types)
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                if (!method.ReturnType.IsAssignableTo(typeof(Task)) || method.IsGenericMethod) continue;
                await CallAsync(services, type, method);
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    private ServiceCollection Registrations(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:DataFolder"] = folder,
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:Disclosure"] = _server.ConnectionString,
        }).Build();
        var collection = new ServiceCollection();
        collection.AddLogging().AddSingleton<IConfiguration>(configuration).AddDisclosureCore(configuration, folder);
        collection.AddScoped<DisclosureDb>(_ => Open());
        return collection;
    }

    private static bool TakesDatabase(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(DisclosureDb)));

    private async Task CallAsync(ServiceProvider services, Type type, MethodInfo method)
    {
        foreach (var variant in new[] { 0, 1 })
        {
            await using var scope = services.CreateAsyncScope();
            _server.Commands.Clear();
            try
            {
                var arguments = SampleArguments.For(method, scope.ServiceProvider).ElementAt(variant);
                await (Task)method.Invoke(scope.ServiceProvider.GetRequiredService(type), arguments)!;
            }
            catch (Exception)
            {
                // No row is ever found and samples are not always sound; what was sent before that counts.
            }
            Keep($"{type.Name}.{method.Name}");
            Classes.Add(type.Name);
        }
    }

    private async Task SaveAsync()
    {
        var organisation = TestData.CreateOrganisation();
        var user = TestData.CreateStaffUser();
        var disclosure = TestData.CreateDisclosure(organisation.Id);
        object[] entities = [organisation, user, TestData.CreateMembership(user.Id, organisation.Id), disclosure];
        foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
        {
            foreach (var entity in entities)
            {
                await using var db = Open();
                _server.Commands.Clear();
                db.Entry(entity).State = state;
                try
                {
                    await db.SaveChangesAsync();
                }
                catch (DbUpdateException)
                {
                    // The offline server confirms no row; the statement has been recorded.
                }
                Keep($"{state}.{entity.GetType().Name}");
            }
        }
    }

    private SqlServerDisclosureDb Open() => new(new DbContextOptionsBuilder<SqlServerDisclosureDb>()
        .UseSqlServer(_server, server => server.UseCompatibilityLevel(new DatabaseOptions().SqlServerCompatibilityLevel)).Options);

    private void Keep(string origin)
    {
        foreach (var command in _server.Commands.Where(command => !_statements.ContainsValue(command)))
            _statements.Add($"{origin}.{_statements.Count}", command);
        _server.Commands.Clear();
    }
}
