using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Oversight;

namespace PublicDisclosure.Web.Pages.Admin.Oversight;

/// <summary>What took public pages away, or gave them back.</summary>
public sealed class WithdrawalsModel(OversightLists lists, OrganisationDirectory directory) : OversightListPage(lists, directory)
{
    /// <inheritdoc/>
    public override OversightList Kind => OversightList.Withdrawals;
}
