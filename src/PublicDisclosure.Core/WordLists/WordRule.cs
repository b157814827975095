using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.WordLists;

/// <summary>The four lists (词表).</summary>
public enum WordListKind
{
    /// <summary>错别字或不规范表述</summary>
    Spelling,

    /// <summary>敏感表述</summary>
    Sensitive,

    /// <summary>机构名称: former or wrong names of organs.</summary>
    Organisation,

    /// <summary>领导职务: wrong titles of posts.</summary>
    Post,
}

/// <summary>What a line of a word list says; the same for the form, the import and the matcher.</summary>
/// <param name="Wrong">The form that is not to be used.</param>
/// <param name="Right">What to write instead.</param>
/// <param name="Kind">The list.</param>
/// <param name="IsGrave">Blocks publication; else it needs a reason.</param>
/// <param name="Exceptions">Longer forms in which the wrong one is legitimate, separated by 、.</param>
/// <param name="Note">Why, or the source.</param>
/// <param name="IsActive">It is looked for.</param>
public sealed record WordEntry(string Wrong, string Right, WordListKind Kind, bool IsGrave, string Exceptions, string Note, bool IsActive = true)
{
    public const int FormLength = 60;
    public const int ExceptionsLength = 400;
    public const int NoteLength = 200;

    /// <summary>The exceptions one by one.</summary>
    public IEnumerable<string> ExceptionForms => Exceptions.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The entry without outer blanks.</summary>
    public WordEntry Trimmed() => this with { Wrong = Wrong.Trim(), Right = Right.Trim(), Exceptions = string.Join('、', ExceptionForms), Note = Note.Trim() };

    /// <summary>Every reason why it cannot be kept.</summary>
    public static IReadOnlyList<Refusal> Check(WordEntry entry)
    {
        var refusals = new List<Refusal>();
        // A single character stands inside too many words to be an error.
        if (entry.Wrong.Length < 2) refusals.Add(new Refusal("Word.WrongFormTooShort", nameof(Wrong)));
        if (entry.Right.Length == 0) refusals.Add(new Refusal("Word.RightFormMissing", nameof(Right)));
        if (entry.Wrong == entry.Right) refusals.Add(new Refusal("Word.FormsAreEqual", nameof(Right)));
        else if (entry.Wrong.Length > 1 && entry.Right.Contains(entry.Wrong, StringComparison.Ordinal) && !entry.ExceptionForms.Contains(entry.Right))
            refusals.Add(new Refusal("Word.RightContainsWrong", nameof(Exceptions), entry.Right));
        foreach (var exception in entry.ExceptionForms.Where(e => !e.Contains(entry.Wrong, StringComparison.Ordinal)))
            refusals.Add(new Refusal("Word.ExceptionWithoutForm", nameof(Exceptions), exception));
        Limit(entry.Wrong, FormLength, nameof(Wrong));
        Limit(entry.Right, FormLength, nameof(Right));
        Limit(entry.Exceptions, ExceptionsLength, nameof(Exceptions));
        Limit(entry.Note, NoteLength, nameof(Note));
        return refusals;

        void Limit(string text, int length, string field)
        {
            if (text.Length > length) refusals.Add(new Refusal("Disclosure.TextTooLong", field, length, text.Length));
        }
    }
}

/// <summary>A line of a word list, kept by the disclosure office. It is switched off, never deleted: findings point at it.</summary>
public sealed class WordRule
{
    private WordRule()
    {
    }

    public Guid Id { get; private set; }

    public string Wrong { get; private set; } = "";

    public string Right { get; private set; } = "";

    public WordListKind Kind { get; private set; }

    public bool IsGrave { get; private set; }

    public string Exceptions { get; private set; } = "";

    public string Note { get; private set; } = "";

    public bool IsActive { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>What the line says.</summary>
    public WordEntry Entry => new(Wrong, Right, Kind, IsGrave, Exceptions, Note, IsActive);

    public static WordRule Create(WordEntry entry, DateTime now)
    {
        var rule = new WordRule { Id = Guid.CreateVersion7(now) };
        rule.Set(entry, now);
        return rule;
    }

    /// <summary>Changes the line; false when it says that already.</summary>
    public bool Change(WordEntry entry, DateTime now)
    {
        if (entry.Trimmed() == Entry) return false;
        Set(entry, now);
        Revision++;
        return true;
    }

    private void Set(WordEntry given, DateTime now)
    {
        var entry = given.Trimmed();
        RuleViolationException.ThrowIfAny(WordEntry.Check(entry));
        (Wrong, Right, Kind, IsGrave, Exceptions, Note, IsActive, ChangedAt) =
            (entry.Wrong, entry.Right, entry.Kind, entry.IsGrave, entry.Exceptions, entry.Note, entry.IsActive, now);
    }
}

internal sealed class WordRuleConfiguration : IEntityTypeConfiguration<WordRule>
{
    public void Configure(EntityTypeBuilder<WordRule> builder)
    {
        builder.ToTable("WordRules");
        builder.Ignore(r => r.Entry);
        builder.Property(r => r.Wrong).HasMaxLength(WordEntry.FormLength);
        builder.Property(r => r.Right).HasMaxLength(WordEntry.FormLength);
        builder.Property(r => r.Exceptions).HasMaxLength(WordEntry.ExceptionsLength);
        builder.Property(r => r.Note).HasMaxLength(WordEntry.NoteLength);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.HasIndex(r => r.Wrong).IsUnique();
    }
}
