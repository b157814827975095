using System.Text.Json;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Disclosures.Imports;

/// <summary>Reads a list of objects as a table: the keys are the headings, rows count from the first object as 1.</summary>
internal static class ImportJson
{
    private const int MostKeys = 200;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>A text that can only be JSON.</summary>
    public static bool IsJson(string text) => text.AsSpan().TrimStart() is ['[' or '{', ..];

    public static OutcomeOf<RawTable> Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Array || document.RootElement.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.Object))
                return new Refusal("ImportFile.NotAList", "File");
            var headings = document.RootElement.EnumerateArray().SelectMany(e => e.EnumerateObject()).Select(p => p.Name).Distinct().ToList();
            if (headings.Count > MostKeys) return new Refusal("ImportFile.NotAList", "File");
            var rows = new List<RawRow> { new(0, [.. headings.Select((h, column) => new RawCell(CellText.Clean(h, out _), 0, column))]) };
            foreach (var entry in document.RootElement.EnumerateArray()) rows.Add(Row(entry, headings, rows.Count));
            return new RawTable("json", rows, KnowsMerges: true);
        }
        catch (JsonException broken)
        {
            return new Refusal("ImportFile.BrokenJson", "File", (broken.LineNumber ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // A key with half a character.
            return new Refusal("ImportFile.NotAList", "File");
        }
    }

    private static RawRow Row(JsonElement entry, List<string> headings, int number)
    {
        try
        {
            return new RawRow(number, [.. headings.Select((h, column) =>
            {
                var text = CellText.Clean(entry.TryGetProperty(h, out var value) ? TextOf(value) : "", out var hidden);
                return new RawCell(text, number, column, hidden);
            })]);
        }
        catch (InvalidOperationException)
        {
            // A string with half a character (\ud800) is valid JSON and no text.
            return new RawRow(number, [], new Refusal("BatchRow.HiddenCharacters"));
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };
}
