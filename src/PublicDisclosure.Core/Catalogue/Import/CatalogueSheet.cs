using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tables;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>Walks down one grid: titles, headings (also repeated in the middle), rows, footnotes.</summary>
internal sealed class CatalogueSheet(RawTable table, string fallbackDomain)
{
    private readonly List<CatalogueRow> _rows = [];
    private readonly List<RowProblem> _problems = [];
    private readonly List<Refusal> _notes = [];

    public CatalogueReading Read(IProgress<int>? progress, int before, CancellationToken cancel)
    {
        CatalogueLayout? layout = null;
        RowReader? reader = null;
        var domain = fallbackDomain;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (i % 200 == 0) progress?.Report(before + i);
            var row = table.Rows[i];
            if (row.Broken is not null)
            {
                Add(row, row.Broken);
                continue;
            }

            var filled = row.Cells.Where(c => c.Text.Length > 0).ToList();
            if (filled.Count == 0) continue;
            if (CatalogueLayout.At(table, i) is { } found)
            {
                if (layout is null) NoteMissing(found);
                layout = found;
                reader ??= new RowReader(table);
                i = found.FirstDataRow - 1;
                continue;
            }

            var single = filled.DistinctBy(c => (c.OriginRow, c.OriginColumn)).Count() == 1 ? filled[0].Text : null;
            if (single is not null && CatalogueTitle.DomainOf(single) is { } title)
            {
                domain = title;
                reader?.BeginTable();
            }
            else if (IsRemark(filled[0].Text, single is not null))
            {
                _notes.Add(new Refusal("CatalogueFile.Remark", null, table.Name, row.Number, Shorten(filled[0].Text)));
            }
            else if (layout is not null && IsColumnNumbers(filled)) continue;
            else if (layout is not null && single is not null && row.Cells.Count > 1 && filled[0].OriginRow == i && layout.Columns.Count > 2) Add(row, new Refusal("CatalogueRow.OnlyOneCell"));
            else if (layout is not null) Take(reader!.Read(i, layout, domain));
        }

        if (layout is null) _notes.Add(new Refusal("CatalogueFile.SheetWithoutTable", null, table.Name));
        return new CatalogueReading(_rows, _problems, _notes);
    }

    private void Take((CatalogueRow? Row, List<RowProblem> Problems) read)
    {
        if (read.Row is not null) _rows.Add(read.Row);
        _problems.AddRange(read.Problems);
    }

    private void Add(RawRow row, Refusal reason) =>
        _problems.Add(new RowProblem(table.Name, row.Number, null, reason, true, Shorten(string.Join(' ', row.Cells.Select(c => c.Text)))));

    private void NoteMissing(CatalogueLayout layout)
    {
        (string Heading, ColumnRole[] Roles)[] expected =
        [
            ("公开内容（要素）", [ColumnRole.Elements]), ("公开依据", [ColumnRole.LegalBasis]), ("公开时限", [ColumnRole.TimeLimit]),
            ("公开主体", [ColumnRole.Body]), ("公开渠道和载体", [ColumnRole.Channels, ColumnRole.ChannelTick]),
            ("公开对象", [ColumnRole.Audience, ColumnRole.WholeSociety, ColumnRole.SpecificGroup]),
            ("公开方式", [ColumnRole.Mode, ColumnRole.Active, ColumnRole.OnApplication]),
            ("公开层级", [ColumnRole.LevelList, ColumnRole.LevelTick]),
        ];
        foreach (var (heading, roles) in expected)
        {
            if (!roles.Any(layout.Has)) _notes.Add(new Refusal("CatalogueFile.ColumnMissing", null, table.Name, heading));
        }
    }

    private static bool IsRemark(string text, bool isAlone)
    {
        if (text.StartsWith("填报", StringComparison.Ordinal) || text.StartsWith("制表", StringComparison.Ordinal)) return true;
        return isAlone && (text.StartsWith('注') || text.StartsWith("说明", StringComparison.Ordinal) || text.StartsWith("备注", StringComparison.Ordinal)
            || text.StartsWith("附件", StringComparison.Ordinal) || text.StartsWith('※'));
    }

    /// <summary>1 2 3 4 ... under the headings.</summary>
    private static bool IsColumnNumbers(List<RawCell> filled) =>
        filled.Count >= 5 && filled.Select((c, i) => c.Text.Trim('(', ')', '（', '）') == (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).All(same => same);

    internal static string Shorten(string text) => ShortText.Of(text, 80);
}
