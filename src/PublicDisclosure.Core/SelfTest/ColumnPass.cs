using System.Globalization;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>Home and columns: what is stale by its own rule, stale for long, or empty.</summary>
public sealed class ColumnPass(SiteColumns columns, BusinessClock clock, IOptions<SelfTestOptions> options) : SelfTestPass
{
    /// <inheritdoc/>
    public override IReadOnlyList<SelfTestIndicator> Indicators { get; } =
        [SelfTestIndicator.HomeStale, SelfTestIndicator.ColumnsStale, SelfTestIndicator.ColumnsLongStale, SelfTestIndicator.ColumnsEmpty];

    /// <inheritdoc/>
    public override async Task<PassStep> StepAsync(Guid after, CancellationToken stop)
    {
        var all = await columns.ReadAsync(stop);
        return new PassStep([.. all.SelectMany(c => Check(c, options.Value, clock.Today))], all.Count, null);
    }

    /// <summary>What is wrong with a column on a day.</summary>
    public static IEnumerable<FoundFault> Check(SiteColumn column, SelfTestOptions options, DateOnly today)
    {
        var rule = options.RuleOf(column.Kind, column.Path);
        if (column.Kind == SiteColumnKind.Home)
        {
            if (rule.IsNone) yield break;
            if (column.NewestOn is null) yield return Fault(SelfTestIndicator.HomeStale, SelfTestFault.HomeWasNeverNew);
            else if (rule.IsLate(column.NewestOn.Value, today)) yield return Fault(SelfTestIndicator.HomeStale, SelfTestFault.HomeHasNothingNew, Newest(), rule.ToString());
            yield break;
        }

        if (column.Count == 0)
        {
            yield return Fault(SelfTestIndicator.ColumnsEmpty, SelfTestFault.ColumnIsEmpty);
            yield break;
        }

        if (rule.IsNone) yield break;
        if (column.NewestOn is not { } newest)
        {
            yield return Fault(SelfTestIndicator.ColumnsStale, SelfTestFault.ColumnWasNeverNew);
            yield break;
        }

        if (!rule.IsLate(newest, today)) yield break;
        yield return Fault(SelfTestIndicator.ColumnsStale, SelfTestFault.ColumnNotUpdated, Newest(), rule.ToString());
        // What is due less often than that is never late for long before it is late at all.
        if (newest.AddMonths(options.LongStaleMonths) < today) yield return Fault(SelfTestIndicator.ColumnsLongStale, SelfTestFault.ColumnNotUpdated, Newest(), rule.ToString());

        string Newest() => column.NewestOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        FoundFault Fault(SelfTestIndicator indicator, SelfTestFault fault, params string[] values) =>
            new(indicator, fault, column.OrganisationId, SelfTestSubject.Of(column), "", values);
    }
}
