using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// What this site says of an everyday word: the official words to look for with it, or that it stands for nothing else. It goes
/// before what the program brings along for the same word.
/// </summary>
public sealed class SearchWord
{
    public const int EverydayLength = 20;
    public const int OfficialLength = 200;

    /// <summary>So many official words may stand behind one everyday word.</summary>
    public const int MostOfficial = 8;

    private SearchWord()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>As people type it, e.g. 低保; folded (<see cref="SearchFold"/>), each only once.</summary>
    public string Everyday { get; private set; } = "";

    /// <summary>Official words, separated by 、; empty means that nothing else is looked for.</summary>
    public string Official { get; private set; } = "";

    public DateTime ChangedAt { get; private set; }

    public Guid ChangedBy { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>The official words one by one.</summary>
    public IReadOnlyList<string> Words => Split(Official);

    /// <summary>Every reason why the pair cannot be kept.</summary>
    public static IReadOnlyList<Refusal> Check(string? everyday, string? official)
    {
        var refusals = new List<Refusal>();
        var word = SearchFold.Fold((everyday ?? "").Trim());
        if (word.Length < 2) refusals.Add(new Refusal("SearchWord.TooShort", "Everyday"));
        else if (word.Length > EverydayLength) refusals.Add(new Refusal("SearchWord.TooLong", "Everyday", EverydayLength));
        var words = Split(official ?? "");
        if (words.Count > MostOfficial || (official ?? "").Trim().Length > OfficialLength) refusals.Add(new Refusal("SearchWord.TooMany", "Official", MostOfficial));
        if (words.Any(w => w.Length < 2)) refusals.Add(new Refusal("SearchWord.TooShort", "Official"));
        if (words.Contains(word)) refusals.Add(new Refusal("SearchWord.SameWord", "Official"));
        if (ChineseText.HasForbiddenCharacters(everyday)) refusals.Add(new Refusal("Text.ForbiddenCharacters", "Everyday"));
        if (ChineseText.HasForbiddenCharacters(official)) refusals.Add(new Refusal("Text.ForbiddenCharacters", "Official"));
        return refusals;
    }

    /// <summary>A new pair.</summary>
    internal static SearchWord Of(Guid id, string everyday, string official, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(Check(everyday, official));
        return new SearchWord { Id = id, Everyday = SearchFold.Fold(everyday.Trim()), Official = Joined(official), ChangedAt = now, ChangedBy = by };
    }

    /// <summary>Other official words for the same everyday word.</summary>
    internal void Change(string official, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(Check(Everyday, official));
        (Official, ChangedAt, ChangedBy) = (Joined(official), now, by);
        Revision++;
    }

    private static string Joined(string official) => string.Join('、', Split(official));

    private static List<string> Split(string official) =>
        [.. official.Split(['、', '，', ',', ';', '；', ' ', '\u3000', '\n', '\r', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(SearchFold.Fold).Distinct()];
}

internal sealed class SearchWordConfiguration : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.ToTable("SearchWords");
        builder.Ignore(w => w.Words);
        builder.Property(w => w.Everyday).HasMaxLength(SearchWord.EverydayLength);
        builder.Property(w => w.Official).HasMaxLength(SearchWord.OfficialLength);
        builder.Property(w => w.Revision).IsConcurrencyToken();
        builder.HasIndex(w => w.Everyday).IsUnique();
    }
}
