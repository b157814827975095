using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>Somebody who was about to write found the answer on a public page and said so. Of the person nothing is kept.</summary>
public sealed class SparedLetter
{
    public const int PathLength = 200;

    public Guid Id { get; init; }

    /// <summary>The page that answered, within the site.</summary>
    public string Path { get; init; } = "";

    public DateTime At { get; init; }

    /// <summary>Beijing year, for the statistics.</summary>
    public int Year { get; init; }
}

/// <summary>Counts the letters that a public page made needless.</summary>
public sealed class SparedLetters(DisclosureDb db, BusinessClock clock)
{
    private static readonly string[] Answering = ["/disclosures/", "/letters/", "/catalogue/", "/organisations/"];

    /// <summary>True for the address of a page that can answer a question.</summary>
    public static bool CanAnswer(string? path) =>
        path is { Length: <= SparedLetter.PathLength } && Answering.Any(a => path.StartsWith(a, StringComparison.Ordinal)) && !path.Contains("//", StringComparison.Ordinal) && !path.Contains('\\');

    /// <summary>Counts one; false where the page cannot have answered.</summary>
    public async Task<bool> CountAsync(string? path, CancellationToken stop)
    {
        if (!CanAnswer(path)) return false;
        db.Add(new SparedLetter { Id = Guid.CreateVersion7(), Path = path!, At = clock.Now, Year = clock.Today.Year });
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>How many there were, of one year or of all.</summary>
    public Task<int> NumberAsync(int? year, CancellationToken stop) => db.SparedLetters.CountAsync(s => year == null || s.Year == year, stop);
}

internal sealed class SparedLetterConfiguration : IEntityTypeConfiguration<SparedLetter>
{
    public void Configure(EntityTypeBuilder<SparedLetter> builder)
    {
        builder.ToTable("SparedLetters");
        builder.Property(s => s.Path).HasMaxLength(SparedLetter.PathLength);
        builder.HasIndex(s => s.Year);
    }
}
