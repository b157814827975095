using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Endpoints.Api;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>One thing a list can be narrowed by: as its address asks for it, and as it was understood.</summary>
/// <param name="Name">Its parameter.</param>
/// <param name="Asked">What the address says; nothing or blanks ask for nothing.</param>
/// <param name="Value">As it was understood, always spelt alike; null where it narrows nothing.</param>
/// <param name="Words">What readers call it.</param>
public sealed record ListCondition(string Name, string? Asked, string? Value, string? Words)
{
    /// <summary>Something was asked for that means nothing.</summary>
    public bool IsUnknown => Value is null && !string.IsNullOrWhiteSpace(Asked);

    /// <summary>An organisation by its address part.</summary>
    public static ListCondition Organisation(string? asked, Guid? id, IEnumerable<OrganisationLine> known) => Of("organisation", asked, known.FirstOrDefault(o => o.Id == id), o => o.Slug, o => o.Name);

    /// <summary>A domain by its address part.</summary>
    public static ListCondition Domain(string? asked, Guid? id, IEnumerable<DomainLine> known) => Of("domain", asked, known.FirstOrDefault(d => d.Id == id), d => d.Slug, d => d.Name);

    /// <summary>A coded value by its name.</summary>
    public static ListCondition Coded(string name, string? asked, Enum? value) => Of(name, asked, value, v => v.ToString(), Infrastructure.Words.Of);

    /// <summary>A day.</summary>
    public static ListCondition Day(string name, string? asked, DateOnly? day, string before) => new(
        name, asked, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day?.ToString($"'{before}'yyyy年M月d日", CultureInfo.InvariantCulture));

    /// <summary>Words that are looked for.</summary>
    public static ListCondition Text(string name, string? asked, string understood, string before) =>
        new(name, asked, understood.Length == 0 ? null : understood, $"{before}“{understood}”");

    /// <summary>Anything that is found or not.</summary>
    public static ListCondition Of<T>(string name, string? asked, T? found, Func<T, string> value, Func<T, string> words) =>
        found is null ? new(name, asked, null, null) : new(name, asked, value(found), words(found));
}

/// <summary>
/// What a list is narrowed by. A page and its feed have it from the same query, so that neither narrows by anything the other does not.
/// </summary>
public sealed class ListConditions(params IEnumerable<ListCondition> all)
{
    /// <summary>Everything that the list can be narrowed by.</summary>
    public IReadOnlyList<ListCondition> All { get; } = [.. all];

    /// <summary>Those that narrow the list.</summary>
    public IEnumerable<ListCondition> Narrowing => All.Where(c => c.Value is not null);

    /// <summary>What readers call them.</summary>
    public IEnumerable<string> Names => Narrowing.Select(c => c.Words!);

    /// <summary>A path narrowed by them: always in the same order and spelt alike, without what narrows nothing.</summary>
    public string Address(string path) => path + new QueryBuilder(Narrowing.Select(c => KeyValuePair.Create(c.Name, c.Value!))).ToQueryString();

    /// <summary>True when these and no others narrow the list.</summary>
    public bool AreOnly(params IEnumerable<string> names) => Narrowing.Select(c => c.Name).Order().SequenceEqual(names.Order());

    /// <summary>
    /// Why an address cannot be followed, all reasons at once. A page shows what it narrows by, and its reader sees what was not understood; a feed
    /// is read by programs, for years, and would give them everything for the little they asked for.
    /// </summary>
    /// <param name="parameters">Names of the parameters that were sent.</param>
    public IReadOnlyList<string> Refusals(IEnumerable<string> parameters)
    {
        var reasons = All.Where(c => c.IsUnknown).Select(c => c.Name + " 的值无法识别。").ToList();
        var known = All.Count == 0 ? "本订阅没有参数" : "可用的参数：" + string.Join("、", All.Select(c => c.Name));
        reasons.AddRange(parameters.Where(p => !All.Any(c => c.Name.Equals(p, StringComparison.OrdinalIgnoreCase))).Select(p => $"没有参数 {ApiDesk.Short(p)}，{known}。"));
        return reasons;
    }
}
