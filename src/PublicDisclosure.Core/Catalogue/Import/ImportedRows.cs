namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>Applies compared rows to a draft edition.</summary>
internal sealed class ImportedRows(
    CatalogueEdition edition, IReadOnlyList<DisclosureDomain> domains, IReadOnlyList<ClassificationRule> rules, HashSet<string> codes, string fileName, DateTime now)
{
    public void Apply(IReadOnlyList<ComparedRow> rows)
    {
        var byCode = edition.Items.ToDictionary(i => i.Code);
        var next = edition.Items.Select(i => i.SortOrder).DefaultIfEmpty(0).Max() + 1;
        var byName = domains.ToDictionary(d => d.Name);
        foreach (var row in rows)
        {
            if (row.Standing == RowStanding.Added) Add(row.Row, byName[row.Row.Domain], next++);
            else if (row.Standing == RowStanding.Changed) Change(byCode[row.Existing!.ItemCode], row.Row);
        }

        edition.Touch();
    }

    private void Add(CatalogueRow row, DisclosureDomain domain, int sortOrder)
    {
        var code = ItemCode.Create(domain.Code, row.Level1, row.Level2, row.Level3, codes.Contains);
        codes.Add(code);
        var item = edition.Add(StandardItem.Create(
            Guid.CreateVersion7(now), edition.Id, domain.Id, code, row.Sequence, sortOrder, CatalogueItemText.Of(row),
            CatalogueItemText.LevelsOf(row), CatalogueItemText.ModeOf(row), ItemProvenance.Imported, fileName));
        Classify(item, row, domain.Code);
    }

    private static void Change(StandardItem item, CatalogueRow row)
    {
        // Lines that the file has no column for stay: a file without 公开链接 does not delete the links.
        var text = CatalogueItemText.Of(row);
        var headings = text.Extra.Split('\n').Select(HeadingOf).ToHashSet(StringComparer.Ordinal);
        var kept = item.Text.Extra.Split('\n').Where(l => l.Length > 0 && !headings.Contains(HeadingOf(l)) && HeadingOf(l) is not ("公开方式" or "公开层级"));
        item.Edit(row.Sequence, text with { Extra = string.Join('\n', kept.Concat([text.Extra]).Where(l => l.Length > 0)) }, CatalogueItemText.LevelsOf(row), CatalogueItemText.ModeOf(row));
        if (row.Aspects != DisclosureAspects.None && row.Aspects != item.Aspects) item.ClassifyAspects(row.Aspects, confirmed: true);
    }

    /// <summary>Aspects of the file count as confirmed; else the rule table proposes them (推定).</summary>
    private void Classify(StandardItem item, CatalogueRow row, string domainCode)
    {
        var proposal = ItemClassifier.Propose(domainCode, item.Text, rules);
        var fromFile = row.Aspects != DisclosureAspects.None;
        item.ClassifyAspects(fromFile ? row.Aspects : proposal.Aspects, confirmed: fromFile);
        item.ClassifyMandatory(proposal.MandatoryClass, confirmed: false);
    }

    private static string HeadingOf(string line) => line.Split('：')[0];
}
