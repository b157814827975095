using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.TestKit;

public static partial class TestData
{
    /// <summary>A file on a draft; nothing is stored under its hash.</summary>
    public static DisclosureAttachment CreateAttachment(Guid disclosureId, string? hash = null, string fileName = "附件.pdf") => new(
        Guid.NewGuid(), disclosureId, fileName, Path.GetExtension(fileName).TrimStart('.'), hash ?? $"{Next():x64}", 1234,
        isOriginal: false, sortOrder: 0, new TestClock().Now, Guid.NewGuid());
}
