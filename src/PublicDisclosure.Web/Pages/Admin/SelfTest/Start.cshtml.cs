using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.SelfTest;

/// <summary>Starts a self-test of the whole site now.</summary>
public sealed class StartModel(RunSelfTests tests) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken stop) => this.Answer(await tests.RequestAsync(User.GetStaffId(), stop), () =>
    {
        this.Flash("自检已开始。信息多时需要几分钟，结果随时更新在这里。");
        return RedirectToPage("Index");
    });
}
