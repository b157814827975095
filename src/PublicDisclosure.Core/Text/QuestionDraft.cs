using System.Text;

namespace PublicDisclosure.Core.Text;

/// <summary>One pair as it is edited.</summary>
/// <param name="Number">Its lasting number; 0 for a new one.</param>
/// <param name="Question">The question, in one line.</param>
/// <param name="Answer">The answer as Markdown.</param>
public sealed record EditedPair(int Number, string Question, string Answer);

/// <summary>The body of a 简明问答 taken apart for the form that edits it, and put together again.</summary>
/// <param name="Preface">What stands before the first question.</param>
/// <param name="Pairs">The pairs, in order.</param>
public sealed record QuestionDraft(string Preface, IReadOnlyList<EditedPair> Pairs)
{
    /// <summary>Takes a body apart. Headings that are no question stay with the answer above them.</summary>
    public static QuestionDraft Of(string body)
    {
        var preface = new StringBuilder();
        var pairs = new List<(int Number, string Question, StringBuilder Answer)>();
        var inFence = false;
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inFence = !inFence;
            if (!inFence && Heading(line) is { } question) pairs.Add((question.Number, question.Question, new StringBuilder()));
            else (pairs.Count > 0 ? pairs[^1].Answer : preface).Append(line).Append('\n');
        }

        return new QuestionDraft(preface.ToString().Trim(), [.. pairs.Select(p => new EditedPair(p.Number, p.Question, p.Answer.ToString().Trim()))]);
    }

    /// <summary>The body. New questions get the next number that was never used here, so that no address changes its meaning.</summary>
    public string Compose()
    {
        var text = new StringBuilder(Preface.Trim());
        var next = Pairs.Select(p => p.Number).DefaultIfEmpty().Max();
        foreach (var pair in Pairs)
        {
            if (text.Length > 0) text.Append("\n\n");
            text.Append("## 问").Append(pair.Number > 0 ? pair.Number : ++next).Append('：').Append(Line(pair.Question)).Append("\n\n").Append(pair.Answer.ReplaceLineEndings("\n").Trim());
        }

        return text.ToString();
    }

    private static (int Number, string Question)? Heading(string line)
    {
        var text = line.TrimStart();
        if (!text.StartsWith('#')) return null;
        var split = QuestionList.Split(text.TrimStart('#').Trim());
        return split.Question.Length > 0 && (split.Number > 0 || split.Question[^1] is '？' or '?') ? split : null;
    }

    private static string Line(string question) => string.Join(' ', question.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
