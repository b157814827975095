using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>Interpretations owed (解读待发布) on the desks of those who write and sign them off, and of the disclosure office that let the policy out.</summary>
internal sealed class InterpretationDeskSource(OwedInterpretations owed) : IDeskSource
{
    private static readonly Permission[] Rights = [Permission.DisclosuresDraft, Permission.DisclosuresReview, Permission.InterpretationsWaive];

    /// <inheritdoc/>
    public async Task<int> CountAsync(DeskPerson person, CancellationToken stop) => Scope(person) is { } scope ? await owed.CountAsync(scope, stop) : 0;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop) =>
    [
        .. (Scope(person) is { } scope ? await owed.OfAsync(scope, stop) : []).Select(o => new DeskTask(
            DeskTaskKind.InterpretationOwed, $"interpretation:{o.PolicyId:N}", o.Title, $"/admin/disclosures/{o.PolicyId}/interpretation", o.OrganisationId, o.OrganisationName,
            BusinessClock.Utc(o.From, TimeOnly.MinValue))
        {
            DueOn = o.DueOn,
            ExplanationPath = o.ExplanationPath,
            Estimates = o.Due.IsEstimated ? o.Due.Estimates : null,
        }),
    ];

    /// <summary>The organisations whose debts are this person's work; null without any right to it.</summary>
    private static OrganisationScope? Scope(DeskPerson person)
    {
        var scopes = Rights.Where(person.Rights.Has).Select(person.Rights.ScopeOf).ToList();
        return scopes.Count == 0 ? null : scopes.Find(s => s.IsWholeCity) ?? new OrganisationScope([.. scopes.SelectMany(s => s.OrganisationIds).Distinct()]);
    }
}
