using System.Linq.Expressions;

namespace PublicDisclosure.Core.Accounts;

/// <summary>The organisations a person may act for in one respect: some, or the whole city.</summary>
public sealed class OrganisationScope
{
    /// <summary>Every organisation.</summary>
    public static readonly OrganisationScope WholeCity = new([]) { IsWholeCity = true };

    /// <summary>These organisations and no other.</summary>
    public OrganisationScope(IReadOnlyList<Guid> organisationIds) => OrganisationIds = organisationIds;

    /// <summary>True when there is no bound.</summary>
    public bool IsWholeCity { get; private init; }

    /// <summary>The organisations; empty and meaningless for the whole city.</summary>
    public IReadOnlyList<Guid> OrganisationIds { get; }

    /// <summary>Whether the organisation lies within.</summary>
    public bool Contains(Guid organisationId) => IsWholeCity || OrganisationIds.Contains(organisationId);

    /// <summary>Keeps the rows whose organisation lies within: <c>scope.Apply(db.Disclosures, d => d.OrganisationId)</c>.</summary>
    public IQueryable<T> Apply<T>(IQueryable<T> rows, Expression<Func<T, Guid>> organisationOf)
    {
        if (IsWholeCity) return rows;
        var ids = OrganisationIds.ToList();
        Expression<Func<Guid, bool>> within = id => ids.Contains(id);
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Invoke(within, organisationOf.Body), organisationOf.Parameters));
    }
}
