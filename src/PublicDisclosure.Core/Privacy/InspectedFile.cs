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

    /// <summary>The findings as JSON, and among them, under names of their own, the wrong forms and the lists they were looked for by.</summary>
    public string Findings { get; private set; } = "";

    private const string WordRule = "Word", ListsRule = "WordLists";

    /// <summary>Keeps what was found.</summary>
    public static InspectedFile Of(string hash, FileFacts facts, DateTime now) => new()
    {
        Hash = hash,
        InspectorVersion = FileInspector.Version,
        InspectedAt = now,
        SignatureOn = facts.SignatureOn,
        Findings = JsonSerializer.Serialize(facts.Findings
            .Concat(facts.Words.Select(w => new FileFinding(WordRule, w.Place, w.Form, w.Count)))
            .Concat(facts.WordsOf.Length == 0 ? [] : [new FileFinding(ListsRule, "", facts.WordsOf, 1)])),
    };

    /// <summary>What was found.</summary>
    public FileFacts ToFacts()
    {
        var all = JsonSerializer.Deserialize<List<FileFinding>>(Findings) ?? [];
        return new FileFacts([.. all.Where(f => f.Rule is not (WordRule or ListsRule))], SignatureOn)
        {
            Words = [.. all.Where(f => f.Rule == WordRule).Select(f => new FileWord(f.Shown, f.Place, f.Count))],
            WordsOf = all.Find(f => f.Rule == ListsRule)?.Shown ?? "",
        };
    }
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
