using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Postings;

/// <summary>Postings within the organisations for which a person has a permission; another organisation's looks like none (404).</summary>
public sealed class PostingAccess(DisclosureDb db)
{
    /// <summary>This one with all its records, or null. Not tracked: pages never save.</summary>
    public Task<OffsitePosting?> FindAsync(ClaimsPrincipal user, Guid id, Permission permission, CancellationToken stop) =>
        user.ScopeOf(permission).Apply(db.Postings.AsNoTracking(), p => p.OrganisationId).Include(p => p.Records).SingleOrDefaultAsync(p => p.Id == id, stop);

    /// <summary>Names of organisation, item and people of a posting.</summary>
    public async Task<PostingNames> NamesAsync(OffsitePosting posting, CancellationToken stop)
    {
        var people = posting.Records.SelectMany(r => new[] { r.RecordedBy, r.DecidedBy ?? r.RecordedBy }).Distinct().ToList();
        return new PostingNames(
            await db.Organisations.Where(o => o.Id == posting.OrganisationId).Select(o => o.Name).SingleAsync(stop),
            await db.Items.Where(i => i.Code == posting.ItemCode).Select(i => i.Text).FirstOrDefaultAsync(stop) is { } item ? item.Name : posting.ItemCode,
            await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop));
    }
}

/// <summary>Names beside a posting.</summary>
public sealed record PostingNames(string Organisation, string Item, IReadOnlyDictionary<Guid, string> People)
{
    /// <summary>Name of a person, or a word for one whose account is gone.</summary>
    public string Of(Guid id) => People.GetValueOrDefault(id, StaffNames.Gone);
}
