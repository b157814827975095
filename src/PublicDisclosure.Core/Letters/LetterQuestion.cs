using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Letters;

/// <summary>常见问题: a question of many, made by the office from a public answer.</summary>
public sealed class LetterQuestion
{
    public const int QuestionLength = 200;
    public const int AnswerLength = 3000;

    private LetterQuestion()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The public letter whose answer it was made from.</summary>
    public Guid LetterId { get; private set; }

    public string Question { get; private set; } = "";

    public string Answer { get; private set; } = "";

    public Guid? DomainId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    /// <summary>When it was last changed or first made.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>When the office took it off.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>Makes one of a public letter.</summary>
    internal static LetterQuestion Of(Guid id, Letter letter, string question, string answer, DateTime now, Guid by)
    {
        if (letter.Publicity != LetterPublicity.Published) throw new RuleViolationException(new Refusal("Letter.NotPublic"));
        RuleViolationException.ThrowIfAny(Check(question, answer));
        return new LetterQuestion { Id = id, LetterId = letter.Id, Question = question.Trim(), Answer = answer.Trim(), DomainId = letter.DomainId, CreatedAt = now, CreatedBy = by, ChangedAt = now };
    }

    /// <summary>Every reason why the texts cannot be public.</summary>
    public static IReadOnlyList<Refusal> Check(string question, string answer)
    {
        var refusals = new List<Refusal>();
        Field("Question", question, QuestionLength);
        Field("Answer", answer, AnswerLength);
        return refusals;

        void Field(string field, string text, int most)
        {
            if (string.IsNullOrWhiteSpace(text)) refusals.Add(new Refusal("LetterQuestion.Missing", field));
            if (text.Trim().Length > most) refusals.Add(new Refusal("LetterQuestion.TooLong", field, most));
            if (ChineseText.HasForbiddenCharacters(text)) refusals.Add(new Refusal("Text.ForbiddenCharacters", field));
            if (PersonalDataFinder.Find(text) is [var hit, ..]) refusals.Add(new Refusal("Letter.Unmasked", field, LetterMask.KindOf(hit.Kind), hit.Masked));
        }
    }

    internal void Change(string question, string answer, DateTime now)
    {
        RuleViolationException.ThrowIfAny(Check(question, answer));
        (Question, Answer, ChangedAt) = (question.Trim(), answer.Trim(), now);
        Revision++;
    }

    internal void Remove(DateTime now)
    {
        if (RemovedAt is not null) throw new RuleViolationException(new Refusal("LetterQuestion.Removed"));
        RemovedAt = now;
        Revision++;
    }
}

internal sealed class LetterQuestionConfiguration : IEntityTypeConfiguration<LetterQuestion>
{
    public void Configure(EntityTypeBuilder<LetterQuestion> builder)
    {
        builder.ToTable("LetterQuestions");
        builder.Property(q => q.Question).HasMaxLength(LetterQuestion.QuestionLength);
        builder.Property(q => q.Answer).HasMaxLength(LetterQuestion.AnswerLength);
        builder.Property(q => q.Revision).IsConcurrencyToken();
        builder.HasIndex(q => new { q.RemovedAt, q.ChangedAt });
        builder.HasOne<Letter>().WithMany().HasForeignKey(q => q.LetterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DisclosureDomain>().WithMany().HasForeignKey(q => q.DomainId).OnDelete(DeleteBehavior.Restrict);
    }
}
