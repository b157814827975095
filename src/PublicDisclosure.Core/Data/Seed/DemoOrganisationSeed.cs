using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Gives organisations without a credit code one that is marked as made for the demonstration.</summary>
public sealed class DemoOrganisationSeed(DisclosureDb db) : ISeed
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var without = await db.Organisations.Where(o => o.CreditCode == null).OrderBy(o => o.SortOrder).ToListAsync(stop);
        // SortOrder counts in tens over the whole directory, so the number does not depend on who already has a code.
        foreach (var organisation in without)
            organisation.AssignCreditCode(OrganisationCode.Demo(organisation.DivisionCode, organisation.SortOrder / 10), isDemo: true);
        return await db.SaveChangesAsync(stop);
    }

    /// <summary>Takes the made-up codes off again.</summary>
    public async Task<int> RemoveAsync(CancellationToken stop)
    {
        var demo = await db.Organisations.Where(o => o.CreditCodeIsDemo).ToListAsync(stop);
        foreach (var organisation in demo) organisation.AssignCreditCode(null, isDemo: false);
        return await db.SaveChangesAsync(stop);
    }
}
