using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Limits;

/// <summary>Rules how a wording, or one item alone, is read from a day on.</summary>
public sealed class RulingModel(LimitReader reader, LimitDesk desk, CatalogueAuthority authority, BusinessClock clock) : PageModel
{
    private const int EmptyLines = 2;

    [BindProperty]
    public List<RuleInput> Rules { get; set; } = [];

    [BindProperty]
    public RulingInput Input { get; set; } = new();

    /// <summary>The wording that is ruled; that of the item where one item alone is.</summary>
    public string Wording { get; private set; } = "";

    /// <summary>The item that is ruled alone; empty for all with the wording.</summary>
    public string ItemCode { get; private set; } = "";

    public TimeLimit Limit { get; private set; } = null!;

    public IReadOnlyList<ItemLimitLine> Items { get; private set; } = [];

    public IReadOnlyList<(LimitRuling Ruling, string By)> History { get; private set; } = [];

    public SettledWords Now { get; private set; } = SettledWords.Defaults;

    public async Task<IActionResult> OnGetAsync(string? wording, string? item, CancellationToken stop)
    {
        if (!await LoadAsync(wording, item, stop)) return NotFound();
        Rules = [.. Limit.Rules.Select(RuleInput.Of)];
        Input = new RulingInput { From = clock.Today };
        AddEmptyLines();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? wording, string? item, CancellationToken stop)
    {
        if (!await LoadAsync(wording, item, stop)) return NotFound();
        // An empty line in the middle must not shift the places of the messages.
        var rules = Rules.Select(r => r.Kind is null ? null : r.ToRule()).ToList();
        while (rules.Count > 0 && rules[^1] is null) rules.RemoveAt(rules.Count - 1);
        AddEmptyLines();
        if (!ModelState.IsValid) return this.Invalid();
        var command = new RuleLimit(ItemCode, Wording, [.. rules.OfType<TimeLimitRule>()], Input.Article ?? "", Input.Note ?? "", Input.From, User.GetStaffId());
        return this.Answer(await desk.RuleAsync(command, stop), () =>
        {
            this.Flash("已认定。系统随即重新计算尚未公开信息的应公开日期。");
            return RedirectToPage("Index");
        });
    }

    private void AddEmptyLines()
    {
        var wanted = Math.Min(TimeLimit.MostRules, Math.Max(1, Rules.Count(r => r.Kind is not null)) + EmptyLines);
        while (Rules.Count < wanted) Rules.Add(new RuleInput());
    }

    private async Task<bool> LoadAsync(string? wording, string? item, CancellationToken stop)
    {
        (Wording, ItemCode) = (wording ?? "", item ?? "");
        if (!(await authority.OfAsync(User.GetStaffId(), stop)).IsCitySteward || ItemCode.Length > 40 || Wording.Length > StandardItem.ShortTextLength) return false;
        Items = ItemCode.Length > 0 ? (await reader.ItemAsync(ItemCode, stop) is { } one ? [one] : []) : await reader.ItemsAsync(Wording, stop);
        if (Items.Count == 0) return false;
        if (ItemCode.Length > 0) Wording = Items[0].Wording;
        Limit = ItemCode.Length > 0 ? Items[0].Limit : (await reader.WordingsAsync(stop)).First(l => l.Wording == Wording).Limit;
        (History, Now) = (await reader.RulingsAsync(ItemCode, Wording, stop), await reader.WordsAsync(stop));
        return true;
    }

    /// <summary>What belongs to the ruling as a whole.</summary>
    public sealed record RulingInput
    {
        [Display(Name = "依据"), StringLength(LimitRuling.ArticleLength)]
        public string? Article { get; init; }

        [Display(Name = "从哪一天起")]
        public DateOnly? From { get; init; }

        [Display(Name = "说明"), StringLength(LimitRuling.NoteLength)]
        public string? Note { get; init; }
    }
}
