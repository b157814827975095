using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Coverage;

/// <summary>Who has published an item and who has not.</summary>
public sealed class ItemModel(CoverageQueries coverage, CoverageLists lists, BusinessClock clock) : PageModel
{
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public CoverageQuery Query { get; private set; } = new();

    public IReadOnlyList<string> Unread { get; private set; } = [];

    public CoverageFilter Filter { get; private set; } = new();

    public CoverageMatrix Matrix { get; private set; } = null!;

    /// <summary>The organisations by what they have done, in their own order.</summary>
    public IReadOnlyList<ItemGroup> Groups { get; private set; } = [];

    public DateOnly Today => clock.Today;

    /// <summary>Its domain; null where nothing is to be published in the span.</summary>
    public MatrixDomain? Domain => Matrix.Domains.Count > 0 ? Matrix.Domains[0] : null;

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery] CoverageQuery query, CancellationToken stop)
    {
        if (code.Length > StandardItem.CodeLength || (await lists.ItemNamesAsync([code], stop)).GetValueOrDefault(code) is not { } name) return NotFound();
        (Code, Name) = (code, name);
        (Unread, Query) = (query.Unread([]), query.Clean([]) with { Domain = null, Sort = null, Status = null, Item = null });
        Filter = Query.ToFilter([], clock.Today) with { ItemCode = code };
        Matrix = await coverage.MatrixAsync(Filter, stop);
        var never = (await coverage.DutiesAsync(Filter, stop)).ToDictionary(d => d.OrganisationId);
        var rows = Matrix.Organisations.Select(o => new ItemRow(o, Matrix.OfOrganisation(o.Id), never[o.Id])).ToList();
        Groups =
        [
            .. new ItemGroup[]
            {
                new("还没有公开的单位", [.. rows.Where(r => r.Share.Overdue > 0)]),
                new("已经公开的单位", [.. rows.Where(r => r.Share.Overdue == 0 && r.Duty.NewestOn is not null)]),
                new("尚未到期、本期无信息或者不适用的单位", [.. rows.Where(r => r.Share.Overdue == 0 && r.Duty.NewestOn is null)]),
            }.Where(g => g.Rows.Count > 0),
        ];
        return Page();
    }

    /// <summary>An organisation with what became of the item.</summary>
    public sealed record ItemRow(MatrixOrganisation Organisation, CoverageShare Share, DutyShare Duty);

    /// <summary>Organisations that stand alike.</summary>
    public sealed record ItemGroup(string Title, IReadOnlyList<ItemRow> Rows);
}
