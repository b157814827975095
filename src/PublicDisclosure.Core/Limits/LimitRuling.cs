using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Limits;

/// <summary>
/// A steward's rules for a wording, or for one item alone, in place of what the parser reads. It holds for information whose
/// limit begins on or after <see cref="ValidFrom"/>; what began earlier keeps the date it had. Never deleted: a later one ends it.
/// </summary>
public sealed class LimitRuling
{
    public const int ArticleLength = 200;
    public const int NoteLength = 500;

    private static readonly JsonSerializerOptions Form = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    private LimitRuling()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The item it is for; empty for every item with the wording.</summary>
    public string ItemCode { get; private set; } = "";

    /// <summary>The wording without meaningless differences (<see cref="TimeLimitParser.Flat"/>).</summary>
    public string Phrase { get; private set; } = "";

    /// <summary>The rules as kept.</summary>
    public string Stored { get; private set; } = "";

    /// <summary>Article or document it rests on.</summary>
    public string Article { get; private set; } = "";

    public string Note { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day on which it holds; null while no later ruling ends it.</summary>
    public DateOnly? ValidTo { get; private set; }

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    /// <summary>When the running due dates had been counted again.</summary>
    public DateTime? RecountedAt { get; private set; }

    /// <summary>The rules.</summary>
    public IReadOnlyList<TimeLimitRule> Rules => JsonSerializer.Deserialize<List<TimeLimitRule>>(Stored, Form) ?? [];

    /// <summary>Makes a ruling.</summary>
    public static LimitRuling Make(Guid id, string itemCode, string phrase, IReadOnlyList<TimeLimitRule> rules, string article, string note, DateOnly from, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(Check(rules, article, note));
        return new LimitRuling
        {
            Id = id,
            ItemCode = itemCode,
            Phrase = TimeLimitParser.Flat(phrase),
            Stored = JsonSerializer.Serialize(rules, Form),
            Article = article.Trim(),
            Note = note.Trim(),
            ValidFrom = from,
            At = now,
            By = by,
        };
    }

    /// <summary>Every reason why these rules cannot be kept; the field is <c>Rules[2]</c> for the third.</summary>
    public static IReadOnlyList<Refusal> Check(IReadOnlyList<TimeLimitRule> rules, string article, string note)
    {
        var refusals = new List<Refusal>();
        if (rules.Count == 0) refusals.Add(new Refusal("Limit.NoRules"));
        if (rules.Count > TimeLimit.MostRules) refusals.Add(new Refusal("Limit.TooManyRules", null, TimeLimit.MostRules));
        for (var i = 0; i < rules.Count; i++) refusals.AddRange(TimeLimitRule.Check(rules[i], $"Rules[{i}]"));
        if (string.IsNullOrWhiteSpace(article)) refusals.Add(new Refusal("Limit.ArticleMissing", "Article"));
        if (article.Trim().Length > ArticleLength) refusals.Add(new Refusal("Limit.TextTooLong", "Article", ArticleLength));
        if (note.Trim().Length > NoteLength) refusals.Add(new Refusal("Limit.TextTooLong", "Note", NoteLength));
        return refusals;
    }

    /// <summary>It holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => day >= ValidFrom && (ValidTo is null || day <= ValidTo);

    /// <summary>A later ruling takes its place.</summary>
    internal void End(DateOnly lastDay) => ValidTo = lastDay;

    internal void MarkRecounted(DateTime now) => RecountedAt = now;
}

internal sealed class LimitRulingConfiguration : IEntityTypeConfiguration<LimitRuling>
{
    public void Configure(EntityTypeBuilder<LimitRuling> builder)
    {
        builder.ToTable("LimitRulings");
        builder.Property(r => r.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.Property(r => r.Phrase).HasMaxLength(StandardItem.ShortTextLength);
        builder.Property(r => r.Stored).HasMaxLength(4000);
        builder.Property(r => r.Article).HasMaxLength(LimitRuling.ArticleLength);
        builder.Property(r => r.Note).HasMaxLength(LimitRuling.NoteLength);
        builder.Ignore(r => r.Rules);
        builder.HasIndex(r => new { r.ItemCode, r.ValidFrom });
    }
}

/// <summary>How a word without a number is read from a day on (及时, 实时, 按期). Each change is a row of its own.</summary>
public sealed class SettledReading
{
    public const int NoteLength = 200;

    public Guid Id { get; init; }

    public SettledWord Word { get; init; }

    public int Amount { get; init; }

    public Time.LimitUnit Unit { get; init; }

    public DateOnly From { get; init; }

    /// <summary>Document or reason it rests on.</summary>
    public string Note { get; init; } = "";

    public DateTime At { get; init; }

    public Guid By { get; init; }

    /// <summary>When the running due dates had been counted again.</summary>
    public DateTime? RecountedAt { get; set; }
}

internal sealed class SettledReadingConfiguration : IEntityTypeConfiguration<SettledReading>
{
    public void Configure(EntityTypeBuilder<SettledReading> builder)
    {
        builder.ToTable("SettledReadings");
        builder.Property(r => r.Note).HasMaxLength(SettledReading.NoteLength);
        builder.HasIndex(r => new { r.Word, r.From });
    }
}

/// <summary>A day on which an item's information is to be released by a published schedule (统计公布日程).</summary>
public sealed class ReleaseDate
{
    public const int NameLength = 100;

    public Guid Id { get; init; }

    public required string ItemCode { get; init; }

    public DateOnly On { get; init; }

    /// <summary>What is released: 2026年第一季度主要数据.</summary>
    public string Name { get; init; } = "";

    public DateTime At { get; init; }

    public Guid By { get; init; }
}

internal sealed class ReleaseDateConfiguration : IEntityTypeConfiguration<ReleaseDate>
{
    public void Configure(EntityTypeBuilder<ReleaseDate> builder)
    {
        builder.ToTable("ReleaseDates");
        builder.Property(r => r.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.Property(r => r.Name).HasMaxLength(ReleaseDate.NameLength);
        builder.HasIndex(r => new { r.ItemCode, r.On }).IsUnique();
    }
}
