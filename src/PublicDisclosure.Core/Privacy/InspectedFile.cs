using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Privacy;

/// <summary>The outcome of an inspection, kept under the content's hash so that a file is read once. It holds no personal data.</summary>
public sealed class InspectedFile
{
    /// <summary>Longest list of findings, as JSON.</summary>
    public const int FindingsLength = 100_000;

    private InspectedFile()
    {
    }

    /// <summary>SHA-256 of the content in lower-case hex.</summary>
    public string Hash { get; private set; } = "";

    /// <summary><see cref="FileInspector.Version"/> that read it; a newer inspector reads it again.</summary>
    public int InspectorVersion { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime InspectedAt { get; private set; }

    /// <summary>The date under its text (落款日期).</summary>
    public DateOnly? SignatureOn { get; private set; }

    /// <summary>The findings as JSON.</summary>
    public string Findings { get; private set; } = "";

    /// <summary>Keeps what was found.</summary>
    public static InspectedFile Of(string hash, FileFacts facts, DateTime now) => new()
    {
        Hash = hash,
        InspectorVersion = FileInspector.Version,
        InspectedAt = now,
        SignatureOn = facts.SignatureOn,
        Findings = JsonSerializer.Serialize(facts.Findings),
    };

    /// <summary>What was found.</summary>
    public FileFacts ToFacts() => new(JsonSerializer.Deserialize<List<FileFinding>>(Findings) ?? [], SignatureOn);
}

internal sealed class InspectedFileConfiguration : IEntityTypeConfiguration<InspectedFile>
{
    public void Configure(EntityTypeBuilder<InspectedFile> builder)
    {
        builder.ToTable("InspectedFiles");
        builder.HasKey(f => new { f.Hash, f.InspectorVersion });
        builder.Property(f => f.Hash).HasMaxLength(DisclosureAttachment.HashLength);
        builder.Property(f => f.InspectorVersion).ValueGeneratedNever();
        builder.Property(f => f.Findings).HasMaxLength(InspectedFile.FindingsLength);
    }
}
