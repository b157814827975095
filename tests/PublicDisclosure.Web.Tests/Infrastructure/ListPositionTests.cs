using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Tests.Infrastructure;

public sealed class ListPositionTests
{
    [Fact]
    public void Read_WhatToStringWrote_IsThePosition()
    {
        var position = new ListPosition(new DateTime(2026, 3, 2, 1, 2, 3, 456, DateTimeKind.Utc), Guid.NewGuid(), 1);

        Assert.Equal(position, ListPosition.Read(position.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0-0")]
    [InlineData("0-zz-00000000000000000000000000000000")]
    [InlineData("-1-0-00000000000000000000000000000000")]
    [InlineData("0-7fffffffffffffff-00000000000000000000000000000000")]
    [InlineData("0-ffffffffffffffff-00000000000000000000000000000000")]
    [InlineData("0-0-not-a-guid")]
    public void Read_AnythingElse_IsNoPosition(string? text) => Assert.Null(ListPosition.Read(text));
}
