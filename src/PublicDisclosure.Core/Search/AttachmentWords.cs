using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Search;

/// <summary>The words of stored files. A file that is missing or cannot be read has none; it stands in nobody's way.</summary>
public sealed class AttachmentWords(IAttachmentStore store)
{
    /// <summary>Characters taken from one file.</summary>
    public const int Most = 200_000;

    // A file that takes longer is read as far as it comes: the index must not wait for it.
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    /// <summary>What the file says.</summary>
    /// <param name="hash">Where it is stored.</param>
    /// <param name="kind">Its kind as found when it was stored.</param>
    public string Of(string hash, string kind)
    {
        if (FileKind.OfExtension(kind) is not { } known || !store.Exists(hash)) return "";
        try
        {
            using var content = store.Open(hash);
            var text = TextExtractor.Extract(known, content, Time).Text;
            return text.Length > Most ? text[..Most] : text;
        }
        catch (IOException)
        {
            // Taken away meanwhile.
            return "";
        }
    }
}
