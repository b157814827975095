using System.Collections;
using System.Reflection;

namespace PublicDisclosure.Core.Tests.SqlServer;

/// <summary>Makes plausible arguments for any public method, so that new queries are captured without being listed anywhere.</summary>
internal static class SampleArguments
{
    private const int DeepestRecord = 4;

    /// <summary>Two sets of arguments: everything given, and everything optional left out.</summary>
    public static IEnumerable<object?[]> For(MethodBase method, IServiceProvider services) =>
        new[] { true, false }.Select(given => method.GetParameters().Select(p => Make(p.ParameterType, given, services, 0)).ToArray());

    private static object? Make(Type type, bool given, IServiceProvider services, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return given ? Make(inner, given, services, depth) : null;
        if (type == typeof(string)) return given ? "样例" : "";
        if (type == typeof(Guid)) return Guid.Parse("01990000-0000-7000-8000-000000000001");
        if (type == typeof(DateTime)) return new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 3, 2);
        if (type == typeof(int) || type == typeof(long)) return Convert.ChangeType(1, type, null);
        if (type == typeof(bool)) return given;
        if (type == typeof(CancellationToken)) return CancellationToken.None;
        if (type == typeof(Stream)) return new MemoryStream("样例"u8.ToArray());
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (services.GetService(type) is { } service) return service;
        if (ElementOf(type) is { } element) return List(element, given ? Make(element, given, services, depth + 1) : null);
        return type.IsAbstract || type.IsAssignableTo(typeof(Delegate)) || depth > DeepestRecord ? null : Construct(type, given, services, depth + 1);
    }

    private static object? Construct(Type type, bool given, IServiceProvider services, int depth)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        if (constructor is null) return type.IsValueType ? Activator.CreateInstance(type) : null;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType, given, services, depth))]);
        foreach (var property in type.GetProperties().Where(p => given && p.CanWrite && p.GetIndexParameters().Length == 0))
            property.SetValue(made, Make(property.PropertyType, given, services, depth));
        return made;
    }

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var element] && type.IsAssignableFrom(typeof(List<>).MakeGenericType(element)) ? element
        : null;

    private static IList List(Type element, object? only)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        if (only is not null) list.Add(only);
        return list;
    }
}
