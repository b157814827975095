using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Text.Charts;
using PublicDisclosure.Core.Text.Media;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Puts charts, questions, sounds and films into the text of a draft. What it writes is Markdown that the clerk could have typed:
/// the body stays the one place where a disclosure says something.
/// </summary>
public sealed class FigureDesk(DisclosureStore store)
{
    /// <summary>The word that opens a chart block.</summary>
    public const string ChartWord = "chart";

    /// <summary>Puts a chart into the body, or in the place of the chart of that number (from 0).</summary>
    public Task<Outcome> PutChartAsync(FigureEdit edit, int? place, ChartText chart, CancellationToken stop = default)
    {
        var reading = chart.Read();
        if (reading.Faults.Count > 0) return Task.FromResult(Outcome.Refused([.. reading.Faults.Select(f => f with { Field = "Data" })]));
        return ChangeAsync(edit, body => FenceText.Put(body, At(FenceText.Find(body, ChartWord), place), chart.Write()), stop);
    }

    /// <summary>Takes the chart of that number out of the body.</summary>
    public Task<Outcome> RemoveChartAsync(FigureEdit edit, int place, CancellationToken stop = default) =>
        ChangeAsync(edit, body => At(FenceText.Find(body, ChartWord), place) is { } old ? FenceText.Remove(body, old) : body, stop);

    /// <summary>Writes the pairs of a 简明问答.</summary>
    public Task<Outcome> PutQuestionsAsync(FigureEdit edit, QuestionDraft questions, CancellationToken stop = default)
    {
        var refusals = new List<Refusal>();
        if (questions.Pairs.Count > QuestionList.Most) refusals.Add(new Refusal("Question.TooMany", "Pairs", QuestionList.Most));
        for (var i = 0; i < questions.Pairs.Count; i++)
        {
            var (_, question, answer) = questions.Pairs[i];
            if (question.Trim().Length == 0) refusals.Add(new Refusal("Question.QuestionMissing", $"Pairs[{i}].Question"));
            if (question.Trim().Length > QuestionList.QuestionLength) refusals.Add(new Refusal("Question.QuestionTooLong", $"Pairs[{i}].Question", QuestionList.QuestionLength));
            if (answer.Trim().Length == 0) refusals.Add(new Refusal("Question.AnswerMissing", $"Pairs[{i}].Answer"));
            if (QuestionDraft.Of(answer).Pairs.Count > 0) refusals.Add(new Refusal("Question.AnswerHoldsQuestion", $"Pairs[{i}].Answer"));
        }

        return refusals.Count > 0 ? Task.FromResult(Outcome.Refused(refusals)) : ChangeAsync(edit, _ => questions.Compose(), stop);
    }

    /// <summary>Hangs a sound, a film or captions that came in through the quarantine on the draft.</summary>
    public Task<Outcome> AttachAsync(FigureEdit edit, ReceivedFile file, CancellationToken stop = default) => store.ChangeAsync(
        edit.Id, edit.SeenRevision, edit.By, "Attach", (disclosure, now) =>
        {
            if (disclosure.Attachments.Count >= DisclosureAttachment.MostPerDisclosure)
                return Task.FromResult(Outcome.Refused("Attachment.TooMany", "File", DisclosureAttachment.MostPerDisclosure));
            if (disclosure.Attachments.Any(a => a.FileName == file.FileName)) return Task.FromResult(Outcome.Refused("Attachment.NameTaken", "File", file.FileName));
            var order = disclosure.Attachments.Select(a => a.SortOrder).DefaultIfEmpty().Max() + 1;
            disclosure.Attach(new DisclosureAttachment(Guid.CreateVersion7(now), disclosure.Id, file.FileName, file.Kind, file.Hash, file.Size, isOriginal: false, order, now, edit.By), now, edit.By);
            return Task.FromResult(Outcome.Done);
        }, stop);

