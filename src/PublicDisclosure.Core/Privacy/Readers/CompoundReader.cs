using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>Reads the old binary formats: .xls and .et as tables, and all of them (.doc, .wps, .ppt too) by searching their bytes.</summary>
internal static class CompoundReader
{
    private static readonly string[] MainStreams = ["WordDocument", "1Table", "0Table", "Workbook", "Book", "PowerPoint Document"];

    public static void Read(byte[] bytes, string extension, InspectionBuilder builder)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        if (CompoundFile.Open(stream) is not { } file)
        {
            builder.Note(FileTrait.Unreadable, "");
            builder.Add("文件内容", BinaryText.Find(bytes, builder), true);
            return;
        }

        if (file.Has("EncryptedPackage") || file.Has("EncryptionInfo") || ContentSniffer.IsEncrypted(file)) { builder.Note(FileTrait.Encrypted, ""); return; }
        if (extension is "xls" or "et" || file.Has("Workbook")) Sheets(stream, builder);
        // The streams in order, because the file may keep them in scattered sectors; and the whole, for everything else in it.
        foreach (var name in MainStreams.Where(file.Has))
            builder.Add("正文", BinaryText.Find(file.Head(name, bytes.Length), builder), isHidden: name != "WordDocument");
        builder.Add("文件其他部分", BinaryText.Find(bytes, builder), true);
    }

    private static void Sheets(Stream stream, InspectionBuilder builder)
    {
        stream.Position = 0;
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
            do Sheet(reader, builder); while (reader.NextResult());
        }
        catch (InvalidPasswordException)
        {
            builder.Note(FileTrait.Encrypted, "");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Damaged sheets fail in many ways; the bytes are searched all the same.
            builder.Note(FileTrait.Unreadable, "工作表");
        }
    }

    private static void Sheet(IExcelDataReader reader, InspectionBuilder builder)
    {
        var hidden = reader.VisibleState is "hidden" or "veryhidden";
        var place = $"工作表“{reader.Name}”" + (hidden ? "（隐藏）" : "");
        if (hidden) builder.Note(FileTrait.HiddenSheet, place);
        var (seen, concealed) = (new StringBuilder(), new StringBuilder());
        while (reader.Read())
        {
            builder.ThrowIfOver();
            var row = reader.RowHeight <= 0;
            for (var c = 0; c < Math.Min(reader.FieldCount, 500); c++)
            {
                var target = row || reader.GetColumnWidth(c) <= 0 ? concealed : seen;
                var text = reader.GetValue(c) is double number && Math.Abs(number) >= 1e9 ? number.ToString("0", CultureInfo.InvariantCulture)
                    : Convert.ToString(reader.GetValue(c), CultureInfo.InvariantCulture) ?? "";
                target.Append(text.Replace('\n', ' ')).Append('\t');
            }

            seen.Append('\n');
            concealed.Append('\n');
        }

        builder.Add(place, seen.ToString(), hidden);
        builder.Add(place + "的隐藏行列", concealed.ToString(), true);
        if (!hidden && !string.IsNullOrWhiteSpace(concealed.ToString())) builder.Note(FileTrait.HiddenCells, place);
    }
}
