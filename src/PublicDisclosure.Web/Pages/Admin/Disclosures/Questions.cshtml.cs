using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Writes the pairs of a 简明问答, one after the other, without knowing how the text marks them.</summary>
public sealed class QuestionsModel(DisclosureAccess access, FigureDesk desk) : FigurePage(access)
{
    private const int Blank = 2;

    [BindProperty]
    public QuestionsInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await LoadAsync(id, stop) is { } other) return other;
        Input = QuestionsInput.Of(QuestionDraft.Of(Disclosure.Text.Body));
        AddBlank();
        return Shown(Page);
    }

    /// <summary>The form again with more room; nothing is saved.</summary>
    public async Task<IActionResult> OnPostMoreAsync(Guid id, CancellationToken stop)
    {
        if (await LoadAsync(id, stop) is { } other) return other;
        ModelState.Clear();
        AddBlank();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await LoadAsync(id, stop) is { } other) return other;
        Input.Tidy();
        if (!ModelState.IsValid) return this.Invalid();
        ModelState.Clear();
        return await AnswerAsync(await desk.PutQuestionsAsync(Edit, Input.ToDraft(), stop), "问答已写入正文，草稿已保存。", () => RedirectToPage("Edit", new { id }), stop);
    }

    private void AddBlank() => Input.Pairs.AddRange(Enumerable.Range(0, Math.Min(Blank, Math.Max(0, QuestionList.Most - Input.Pairs.Count))).Select(_ => new PairInput()));
}

/// <summary>The form of all pairs.</summary>
public sealed record QuestionsInput
{
    [Display(Name = "开头的话"), StringLength(5000, ErrorMessage = "开头的话不能超过5000个字。")]
    public string? Preface { get; set; }

    [MaxLength(QuestionList.Most, ErrorMessage = "问答不能超过100组。")]
    public List<PairInput> Pairs { get; set; } = [];

    public static QuestionsInput Of(QuestionDraft draft) => new()
    {
        Preface = draft.Preface,
        Pairs = [.. draft.Pairs.Select((p, i) => new PairInput { Number = p.Number, Question = p.Question, Answer = p.Answer, Order = i + 1 })],
    };

    /// <summary>Pairs in the wished order, without those that were emptied.</summary>
    public void Tidy() => Pairs = [.. Pairs.Select((p, i) => (Pair: p, Place: p.Order ?? i + 1.0)).Where(p => !p.Pair.IsEmpty).OrderBy(p => p.Place).Select(p => p.Pair)];

    public QuestionDraft ToDraft() => new(Preface ?? "", [.. Pairs.Select(p => new EditedPair(Math.Clamp(p.Number, 0, 9999), p.Question ?? "", p.Answer ?? ""))]);
}

/// <summary>One pair.</summary>
public sealed record PairInput
{
    public int Number { get; set; }

    [Display(Name = "顺序"), Range(1, 999, ErrorMessage = "顺序请填1到999。")]
    public int? Order { get; set; }

    [Display(Name = "问题"), StringLength(QuestionList.QuestionLength, ErrorMessage = "问题不能超过120个字。")]
    public string? Question { get; set; }

    [Display(Name = "回答"), StringLength(20_000, ErrorMessage = "回答不能超过20000个字。")]
    public string? Answer { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Question) && string.IsNullOrWhiteSpace(Answer);
}
