using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Privacy;

/// <summary>Collects the parts of one file within bounds; shared by the readers of all kinds, also for files inside files.</summary>
internal sealed class InspectionBuilder(CancellationToken stop)
{
    /// <summary>Characters taken from one file with everything in it.</summary>
    public const int MostCharacters = 8_000_000;

    /// <summary>Parts taken from one file.</summary>
    public const int MostParts = 20_000;

    /// <summary>Files inside files inside files.</summary>
    public const int DeepestNesting = 3;

    private readonly List<InspectedPart> _parts = [];
    private readonly HashSet<FileNote> _notes = [];
    private long _characters;

    /// <summary>How deep the file being read lies in others; 0 for the file itself.</summary>
    public int Depth { get; private set; }

    /// <summary>What stands before every place of the file being read: <c>内嵌文件“a.xlsx”，</c>.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>Ends the reading, by <see cref="OperationCanceledException"/>, when its time is over.</summary>
    public void ThrowIfOver() => stop.ThrowIfCancellationRequested();

    /// <summary>Adds words; blank ones are passed over.</summary>
    public void Add(string place, string text, bool isHidden = false)
    {
        ThrowIfOver();
        if (string.IsNullOrWhiteSpace(text)) return;
        if (_characters >= MostCharacters || _parts.Count >= MostParts) { Note(FileTrait.NotReadToEnd, ""); return; }
        var room = (int)Math.Min(text.Length, MostCharacters - _characters);
        if (room < text.Length) Note(FileTrait.NotReadToEnd, place);
        _characters += room;
        lock (_parts) _parts.Add(new InspectedPart(Prefix + place, ChineseText.RemoveForbidden(text[..room]), isHidden || Depth > 0));
    }

    /// <summary>Notes something about the file.</summary>
    public void Note(FileTrait trait, string place)
    {
        lock (_parts) _notes.Add(new FileNote(trait, Prefix + place));
    }

    /// <summary>Reads a file that lies inside this one.</summary>
    public void Inside(string name, Action read)
    {
        if (Depth >= DeepestNesting) { Note(FileTrait.NotReadToEnd, name); return; }
        var former = Prefix;
        (Depth, Prefix) = (Depth + 1, $"{former}{name}，");
        try
        {
            read();
        }
        finally
        {
            (Depth, Prefix) = (Depth - 1, former);
        }
    }

    /// <summary>What was collected so far.</summary>
    public FileInspection Result()
    {
        lock (_parts) return new FileInspection([.. _parts], [.. _notes]);
    }
}
