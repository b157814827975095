using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PublicDisclosure.Core.Data;

/// <summary>Lets only UTC instants into the database and marks what comes out as UTC.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : Refuse(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime Refuse(DateTime value) =>
        throw new ArgumentException($"Only UTC instants are stored; this one is {value.Kind}.", nameof(value));
}
