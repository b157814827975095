namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>
/// That a file of a draft was masked: who, when, how many places of which kind, and both hashes. The original lies in the
/// closed store. Never changed.
/// </summary>
public sealed class MaskedFile
{
    public const int CountsLength = 600;

    private MaskedFile()
    {
    }

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>Name of the masked file.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the file as it was, now in the closed store.</summary>
    public string OriginalHash { get; private set; } = "";

    /// <summary>SHA-256 of the file that took its place.</summary>
    public string MaskedHash { get; private set; } = "";

    /// <summary>Places masked or taken out, all kinds together; the public reads this number.</summary>
    public int Places { get; private set; }

    /// <summary>The same by kind: <c>IdentityNumber=12;HiddenColumn=1</c>.</summary>
    public string Counts { get; private set; } = "";

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    /// <summary>Records a masking.</summary>
    public static MaskedFile Record(
        Guid id, Guid disclosureId, string fileName, string originalHash, string maskedHash, IReadOnlyDictionary<MaskingKind, int> counts, DateTime now, Guid by) => new()
        {
            Id = id,
            DisclosureId = disclosureId,
            FileName = fileName,
            OriginalHash = originalHash,
            MaskedHash = maskedHash,
            Places = counts.Values.Sum(),
            Counts = Write(counts),
            At = now,
            By = by,
        };

    /// <summary>Counts as they are stored and audited.</summary>
    public static string Write(IReadOnlyDictionary<MaskingKind, int> counts) =>
        string.Join(';', counts.Where(c => c.Value > 0).OrderBy(c => c.Key).Select(c => $"{c.Key}={c.Value}"));

    /// <summary>Reads stored counts.</summary>
    public static IReadOnlyDictionary<MaskingKind, int> Read(string counts) => counts.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(c => c.Split('=')).ToDictionary(c => Enum.Parse<MaskingKind>(c[0]), c => int.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture));
}