    /// <summary>Shows a file of the draft in the body with its words; a block of the same file is replaced.</summary>
    public Task<Outcome> PutMediaAsync(FigureEdit edit, MediaBlock block, CancellationToken stop = default)
    {
        var refusals = new List<Refusal>();
        if (block.Title.Trim().Length == 0) refusals.Add(new Refusal("Media.TitleMissing", "Title", MediaBlock.Word(block.Kind)));
        if (block.Title.Trim().Length > MediaReader.TitleLength) refusals.Add(new Refusal("Media.TitleTooLong", "Title", MediaReader.TitleLength));
        if (block.Words.Count == 0) refusals.Add(new Refusal("Media.WordsMissing", "Words", MediaBlock.WordsName(block.Kind)));
        return refusals.Count > 0 ? Task.FromResult(Outcome.Refused(refusals))
            : ChangeAsync(edit, body => FenceText.Put(body, BlockOf(body, block.File), MediaReader.Write(block)), stop);
    }

    /// <summary>Takes the block of a file out of the body; the file stays.</summary>
    public Task<Outcome> RemoveMediaAsync(FigureEdit edit, string file, CancellationToken stop = default) =>
        ChangeAsync(edit, body => BlockOf(body, file) is { } old ? FenceText.Remove(body, old) : body, stop);

    /// <summary>The block that shows a file, or null.</summary>
    public static FencedText? BlockOf(string body, string file) => FenceText.Find(body, "图解", "音频", "视频")
        .FirstOrDefault(f => MediaReader.Read(MediaBlock.KindOf(f.Info)!.Value, f.Lines).Block?.File == file);

    private static FencedText? At(IReadOnlyList<FencedText> blocks, int? place) => place is { } i && i >= 0 && i < blocks.Count ? blocks[i] : null;

    private Task<Outcome> ChangeAsync(FigureEdit edit, Func<string, string> change, CancellationToken stop) => store.ChangeAsync(
        edit.Id, edit.SeenRevision, edit.By, "Edit", (disclosure, now) =>
        {
            var text = disclosure.Text with { Body = change(disclosure.Text.Body) };
            var refusals = DisclosureText.Check(text);
            if (refusals.Count > 0) return Task.FromResult(Outcome.Refused(refusals));
            disclosure.Edit(text, [.. disclosure.Items.OrderBy(i => i.SortOrder).Select(i => new ItemChoice(i.ItemCode, i.Elements))], now, edit.By);
            return Task.FromResult(Outcome.Done);
        }, stop);
}

/// <summary>Which draft, as it was seen, and who changes it.</summary>
public sealed record FigureEdit(Guid Id, int SeenRevision, Guid By);

/// <summary>A chart as it is typed.</summary>
/// <param name="Kind">The word: 柱状图.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">Unit of the values, or empty.</param>
/// <param name="Data">Table, or steps and arrows.</param>
public sealed record ChartText(string Kind, string Title, string Unit, string Data)
{
    /// <summary>Reads it; line numbers of faults are those of <see cref="Data"/>.</summary>
    public ChartReading Read() => ChartReader.Read(Kind, Data.ReplaceLineEndings("\n").Split('\n'), Line(Title), Line(Unit));

    /// <summary>As it stands in a body. Tabs become bars, which survive every editor.</summary>
    public string Write()
    {
        var unit = Line(Unit).Length > 0 ? $"\n单位：{Line(Unit)}" : "";
        var data = string.Join('\n', Data.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd('\r').Replace('\t', '|').Replace("```", "", StringComparison.Ordinal)).Where(l => l.Trim().Length > 0));
        return $"```{FigureDesk.ChartWord} {Kind}\n标题：{Line(Title)}{unit}\n{data}\n```";
    }

    /// <summary>Takes a block of a body apart.</summary>
    public static ChartText Of(FencedText block)
    {
        string Header(string name) => block.Lines.FirstOrDefault(l => l.StartsWith(name + "：", StringComparison.Ordinal) || l.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..].Trim() ?? "";
        return new ChartText(block.Arguments, Header("标题"), Header("单位"), string.Join('\n', block.Lines.Where(l => !l.StartsWith("标题", StringComparison.Ordinal) && !l.StartsWith("单位", StringComparison.Ordinal))));
    }

    private static string Line(string text) => text.ReplaceLineEndings(" ").Trim();
}
