using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Templates;

/// <summary>Makes a template for an item: for one organisation, or by the office for all.</summary>
public sealed class NewModel(DisclosureDb db, TemplateEditor editor) : PageModel, ITemplateForm
{
    [BindProperty]
    public TemplateInput Input { get; set; } = new() { Channels = [Channel.Website] };

    [BindProperty]
    public Place Item { get; set; } = new();

    public bool MayKeepForAll { get; private set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => await FillAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await FillAsync(stop);
        if (!ModelState.IsValid) return this.Invalid();
        var made = await editor.CreateAsync(new CreateTemplate(Item.Organisation, Item.Code ?? "", Input.Name!, Input.ToText(new DisclosureText()), User.GetStaffId()), stop);
        return this.Answer(made.Outcome, () =>
        {
            this.Flash("模板已保存。");
            return Redirect("/admin/templates");
        });
    }

    private async Task FillAsync(CancellationToken stop)
    {
        var scope = User.ScopeOf(Permission.TemplatesKeep);
        MayKeepForAll = scope.IsWholeCity;
        Organisations = await scope.Apply(db.Organisations.AsNoTracking(), o => o.Id).OrderBy(o => o.Name).Select(o => new SelectListItem(o.Name, o.Id.ToString())).ToListAsync(stop);
        // A list without an empty choice shows its first; the form holds the same.
        if (!MayKeepForAll && Organisations.Count > 0) Item.Organisation ??= Guid.Parse(Organisations[0].Value);
        var rows = await db.Items.AsNoTracking().OfCityEdition(db).Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new { i.Code, d.Name, i.Text.Level1, i.Text.Level2, i.Text.Level3, Domain = d.SortOrder, i.SortOrder })
            .OrderBy(i => i.Domain).ThenBy(i => i.SortOrder).ToListAsync(stop);
        Items = [.. rows.DistinctBy(i => i.Code).GroupBy(i => i.Name).SelectMany(domain =>
        {
            var group = new SelectListGroup { Name = domain.Key };
            return domain.Select(i => new SelectListItem(string.Join(" › ", new[] { i.Level1, i.Level2, i.Level3 }.Where(l => l.Length > 0)), i.Code) { Group = group });
        })];
    }

    /// <summary>Whose template, and for what.</summary>
    public sealed record Place
    {
        [Display(Name = "适用单位")]
        public Guid? Organisation { get; set; }

        [Display(Name = "公开事项"), Required(ErrorMessage = "请选择公开事项。"), StringLength(StandardItem.CodeLength)]
        public string? Code { get; set; }
    }
}
