using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>Interpretations owed (解读待发布) on the desks of those who write and sign them off, and of the disclosure office that let the policy out.</summary>
internal sealed class InterpretationDeskSource(OwedInterpretations owed) : IDeskSource
{
    /// <inheritdoc/>
    public async Task<int> CountAsync(DeskPerson person, CancellationToken stop) => (await OfAsync(person, stop)).Count;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop) =>
    [
        .. (await OfAsync(person, stop)).Select(o => new DeskTask(
            DeskTaskKind.InterpretationOwed, $"interpretation:{o.PolicyId:N}", o.Title, $"/admin/disclosures/{o.PolicyId}/interpretation", o.OrganisationId, o.OrganisationName,
            BusinessClock.Utc(o.From, TimeOnly.MinValue)) { DueOn = o.DueOn, ExplanationPath = o.ExplanationPath }),
    ];

    private async Task<List<OwedInterpretation>> OfAsync(DeskPerson person, CancellationToken stop)
    {
        if (!new[] { Permission.DisclosuresDraft, Permission.DisclosuresReview, Permission.InterpretationsWaive }.Any(p => person.Rights.Has(p))) return [];
        return [.. (await owed.ListAsync(stop)).Where(o => person.Rights.Has(Permission.DisclosuresDraft, o.OrganisationId)
            || person.Rights.Has(Permission.DisclosuresReview, o.OrganisationId) || person.Rights.Has(Permission.InterpretationsWaive, o.OrganisationId))];
    }
}
