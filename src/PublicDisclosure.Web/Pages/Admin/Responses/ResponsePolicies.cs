using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Admin.Responses;

/// <summary>Finds the public document that somebody gives by the address of its page.</summary>
public sealed class ResponsePolicies(DisclosureDb db)
{
    /// <summary>The document of an address; none for an empty one, a refusal where there is no such page.</summary>
    public async Task<(Guid? Policy, Refusal? Unknown)> FindAsync(string? address, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(address)) return (null, null);
        var unknown = new Refusal("Response.PolicyNotPublic", "Policy");
        if (ReportedAddress.Read(address) is not { } path || ReportedAddress.Disclosure(path) is not { } slug) return (null, unknown);
        var found = await db.Listings.AsNoTracking().Where(l => l.Address == slug).Select(l => (Guid?)l.DisclosureId).FirstOrDefaultAsync(stop);
        return found is null ? (null, unknown) : (found, null);
    }

    /// <summary>Address and title of a document while it is public.</summary>
    public Task<PolicyLink?> LinkAsync(Guid id, CancellationToken stop) =>
        db.Listings.AsNoTracking().Where(l => l.DisclosureId == id).Select(l => new PolicyLink(l.DisclosureId, l.Address, l.Title)).FirstOrDefaultAsync(stop);
}
