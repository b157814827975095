using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Publishes now: preview, checklist, one button. Nobody can say when; the time is the server’s.</summary>
public sealed class PublishModel(DisclosureAccess access, OverviewReader reader, DisclosurePublishing publishing) : VerbPage(access, reader)
{
    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => publishing.PublishAsync(new PublishDisclosure(id, SeenRevision, by, GivenReasons), stop), "已发布，公众现在可以看到。", stop);
}
