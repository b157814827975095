using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Enters the masking rules that are missing; those that were changed stay as they are.</summary>
public sealed class MaskingRuleSeed(DisclosureDb db, BusinessClock clock) : ISeed
{
    /// <summary>The rules as they ship.</summary>
    public static IReadOnlyList<MaskingRule> Shipped(DateTime now) =>
        [.. SeedTable.Read("rules/masking.csv").Select(row => MaskingRule.Create(
            Guid.CreateVersion7(now), Enum.Parse<MaskingKind>(row["kind"]),
            new MaskingRuleText(
                Enum.Parse<MaskMethod>(row["method"]), int.Parse(row["first"], CultureInfo.InvariantCulture), int.Parse(row["last"], CultureInfo.InvariantCulture),
                row["sign"], row["columns"], row["source"], row["verified"] == "yes"), now))];

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var known = await db.MaskingRules.Select(r => r.Kind).ToListAsync(stop);
        var missing = Shipped(clock.Now).Where(r => !known.Contains(r.Kind)).ToList();
        db.AddRange(missing);
        await db.SaveChangesAsync(stop);
        return missing.Count;
    }
}
