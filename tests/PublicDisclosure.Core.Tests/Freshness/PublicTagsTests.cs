using PublicDisclosure.Core.Freshness;

namespace PublicDisclosure.Core.Tests.Freshness;

public sealed class PublicTagsTests
{
    [Theory]
    [InlineData("mzj-2026-00012", "organisation:mzj")]
    [InlineData("mzj-2026-100000", "organisation:mzj")]
    [InlineData("450881101-2026-00001", "organisation:450881101")]
    [InlineData("fgj-old-2024-00001", "organisation:fgj-old")]
    [InlineData("nothing", "organisation:nothing")]
    [InlineData("one-two", "organisation:one-two")]
    [InlineData("-", "organisation:-")]
    [InlineData("", "organisation:")]
    public void OrganisationOf_Address_IsTheShortNameInIt(string address, string tag) => Assert.Equal(tag, PublicTags.OrganisationOf(address));

    [Fact]
    public void OrganisationOf_WhateverAReaderTypes_FitsTheColumn() =>
        Assert.InRange(PublicTags.OrganisationOf(new string('x', 4000)).Length, 1, PublicChange.TagLength);
}
