using Microsoft.Extensions.Primitives;
using PublicDisclosure.Web.Infrastructure.PageCache;

namespace PublicDisclosure.Web.Tests.Infrastructure.PageCache;

/// <summary>What a client accepts, reduced to one of three (RFC 9110, 12.5.3).</summary>
public sealed class PageEncodingTests
{
    [Theory]
    [InlineData(null, "identity")]
    [InlineData("", "identity")]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip,deflate,br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("deflate, zstd", "identity")]
    [InlineData("identity", "identity")]
    [InlineData("*", "br")]
    [InlineData("brotli", "identity")]
    [InlineData("br;q=0", "identity")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0.2, gzip;q=0.8", "gzip")]
    [InlineData("gzip;q=0.5, br;q=0.5", "br")]
    [InlineData("br;q=0.1, identity", "identity")]
    [InlineData("gzip;q=0, *;q=0.5", "br")]
    [InlineData("*;q=0", "identity")]
    [InlineData("br;q=nonsense", "identity")]
    [InlineData(";;;", "identity")]
    public void Of_WhatAClientAccepts_IsOneOfThree(string? accepts, string expected) => Assert.Equal(expected, PageEncoding.Of(new StringValues(accepts)));

    [Fact]
    public void Of_SeveralHeaders_CountAsOneList() => Assert.Equal("br", PageEncoding.Of(new StringValues(["gzip", "br"])));
}
