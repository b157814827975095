using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PublicDisclosure.Core.Data;

/// <summary>Registers <see cref="DisclosureDb"/> for the engine the settings name.</summary>
public static class DatabaseRegistration
{
    /// <summary>Name of the connection string.</summary>
    public const string ConnectionName = "Disclosure";

    /// <summary>
    /// Adds the pooled contexts. Without a connection string SQLite lives in <c>disclosure.db</c> of the data folder; SQL
    /// Server needs one.
    /// </summary>
    /// <exception cref="InvalidOperationException">SQL Server is chosen without a connection string.</exception>
    public static IServiceCollection AddDisclosureDatabase(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var options = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        var connection = configuration.GetConnectionString(ConnectionName);
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            connection ??= $"Data Source={Path.Combine(dataFolder, "disclosure.db")}";
            services.AddDbContextPool<DisclosureDb, SqliteDisclosureDb>(builder => UseSqlite(builder, connection, options.MaxBatchSize));
        }
        else
        {
            if (string.IsNullOrWhiteSpace(connection))
                throw new InvalidOperationException("Database:Provider is SqlServer, but ConnectionStrings:Disclosure is empty.");
            services.AddDbContextPool<DisclosureDb, SqlServerDisclosureDb>(builder => UseSqlServer(builder, connection, options));
        }

        return services;
    }

    /// <summary>The house's SQLite options, for the product and its tests alike.</summary>
    public static void UseSqlite(DbContextOptionsBuilder builder, string connection, int maxBatchSize = 42) => builder
        .UseSqlite(connection, sqlite => sqlite.MaxBatchSize(maxBatchSize))
        .AddInterceptors(new SqliteConnectionSettings());

    /// <summary>The house's SQL Server options.</summary>
    public static void UseSqlServer(DbContextOptionsBuilder builder, string connection, DatabaseOptions options) => builder
        .UseSqlServer(connection, server => server
            .MaxBatchSize(options.MaxBatchSize)
            .UseCompatibilityLevel(options.SqlServerCompatibilityLevel));
}
