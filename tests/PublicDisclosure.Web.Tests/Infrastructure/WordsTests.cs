using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Infrastructure;

public sealed class WordsTests
{
    [Theory]
    [InlineData(typeof(DisclosureGenre))]
    [InlineData(typeof(DocumentKind))]
    [InlineData(typeof(ThemeClass))]
    [InlineData(typeof(DisclosureAttribute))]
    [InlineData(typeof(DisclosureState))]
    [InlineData(typeof(ChangeKind))]
    [InlineData(typeof(Validity))]
    [InlineData(typeof(WithdrawalReason))]
    [InlineData(typeof(MandatoryClass))]
    [InlineData(typeof(DisclosureAspects))]
    [InlineData(typeof(GovernmentLevels))]
    [InlineData(typeof(DisclosureMode))]
    [InlineData(typeof(EditionStatus))]
    [InlineData(typeof(OrganisationKind))]
    public void Of_EveryCodedValue_HasAChineseWord(Type type) =>
        Assert.All(Enum.GetValues(type).Cast<Enum>(), value => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", Words.Of(value)));

    [Fact]
    public void Of_Set_NamesItsMembersInOrder() =>
        Assert.Equal("决策公开、结果公开", Words.Of(DisclosureAspects.Result | DisclosureAspects.Decision));

    [Fact]
    public void Of_ValueWithoutAWord_ShowsItsName() => Assert.Equal("Refused", Words.Of(PublicDisclosure.Core.Shared.OutcomeKind.Refused));

    [Theory]
    [InlineData(0, "0 字节")]
    [InlineData(820, "820 字节")]
    [InlineData(36_500, "36 KB")]
    [InlineData(2_516_582, "2.4 MB")]
    public void FileSize_Bytes_ReadsAsPeopleSayIt(long bytes, string expected) => Assert.Equal(expected, Words.FileSize(bytes));
}
