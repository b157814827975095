using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Tests.Disclosures;

public class ValueTests
{
    [Fact]
    public void IndexNumber_OfficialForm_ReadsBack()
    {
        Assert.True(IndexNumber.TryParse("11450881MB1234567X/2026-00012", out var number));
        Assert.Equal(("11450881MB1234567X", 2026, 12), (number.OrganisationCodeText, number.Year, number.Number));
        Assert.Equal("11450881MB1234567X/2026-00012", number.ToString());
        Assert.Equal("mzj-2026-00012", IndexNumber.Address("mzj", 2026, 12));
    }

    [Theory]
    [InlineData("")]
    [InlineData("11450881MB1234567X/2026-12")]
    [InlineData("11450881MB1234567X-2026")]
    [InlineData("11450881MB1234567/2026-00012")]
    [InlineData("11450881MB1234567X/20a6-00012")]
    [InlineData("11450881MB1234567X/2026-+0012")]
    public void IndexNumber_AnotherForm_IsNone(string text) => Assert.False(IndexNumber.TryParse(text, out _));

    [Fact]
    public void GenreRules_EveryGenre_HasARule() => Assert.All(Enum.GetValues<DisclosureGenre>(), genre => Assert.NotNull(genre.Rule()));

    [Fact]
    public void WithdrawalRules_PersonalOrSecret_ClosesEverything()
    {
        Assert.All(Enum.GetValues<WithdrawalReason>(), reason => Assert.NotNull(reason.Rule()));
        Assert.Equal([WithdrawalReason.PersonalOrSecret], Enum.GetValues<WithdrawalReason>().Where(reason => reason.Rule().ClosesEverything));
        Assert.True(WithdrawalReason.Replaced.Rule().NeedsReplacement);
    }

    [Fact]
    public void AttachmentLinks_KnownName_BecomesAnAddress_UnknownStaysAsTyped()
    {
        var body = "![图](attachment:图1.png) [表](attachment:<标 准.xlsx>) ![无](attachment:没有.png)";

        var resolved = AttachmentLinks.Resolve(body, name => name is "图1.png" or "标 准.xlsx" ? "/f/" + Uri.EscapeDataString(name) : null);

        Assert.Equal("![图](/f/%E5%9B%BE1.png) [表](/f/%E6%A0%87%20%E5%87%86.xlsx) ![无](attachment:没有.png)", resolved);
    }

    [Fact]
    public void AttachmentLinks_VersionAddress_EscapesTheName() =>
        Assert.Equal("/disclosures/mzj-2026-00012/versions/1/attachments/2/a%2F..%2Fb.pdf", AttachmentLinks.VersionAddress("mzj-2026-00012", 1, 2, "a/../b.pdf"));

    [Fact]
    public void ContentHash_ChangedByte_ChangesTheHash()
    {
        var walk = DisclosureWalk.To(DisclosureState.Published);
        var first = walk.Disclosure.Versions[0];
        walk.Act(DisclosureAction.BeginCorrection);
        walk.Disclosure.Edit(walk.Disclosure.Text with { Body = walk.Disclosure.Text.Body + "。" }, [], walk.Now, walk.Clerk);
        foreach (var action in new[] { DisclosureAction.Submit, DisclosureAction.PassSecrecyReview, DisclosureAction.Approve, DisclosureAction.Publish }) walk.Act(action);

        Assert.Equal(64, first.ContentHash.Length);
        Assert.Equal(first.ContentHash, ContentHash.Of(first));
        Assert.NotEqual(first.ContentHash, walk.Disclosure.Versions[1].ContentHash);
    }
}
