using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Privacy;

public class FileInspectorTests
{
    public static TheoryData<string> Names => [.. PoisonedFiles.All.Select(f => f.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Inspect_PoisonedFile_FindsEveryPlantedValue(string name)
    {
        var file = PoisonedFiles.Of(name);

        var found = Inspect(file);

        Assert.All(file.Planted, value => Assert.NotEmpty(found.Holding(value)));
        if (file.Trait is { } trait) Assert.True(found.Has(trait), $"{trait} not among {string.Join("; ", found.Notes)}");
    }

    [Theory, MemberData(nameof(Names))]
    public void Inspect_PlantedNumber_IsFoundAsPersonalData(string name)
    {
        var file = PoisonedFiles.Of(name);

        var hits = Inspect(file).Parts.SelectMany(p => PersonalDataFinder.Find(p.Text)).Select(h => h.Value).ToHashSet();

        Assert.All(file.Planted.Where(v => v.Length >= 11 && v.All(c => char.IsAsciiDigit(c) || c == 'X')), value => Assert.Contains(value, hits));
    }

    [Theory, MemberData(nameof(Names))]
    public void Inspect_FileCutShort_NeverThrows(string name)
    {
        var file = PoisonedFiles.Of(name);
        foreach (var share in new[] { 0.3, 0.6, 0.95 })
        {
            using var content = new MemoryStream(file.Content[..(int)(file.Content.Length * share)]);

            Assert.NotNull(FileInspector.Inspect(file.Kind, content));
        }
    }

    [Fact]
    public void All_HidingPlaces_AreManyAndNamedOnce()
    {
        Assert.True(PoisonedFiles.All.Count >= 40, $"{PoisonedFiles.All.Count}");
        Assert.Distinct(PoisonedFiles.All.Select(f => f.Name));
        Assert.Distinct(PoisonedFiles.All.Select(f => f.Where));
    }

    [Fact]
    public void Inspect_EmptyOrBrokenFile_SaysSo()
    {
        Assert.True(FileInspector.Inspect(FileKind.Docx, new MemoryStream()).Has(FileTrait.Unreadable));
        Assert.True(FileInspector.Inspect(FileKind.Docx, new MemoryStream("PK no container"u8.ToArray())).Has(FileTrait.Unreadable));
        Assert.True(FileInspector.Inspect(FileKind.Pdf, new MemoryStream("%PDF-1.7 nothing"u8.ToArray())).Has(FileTrait.Unreadable));
        Assert.True(FileInspector.Inspect(FileKind.Doc, new MemoryStream(new byte[600])).Has(FileTrait.Unreadable));
        Assert.True(FileInspector.Inspect(FileKind.Csv, new MemoryStream([0, 1, 2, 3])).Has(FileTrait.Unreadable));
    }

    [Fact]
    public void Inspect_EntityBomb_IsNotExpanded()
    {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"" + new string('x', 1000) + "\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>";
        using var content = new MemoryStream(OfficeZip.Docx("", ("/customXml/item1.xml", OfficeZip.Bytes(bomb))));

        Assert.True(FileInspector.Inspect(FileKind.Docx, content).Has(FileTrait.Unreadable));
    }

    [Fact]
    public void Inspect_NestedTooDeeply_IsNotReadToItsEnd()
    {
        var inner = OfficeZip.Docx(OfficeZip.P("最里层"));
        for (var i = 0; i < 6; i++) inner = OfficeZip.Docx(OfficeZip.P("外层"), ("embeddings/inner.docx", inner));

        Assert.True(FileInspector.Inspect(FileKind.Docx, new MemoryStream(inner)).Has(FileTrait.NotReadToEnd));
    }

    [Fact]
    public void Inspect_TimeIsOver_IsNotReadToItsEnd() => Assert.True(
        FileInspector.Inspect(FileKind.Xlsx, new MemoryStream(PoisonedFiles.Of("五千行名单.xlsx").Content), TimeSpan.FromMilliseconds(1)).Has(FileTrait.NotReadToEnd));

    [Fact]
    public void Inspect_CleanFiles_SayNothingRemarkable()
    {
        var docx = FileInspector.Inspect(FileKind.Docx, new MemoryStream(OfficeZip.Docx(OfficeZip.P("特此通知。") + OfficeZip.P("2026年1月5日"))));
        var xlsx = FileInspector.Inspect(FileKind.Xlsx, new MemoryStream(OfficeZip.Xlsx([("公示", "", OfficeZip.Rows(["姓名", "金额"], ["张*", "600"]))])));

        Assert.Empty(docx.Notes);
        Assert.Equal("桂平市民政局关于公布救助名单的通知\n特此通知。\n2026年1月5日\n", docx.VisibleText);
        Assert.Empty(xlsx.Notes);
        Assert.Equal("姓名\t金额\n张*\t600\n", xlsx.VisibleText);
    }

    [Fact]
    public void Inspect_HiddenColumn_StaysApartFromWhatIsSeen()
    {
        var found = Inspect(PoisonedFiles.Of("隐藏列.xlsx"));

        Assert.Equal("姓名\t\t金额\n张三\t\t600\n", found.Parts.Single(p => !p.IsHidden).Text);
    }

    [Fact]
    public void Inspect_FiveThousandRows_FindsEveryNumber()
    {
        var found = Inspect(PoisonedFiles.Of("五千行名单.xlsx"));
        var hits = found.Parts.SelectMany(p => PersonalDataFinder.Find(p.Text)).Count();

        Assert.Equal(17, hits);
    }

    private static FileInspection Inspect(PoisonedFile file)
    {
        using var content = new MemoryStream(file.Content);
        return FileInspector.Inspect(file.Kind, content);
    }
}
