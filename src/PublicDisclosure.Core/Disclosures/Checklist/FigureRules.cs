using PublicDisclosure.Core.Text.Media;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules about charts, pictures, sounds and films within a text, of whatever genre: nobody is left out who cannot see or hear.</summary>
internal static class FigureRules
{
    private const string Access = "GB/T 37668-2019; WCAG 2.2, ";

    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("FigureFaulty", "Body", "house: what cannot be drawn is not published",
            s => s.Rendered.Faults.Take(10).Select(f => new object[] { f.Line, f.Refusal })),
        Error("MediaNotAttached", "Body", "house: a file must be uploaded with the document",
            s => from block in s.Media from address in Addresses(block) where Find(s, address) is null select new object[] { block.Title, MediaBlock.FileNameIn(address) ?? address }),
        Error("MediaOfAnotherKind", "Body", "house: a player gets what it can play",
            s => from used in Files(s, b => b.File) where !Kinds(used.Block.Kind).Contains(used.File.Kind) select new object[] { used.Block.Title, used.File.FileName, MediaBlock.Word(used.Block.Kind) }),
        Error("PosterNoPicture", "Body", "house: a film shows a picture before it begins",
            s => from used in Files(s, b => b.Poster) where used.File.Kind is not ("jpg" or "png") select new object[] { used.File.FileName }),
        Error("CaptionsNoVtt", "Body", Access + "1.2.2",
            s => from used in Files(s, b => b.Captions) where used.File.Kind != "vtt" select new object[] { used.File.FileName }),
        Error("AlternativeTooShort", "Body", Access + "1.1.1",
            s => from block in s.Media where block.Kind == MediaKind.Picture && block.Length < s.Facts.Content.Least.LeastAlternative select new object[] { block.Title, block.Length, s.Facts.Content.Least.LeastAlternative }),
        Error("TranscriptTooShort", "Body", Access + "1.2.1, 1.2.3",
            s => from block in s.Media where block.Kind != MediaKind.Picture && block.Length < s.Facts.Content.Least.LeastTranscript select new object[] { block.Title, block.Length, s.Facts.Content.Least.LeastTranscript }),
        Warning("CaptionsMissing", "Body", Access + "1.2.2", s => from block in s.Media where block.Kind == MediaKind.Video && block.Captions.Length == 0 select new object[] { block.Title }),
        Warning("PosterMissing", "Body", "house: a film shows a picture before it begins", s => from block in s.Media where block.Kind == MediaKind.Video && block.Poster.Length == 0 select new object[] { block.Title }),
        Warning("MediaNotShown", "Attachments", "house: what is uploaded is shown with its words",
            s => from file in s.Disclosure.Attachments where file.Kind is "mp3" or "mp4" && !s.Media.Any(b => MediaBlock.FileNameIn(b.File) == file.FileName) select new object[] { file.FileName }),
    ];

    private static string[] Kinds(MediaKind kind) => kind switch { MediaKind.Picture => ["jpg", "png"], MediaKind.Audio => ["mp3"], _ => ["mp4"] };

    private static IEnumerable<string> Addresses(MediaBlock block) => new[] { block.File, block.Poster, block.Captions }.Where(a => a.Length > 0);

    private static IEnumerable<(MediaBlock Block, DisclosureAttachment File)> Files(ChecklistSubject subject, Func<MediaBlock, string> address) =>
        subject.Media.Select(b => (Block: b, File: Find(subject, address(b)))).Where(used => used.File is not null).Select(used => (used.Block, used.File!));

    private static DisclosureAttachment? Find(ChecklistSubject subject, string address) =>
        MediaBlock.FileNameIn(address) is { } name ? subject.Disclosure.Attachments.FirstOrDefault(a => a.FileName == name) : null;
}
