using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PublicDisclosure.Core.Privacy;

namespace PublicDisclosure.Core.Tests.Privacy;

public sealed class FieldSealerTests
{
    private readonly FieldSealer _sealer = new(new EphemeralDataProtectionProvider());

    [Theory]
    [InlineData("")]
    [InlineData("覃美凤 13877512345")]
    [InlineData("多行\r\n文字😀")]
    public void Open_WhatWasSealedForTheSamePurpose_GivesItBack(string plain)
    {
        Assert.Equal(plain, _sealer.Open(_sealer.Seal(plain, "Letter.Name:1"), "Letter.Name:1"));
    }

    [Fact]
    public void Seal_TheSameTextTwice_DiffersAndShowsNothing()
    {
        var first = _sealer.Seal("覃美凤", "Letter.Name:1");
        var second = _sealer.Seal("覃美凤", "Letter.Name:1");

        Assert.NotEqual(first, second);
        Assert.DoesNotContain("覃", first.Cipher);
        Assert.DoesNotContain(first.Cipher, first.ToString());
    }

    [Fact]
    public void Open_SealedForAnotherRecord_Throws()
    {
        var sealedText = _sealer.Seal("覃美凤", "Letter.Name:1");

        Assert.Throws<CryptographicException>(() => _sealer.Open(sealedText, "Letter.Name:2"));
    }

    [Fact]
    public void Open_WithAnotherKeyRing_Throws()
    {
        var sealedText = _sealer.Seal("覃美凤", "Letter.Name:1");
        var stranger = new FieldSealer(new EphemeralDataProtectionProvider());

        Assert.Throws<CryptographicException>(() => stranger.Open(sealedText, "Letter.Name:1"));
    }

    [Fact]
    public void Open_OneSignAltered_Throws()
    {
        var cipher = _sealer.Seal("覃美凤", "Letter.Name:1").Cipher;
        var altered = cipher[..40] + (cipher[40] == 'A' ? 'B' : 'A') + cipher[41..];

        Assert.Throws<CryptographicException>(() => _sealer.Open(SealedText.FromStorage(altered), "Letter.Name:1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Seal_WithoutPurpose_Throws(string purpose)
    {
        Assert.Throws<ArgumentException>(() => _sealer.Seal("覃美凤", purpose));
    }
}
