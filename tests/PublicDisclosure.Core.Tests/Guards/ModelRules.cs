using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PublicDisclosure.Core.Tests.Guards;

/// <summary>What every entity of the model must have.</summary>
internal static class ModelRules
{
    /// <summary>Entities nobody wrote a configuration class for; they would be mapped by accident.</summary>
    /// <param name="model">The model.</param>
    /// <param name="configurations">Types that may implement <see cref="IEntityTypeConfiguration{TEntity}"/>.</param>
    public static IEnumerable<string> WithoutConfiguration(IModel model, IEnumerable<Type> configurations)
    {
        var configured = configurations.SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
            .Select(type => type.GetGenericArguments()[0]).ToHashSet();
        return model.GetEntityTypes().Where(entity => !entity.IsOwned() && !configured.Contains(entity.ClrType))
            .Select(entity => entity.ClrType.Name);
    }

    /// <summary>Text columns without a longest length: SQL Server cannot index them and nobody has thought about them.</summary>
    public static IEnumerable<string> TextWithoutLength(IModel model) =>
        from property in model.GetEntityTypes().SelectMany(Properties)
        where (property.GetProviderClrType() ?? property.ClrType) == typeof(string) && property.GetMaxLength() is null
        select $"{property.DeclaringType.Name}.{property.Name}";

    /// <summary>Instants that take another kind than UTC.</summary>
    public static IEnumerable<string> InstantWithoutConverter(IModel model) =>
        from property in model.GetEntityTypes().SelectMany(Properties)
        where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTime)
            && property.GetValueConverter() is null
        select $"{property.DeclaringType.Name}.{property.Name}";

    /// <summary>Types that one of the engines cannot order or compare.</summary>
    public static IEnumerable<string> TypeOfOneEngine(IModel model) =>
        from property in model.GetEntityTypes().SelectMany(Properties)
        let type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType
        where (type == typeof(DateTimeOffset) || type == typeof(decimal) || type == typeof(TimeSpan) || type == typeof(ulong))
            // The lock-out column is ASP.NET Core Identity's own; it is compared in memory only.
            && property.Name != "LockoutEnd"
        select $"{property.DeclaringType.Name}.{property.Name}";

    private static IEnumerable<IProperty> Properties(ITypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => Properties(complex.ComplexType)));
}
