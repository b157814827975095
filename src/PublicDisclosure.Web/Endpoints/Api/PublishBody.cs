using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>
/// A request of the publish API as read: JSON alone, or a form with the JSON in <c>draft</c> and files in <c>files</c> and
/// <c>original</c>. What cannot be read is never passed over: a misspelt field would be lost in silence.
/// </summary>
/// <param name="Value">What was sent.</param>
/// <param name="Files">Files in their order; the original first.</param>
/// <param name="Hash">SHA-256 of everything that was sent, in lower-case hex.</param>
public sealed record PublishBody<T>(T Value, IReadOnlyList<Upload> Files, string Hash);

/// <summary>Reads requests of the publish API.</summary>
public static class PublishBodies
{
    /// <summary>Bytes of the JSON: the longest body, in Chinese, and room for the rest.</summary>
    public const int LargestJson = 4 * 1024 * 1024;

    private const string DraftPart = "draft", FilesPart = "files", OriginalPart = "original";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict };

    /// <summary>Reads a request, or says with which status and why not.</summary>
    /// <param name="http">The request.</param>
    /// <param name="takesFiles">A form with files will do too.</param>
    /// <param name="largest">Bytes of a whole form.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<(PublishBody<T>? Body, IResult? Problem)> ReadAsync<T>(HttpContext http, bool takesFiles, long largest, CancellationToken stop)
        where T : class
    {
        var most = takesFiles ? largest : LargestJson;
        if (http.Request.ContentLength > most) return (null, TooLarge(http, most));
        try
        {
            if (http.Request.HasJsonContentType()) return Read<T>(http, await ReadAsync(http.Request.Body, stop), []);
            if (!takesFiles || !http.Request.HasFormContentType || http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
                return (null, PublishProblems.Of(http, StatusCodes.Status415UnsupportedMediaType, takesFiles ? "Request.NotJsonOrForm" : "Request.NotJson"));
            return await ReadFormAsync<T>(http, largest, stop);
        }
        catch (BadHttpRequestException bad)
        {
            return (null, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge(http, most) : PublishProblems.Of(http, bad.StatusCode, "Request.Broken"));
        }
        catch (Exception bad) when (bad is InvalidDataException or IOException)
        {
            return (null, PublishProblems.Of(http, StatusCodes.Status400BadRequest, "Request.Broken"));
        }
    }

    private static async Task<(PublishBody<T>? Body, IResult? Problem)> ReadFormAsync<T>(HttpContext http, long largest, CancellationToken stop)
        where T : class
    {
        var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = largest, ValueLengthLimit = LargestJson, ValueCountLimit = 10 }, stop);
        var unknown = form.Keys.Concat(form.Files.Select(f => f.Name)).Where(n => n is not (DraftPart or FilesPart or OriginalPart)).Distinct().ToList();
        if (unknown.Count > 0) return (null, PublishProblems.Of(http, [.. unknown.Select(n => new Refusal("Request.UnknownPart", null, ApiDesk.Short(n)))], StatusCodes.Status400BadRequest));
        // Files as text of a field have no name and so no kind.
        if (form.ContainsKey(FilesPart) || form.ContainsKey(OriginalPart)) return (null, PublishProblems.Of(http, StatusCodes.Status400BadRequest, "Request.FileWithoutName"));
        if (form.Files.Count > DisclosureAttachment.MostPerDisclosure + 1) return (null, PublishProblems.Of(http, [new Refusal("Attachment.TooMany", "Uploads", DisclosureAttachment.MostPerDisclosure)]));
        var json = form.Files.GetFile(DraftPart) is { } part ? await ReadAsync(part.OpenReadStream(), stop) : Encoding.UTF8.GetBytes(form[DraftPart].ToString());
        if (json.Length == 0) return (null, PublishProblems.Of(http, StatusCodes.Status400BadRequest, "Request.DraftMissing"));
        return Read<T>(http, json, [.. form.Files.Where(f => f.Name == OriginalPart).Concat(form.Files.Where(f => f.Name == FilesPart))
            .Select(f => new Upload(f.FileName, f.OpenReadStream(), f.Name == OriginalPart))]);
    }

    private static (PublishBody<T>? Body, IResult? Problem) Read<T>(HttpContext http, byte[] json, IReadOnlyList<Upload> files)
        where T : class
    {
        if (json.Length > LargestJson) return (null, TooLarge(http, LargestJson));
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return (null, PublishProblems.Of(http, StatusCodes.Status400BadRequest, "Request.NotAnObject"));
            var faults = document.RootElement.EnumerateObject().Select(Fault<T>).OfType<Refusal>().ToList();
            return faults.Count > 0 ? (null, PublishProblems.Of(http, faults, StatusCodes.Status400BadRequest))
                : (new PublishBody<T>(document.RootElement.Deserialize<T>(Json)!, files, Hash(http, json, files)), null);
        }
        catch (JsonException broken)
        {
            return (null, PublishProblems.Of(http, StatusCodes.Status400BadRequest, "Request.BrokenJson", (broken.LineNumber ?? 0) + 1));
        }
    }

    private static Refusal? Fault<T>(JsonProperty sent)
    {
        var known = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        if (known.FirstOrDefault(p => PublishProblems.Field(p.Name) == sent.Name) is not { } property)
            return new Refusal("Request.UnknownField", null, ApiDesk.Short(sent.Name), string.Join('、', known.Select(p => PublishProblems.Field(p.Name))));
        if (sent.Value.ValueKind == JsonValueKind.Null) return null;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var (fits, expected) = type switch
        {
            _ when type == typeof(string) => (IsText(sent.Value), "文字"),
            _ when type == typeof(DateOnly) => (IsText(sent.Value) && DateOnly.TryParseExact(sent.Value.GetString(), "yyyy-MM-dd", out _), "日期，例如 2026-01-05"),
            _ when type == typeof(Guid) => (sent.Value.ValueKind == JsonValueKind.String && sent.Value.TryGetGuid(out _), "答复中的 id"),
            { IsEnum: true } => (IsText(sent.Value) && Enum.GetNames(type).Contains(sent.Value.GetString()), string.Join('、', Enum.GetNames(type)) + " 之一"),
            _ => (sent.Value.ValueKind == JsonValueKind.Array && sent.Value.EnumerateArray().All(IsText), "文字的数组，例如 [\"…\"]"),
        };
        return fits ? null : new Refusal("Request.WrongType", property.Name, sent.Name, expected);
    }

    private static bool IsText(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return false;
        try
        {
            return value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            // A string with half a character (\ud800) is valid JSON and no text.
            return false;
        }
    }

    private static string Hash(HttpContext http, byte[] json, IReadOnlyList<Upload> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(http.Request.Path));
        hash.AppendData(SHA256.HashData(json));
        foreach (var file in files)
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.IsOriginal}:{file.FileName}")));
            hash.AppendData(SHA256.HashData(file.Content));
            file.Content.Position = 0;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken stop)
    {
        // One byte more than may be is enough to know; a body without a length has no end otherwise.
        using var read = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int count;
        while (read.Length <= LargestJson && (count = await content.ReadAsync(buffer, stop)) > 0) await read.WriteAsync(buffer.AsMemory(0, count), stop);
        return read.ToArray();
    }

    private static IResult TooLarge(HttpContext http, long most) => PublishProblems.Of(http, StatusCodes.Status413PayloadTooLarge, "Request.TooLarge", most / 1024 / 1024);
}
