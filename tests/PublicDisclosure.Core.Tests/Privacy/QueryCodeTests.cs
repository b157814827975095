using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Tests.Privacy;

public sealed class QueryCodeTests
{
    private static QueryCode Parsed(string typed) =>
        QueryCode.TryParse(typed, out var code) ? code : throw new Xunit.Sdk.XunitException($"{typed} is not read.");

    [Fact]
    public void New_AThousandTimes_NeverRepeatsAndReadsBack()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => QueryCode.New()).ToList();

        Assert.Equal(1000, codes.Select(code => code.Written).Distinct().Count());
        Assert.All(codes, code => Assert.Equal(code, Parsed(code.Written)));
        Assert.All(codes, code => Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", code.Written));
    }

    [Fact]
    public void New_EverySign_CarriesFiveBits()
    {
        // 16 signs of 32: 80 bits. All 32 signs must really turn up.
        var signs = Enumerable.Range(0, 500).SelectMany(_ => QueryCode.New().Written.Replace("-", "", StringComparison.Ordinal)).Distinct();

        Assert.Equal(32, signs.Count());
    }

    [Theory]
    [InlineData("k7qm-2f8d-0xta-9hwb")]
    [InlineData("K7QM 2F8D OXTA 9HWB")]
    [InlineData("  Ｋ７ＱＭ－２Ｆ８Ｄ－０ＸＴＡ－９ＨＷＢ ")]
    [InlineData("K7QM2F8D0XTA9HWB")]
    [InlineData("K7QM—2F8D—0XTA—9HWB")]
    public void TryParse_HoweverPeopleTypeIt_ReadsTheSameCode(string typed)
    {
        Assert.Equal("K7QM-2F8D-0XTA-9HWB", Parsed(typed).Written);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7QM-2F8D-0XTA")]
    [InlineData("K7QM-2F8D-0XTA-9HWB-1")]
    [InlineData("K7QM-2F8D-0XTA-9HW?")]
    [InlineData("桂平桂平桂平桂平桂平桂平桂平桂平")]
    public void TryParse_NotACode_IsRefused(string? typed) => Assert.False(QueryCode.TryParse(typed, out _));

    [Fact]
    public void TryParse_AMegabyte_IsRefusedUnread() => Assert.False(QueryCode.TryParse(new string('0', 1_000_000), out _));

    [Fact]
    public void Matches_OnlyItsOwnHash()
    {
        var code = Parsed("K7QM-2F8D-0XTA-9HWB");

        Assert.True(code.Matches(code.Hash()));
        Assert.False(code.Matches(Parsed("K7QM-2F8D-0XTA-9HWC").Hash()));
        Assert.False(code.Matches(""));
        Assert.Equal(QueryCode.HashLength, code.Hash().Length);
    }

    [Fact]
    public void ToString_SaysNothingOfTheCode() => Assert.DoesNotContain("K7QM", Parsed("K7QM-2F8D-0XTA-9HWB").ToString());
}
