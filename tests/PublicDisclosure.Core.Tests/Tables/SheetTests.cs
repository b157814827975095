using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Tests.Tables;

public sealed class SheetTests
{
    private static readonly object?[] Row = ["=1+1", 3, 12.5m, null, new DateOnly(2026, 1, 5), new DateTime(2026, 1, 5, 1, 2, 3, DateTimeKind.Utc), true, "a,\"b\"\nc", "坏\u0001字", "𠮷"];

    [Fact]
    public async Task Csv_EveryKindOfCell_IsPlainAndHarmless()
    {
        using var file = new MemoryStream();
        await using (var sheet = new CsvSheet(file))
        {
            await sheet.WriteAsync(["标题"]);
            await sheet.WriteAsync(Row);
        }

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file.ToArray()[..3]);
        Assert.Equal("标题\r\n'=1+1,3,12.5,,2026-01-05,2026-01-05T01:02:03Z,是,\"a,\"\"b\"\"\nc\",坏\u0001字,𠮷\r\n", Encoding.UTF8.GetString(file.ToArray()[3..]));
    }

    [Fact]
    public async Task Xlsx_EveryKindOfCell_IsReadAgainAndNoFormula()
    {
        using var file = new MemoryStream();
        await using (var sheet = new XlsxSheet(file, "公开[信息]", ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"])) await sheet.WriteAsync(Row);

        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file.ToArray()));
        Assert.Equal("公开信息", reader.Name);
        Assert.True(reader.Read() && reader.Read());
        Assert.Equal(["=1+1", "3", "12.5", null, "2026-01-05", "2026-01-05T01:02:03Z", "是", "a,\"b\"\nc", "坏字", "𠮷"],
            Enumerable.Range(0, 10).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
    }

    [Fact]
    public async Task Xlsx_MoreRowsThanASheetHolds_GoesOnInTheNext()
    {
        using var file = new MemoryStream();
        await using (var sheet = new XlsxSheet(file, "目录", ["号"], mostRows: 2))
            for (var i = 1; i <= 5; i++) await sheet.WriteAsync([i]);

        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file.ToArray()));
        var sheets = new List<string>();
        do
        {
            var rows = new List<string>();
            while (reader.Read()) rows.Add(reader.GetValue(0)?.ToString() ?? "");
            sheets.Add($"{reader.Name}: {string.Join(' ', rows)}");
        }
        while (reader.NextResult());

        Assert.Equal(["目录: 号 1 2", "目录2: 号 3 4", "目录3: 号 5"], sheets);
    }

    [Fact]
    public async Task Xlsx_CellTooLong_IsCutWhole()
    {
        using var file = new MemoryStream();
        await using (var sheet = new XlsxSheet(file, "目录", ["文"])) await sheet.WriteAsync([new string('字', XlsxSheet.MostSigns - 1) + "𠮷"]);

        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file.ToArray()));
        Assert.True(reader.Read() && reader.Read());
        Assert.Equal(XlsxSheet.MostSigns - 1, reader.GetString(0).Length);
    }
}
