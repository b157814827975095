using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Reminders;

namespace PublicDisclosure.Web.Pages.Admin.Duties;

/// <summary>Units as <c>_DutyTable</c> shows them.</summary>
/// <param name="Lines">The units.</param>
/// <param name="View">Which heap they are of.</param>
/// <param name="Name">Its name, for those who listen.</param>
/// <param name="Rights">Of whoever looks.</param>
/// <param name="WithOrganisation">Several organisations are shown together.</param>
public sealed record DutyTable(IReadOnlyList<DutyLine> Lines, DutyView View, string Name, StaffRights Rights, bool WithOrganisation)
{
    /// <summary>What the person can do about a unit, the likeliest first: word and address.</summary>
    public IEnumerable<(string Word, string Path)> StepsOf(DutyLine line)
    {
        var unit = line.Unit.Unit;
        var drafts = Rights.Has(Permission.DisclosuresDraft, unit.OrganisationId);
        if (unit.Kind == UnitKind.Check)
        {
            if (drafts) yield return ("核对内容", $"/admin/duties/{unit.DutyId}/check");
            yield break;
        }

        if (line.Record is { } record && Rights.Has(Permission.DisclosuresView, unit.OrganisationId))
            yield return record.State == DisclosureState.Draft && drafts ? ("继续办理草稿", $"/admin/disclosures/{record.Id}/edit") : ("打开", $"/admin/disclosures/{record.Id}");
        else if (line.IsPosting && Rights.Has(Permission.DisclosuresView, unit.OrganisationId)) yield return ("查看线下公示", $"/admin/postings/{unit.RecordId}");
        if (!drafts || unit.FulfilledOn is not null) yield break;
        // What was taken back for a fault has to be published anew.
        if (line.Record is null or { State: DisclosureState.Withdrawn }) yield return ("起草", UnitTitles.DraftPathOf(unit));
        if (unit is { Kind: UnitKind.Period, RecordId: null, HasZeroReport: false } && View != DutyView.DueSoon && line.HasPeriodEnded) yield return ("申报本期无信息", $"/admin/duties/{unit.DutyId}/nothing?period={unit.Period}");
    }
}
