using PublicDisclosure.Core.Catalogue.Export;
using PublicDisclosure.Core.Catalogue.Import;

namespace PublicDisclosure.Core.Catalogue;

/// <summary>An item in a comparison.</summary>
/// <param name="Domain">Name of its domain.</param>
/// <param name="Code">Its stable code.</param>
/// <param name="Level1">一级事项</param>
/// <param name="Name">The most specific level.</param>
public sealed record ComparedItem(string Domain, string Code, string Level1, string Name);

/// <summary>An item that says something else, with the cells that do.</summary>
public sealed record ChangedItem(ComparedItem Item, IReadOnlyList<CellChange> Cells);

/// <summary>What became of the items from one edition to another, by their codes.</summary>
public sealed record EditionComparison(IReadOnlyList<ComparedItem> Added, IReadOnlyList<ChangedItem> Changed, IReadOnlyList<ComparedItem> Removed, int Unchanged)
{
    /// <summary>Compares the items of two editions. Struck items and items that do not apply count as absent.</summary>
    /// <param name="before">Items of the earlier edition, in order.</param>
    /// <param name="after">Items of the later edition, in order.</param>
    /// <param name="domainNames">Domain names by id.</param>
    public static EditionComparison Of(
        IEnumerable<StandardItem> before, IEnumerable<StandardItem> after, IReadOnlyDictionary<Guid, string> domainNames)
    {
        var old = before.Where(Counts).ToDictionary(i => i.Code);
        var added = new List<ComparedItem>();
        var changed = new List<ChangedItem>();
        var unchanged = 0;
        foreach (var item in after.Where(Counts))
        {
            if (!old.Remove(item.Code, out var former))
            {
                added.Add(Head(item));
                continue;
            }

            var changes = Differences(former, item);
            if (changes.Count > 0) changed.Add(new ChangedItem(Head(item), changes));
            else unchanged++;
        }

        return new EditionComparison(added, changed, [.. old.Values.Select(Head)], unchanged);

        ComparedItem Head(StandardItem i) => new(domainNames.GetValueOrDefault(i.DomainId, ""), i.Code, i.Text.Level1, i.Text.Name);

        List<CellChange> Differences(StandardItem former, StandardItem item)
        {
            var then = Cells(former).ToDictionary(c => c.Heading, c => c.Text);
            var now = Cells(item).ToDictionary(c => c.Heading, c => c.Text);
            return [.. now.Keys.Union(then.Keys)
                .Select(h => new CellChange(h, then.GetValueOrDefault(h, ""), now.GetValueOrDefault(h, ""))).Where(c => c.Before != c.After)];
        }

        // The remark only says whether somebody confirmed the row; that is not what the catalogue says.
        IEnumerable<ExtraCell> Cells(StandardItem i) =>
            CatalogueCells.Of(CatalogueExports.ToRow(i, domainNames.GetValueOrDefault(i.DomainId, ""))).Where(c => c.Heading != "备注").DistinctBy(c => c.Heading);

        static bool Counts(StandardItem i) => i.Confirmation != ItemConfirmation.Struck && i.Adoption != ItemAdoption.NotApplicable;
    }
}
