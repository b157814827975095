using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>A form that is read as it arrives, field by field, so that its file never lies in memory or in a second file.</summary>
public sealed class StreamedForm
{
    private const int LongestField = 4096;
    private readonly MultipartReader _reader;
    private readonly Dictionary<string, string> _fields = [];

    private StreamedForm(MultipartReader reader) => _reader = reader;

    /// <summary>The fields that came before the file.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>The form of a request; null when it is none that can be read this way.</summary>
    public static StreamedForm? Of(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 70 } boundary
            ? new StreamedForm(new MultipartReader(boundary.Value!, request.Body)) : null;

    /// <summary>Reads one field; false at the end of the form, at a file, or at what is no form.</summary>
    public async Task<bool> ReadFieldAsync(CancellationToken stop)
    {
        var section = await NextAsync(stop);
        if (section is null || Disposition(section) is not { } disposition || disposition.IsFileDisposition()) return false;
        _fields[Name(disposition)] = await TextAsync(section, stop) ?? "";
        return true;
    }

    /// <summary>Goes on to the file, reading the fields before it; null when there is none.</summary>
    public async Task<(string FileName, Stream Content)?> ReadFileAsync(CancellationToken stop)
    {
        for (var fields = 0; fields < 20; fields++)
        {
            var section = await NextAsync(stop);
            if (section is null || Disposition(section) is not { } disposition) return null;
            if (disposition.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
                return name.Length == 0 ? null : (name, section.Body);
            }

            _fields[Name(disposition)] = await TextAsync(section, stop) ?? "";
        }

        return null;
    }

    private async Task<MultipartSection?> NextAsync(CancellationToken stop)
    {
        try
        {
            return await _reader.ReadNextSectionAsync(stop);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static async Task<string?> TextAsync(MultipartSection section, CancellationToken stop)
    {
        var bytes = new byte[LongestField];
        var read = await section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        return read == bytes.Length ? null : Encoding.UTF8.GetString(bytes, 0, read);
    }

    private static string Name(ContentDispositionHeaderValue disposition) => HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";

    private static ContentDispositionHeaderValue? Disposition(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase) ? disposition : null;
}
