using Microsoft.Extensions.Options;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>
/// Settings that every page shows in its tags and its footer. What it finds counts with the page tags, which the walk over the
/// documents closes; it must come right before that.
/// </summary>
public sealed class SitePass(SiteColumns columns, IOptions<SiteTagOptions> site) : SelfTestPass
{
    /// <inheritdoc/>
    public override IReadOnlyList<SelfTestIndicator> Indicators => [];

    /// <inheritdoc/>
    public override async Task<PassStep> StepAsync(Guid after, CancellationToken stop)
    {
        var office = await columns.OfficeAsync(stop);
        return new PassStep(
            [.. site.Value.Missing().Select(name => new FoundFault(
                SelfTestIndicator.PageTags, SelfTestFault.SiteSettingMissing, office, new SelfTestSubject(SelfTestSubjectKind.Site, null, "", ""), name, "Site:" + name))],
            1, null);
    }
}
