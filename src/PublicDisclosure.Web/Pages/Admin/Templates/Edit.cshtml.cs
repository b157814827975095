using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Templates;

/// <summary>Changes a template or takes it out of use.</summary>
public sealed class EditModel(TemplateQueries queries, TemplateEditor editor) : PageModel, ITemplateForm
{
    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    /// <summary>The revision the person saw.</summary>
    [BindProperty]
    public int SeenRevision { get; set; }

    public DisclosureTemplate Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        Input = TemplateInput.Of(Found.Name, Found.Text);
        SeenRevision = Found.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await editor.EditAsync(new EditTemplate(id, SeenRevision, Input.Name!, Input.ToText(Found.Text), User.GetStaffId()), stop);
        return Answer(outcome, "模板已保存。");
    }

    public async Task<IActionResult> OnPostRetireAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        ModelState.Clear();
        Input = TemplateInput.Of(Found.Name, Found.Text);
        return Answer(await editor.RetireAsync(id, SeenRevision, User.GetStaffId(), stop), "模板已停用。");
    }

    private IActionResult Answer(Outcome outcome, string done)
    {
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Found.Revision;
        return this.Answer(outcome, () =>
        {
            this.Flash(done);
            return Redirect("/admin/templates");
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop) =>
        (Found = (await queries.FindKeptAsync(User.ScopeOf(Permission.TemplatesKeep), id, stop))!) is not null;
}
