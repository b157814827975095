using System.Text.Json;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>As much of JSON Schema as the description of the API uses. A field that is not described is a fault too: its name would be a promise nobody wrote down.</summary>
internal static class SchemaCheck
{
    /// <summary>Where an answer does not fit.</summary>
    public static IReadOnlyList<string> Faults(JsonElement document, JsonElement schema, JsonElement value, string at = "$")
    {
        schema = Resolve(document, schema);
        foreach (var choice in new[] { "oneOf", "anyOf" })
            if (schema.TryGetProperty(choice, out var any)) return any.EnumerateArray().Select(s => Faults(document, s, value, at)).OrderBy(f => f.Count).First();
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Is(value, t))) return [$"{at} is {value.ValueKind}"];
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            return [.. value.EnumerateArray().SelectMany((v, i) => Faults(document, items, v, $"{at}[{i}]"))];
        if (value.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties)) return [];
        var faults = new List<string>();
        if (schema.TryGetProperty("required", out var required))
            faults.AddRange(required.EnumerateArray().Select(r => r.GetString()!).Where(r => !value.TryGetProperty(r, out _)).Select(r => $"{at}.{r} is missing"));
        foreach (var field in value.EnumerateObject())
        {
            if (properties.TryGetProperty(field.Name, out var of)) faults.AddRange(Faults(document, of, field.Value, $"{at}.{field.Name}"));
            // Problem documents may carry more (RFC 9457, 3.2).
            else if (!properties.TryGetProperty("detail", out _)) faults.Add($"{at}.{field.Name} is not described");
        }

        return faults;
    }

    private static JsonElement Resolve(JsonElement document, JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
            schema = reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(document, (node, part) => node.ValueKind == JsonValueKind.Array ? node[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : node.GetProperty(part));
        return schema;
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => value.ValueKind == JsonValueKind.String,
    };
}
