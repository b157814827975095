using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Privacy.Metadata;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Privacy;

public sealed class PoisonedMaskingTests
{
    private static readonly MaskingRules Rules = new(MaskingRuleSeed.Shipped(new TestClock().Now));

    public static TheoryData<string> Maskable => [.. PoisonedFiles.All.Where(f => FileMasker.CanMask(f.Kind.Extension)).Select(f => f.Name)];

    [Theory, MemberData(nameof(Maskable))]
    public void Mask_PoisonedFile_LeavesNothingPlanted(string name)
    {
        var file = PoisonedFiles.Of(name);
        var pass = new MaskingPass(Rules, null);

        var made = FileMasker.Mask(file.Kind.Extension, MetadataStripper.Strip(file.Kind, new MemoryStream(file.Content)), pass);

        Assert.Empty(MaskProof.Check(file.Kind.Extension, made.File, file.Planted.ToHashSet()));
        var again = FileInspector.Inspect(file.Kind, new MemoryStream(made.File.ToArray()));
        Assert.True(again.IsComplete);
        Assert.All(file.Planted, value => Assert.Empty(again.Holding(value)));
    }

    [Fact]
    public void Maskable_PoisonedFiles_AreManyOfEachKind() => Assert.All(new[] { "docx", "xlsx", "csv" }, kind =>
        Assert.True(PoisonedFiles.All.Count(f => f.Kind.Extension == kind) >= 3, kind));
}
