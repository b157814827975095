using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>A leader's signature on paper: complete, dated between the making of the information and today, with its scan.</summary>
public sealed class PaperSignatureTests
{
    private static readonly DateOnly Today = new(2026, 3, 2), Formed = new(2026, 2, 20);

    private static readonly ClosedFile Scan = new("a1/scan", "签批页.pdf", "pdf", 1024);

    private static readonly SignedPaper Good = new("覃某", "局长", new DateOnly(2026, 2, 27), Scan);

    [Fact]
    public void Check_Complete_IsAccepted() => Assert.Empty(Good.Check(Formed, Today));

    [Theory]
    [InlineData("", "局长", "2026-02-27", "PaperSignature.NameMissing")]
    [InlineData("覃某", " ", "2026-02-27", "PaperSignature.PostMissing")]
    [InlineData("覃某", "局长", null, "PaperSignature.DateMissing")]
    [InlineData("覃某", "局长", "2026-03-03", "PaperSignature.DateInFuture")]
    [InlineData("覃某", "局长", "2026-02-19", "PaperSignature.DateBeforeFormed")]
    public void Check_OneThingWrong_SaysWhich(string name, string post, string? date, string code) => Assert.Equal(
        code, Assert.Single(new SignedPaper(name, post, date is null ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), Scan).Check(Formed, Today)).Code);

    [Fact]
    public void Check_DayOfFormingAndToday_AreAccepted()
    {
        Assert.Empty((Good with { SignedOn = Formed }).Check(Formed, Today));
        Assert.Empty((Good with { SignedOn = Today }).Check(Formed, Today));
    }

    [Fact]
    public void Check_WithoutScan_IsRefused() => Assert.Equal([new Refusal("PaperSignature.ScanMissing", "Scan")], (Good with { Scan = null }).Check(Formed, Today));

    [Fact]
    public void Check_EverythingMissing_SaysEverythingAtOnce() => Assert.Equal(4, new SignedPaper("", "", null, null).Check(Formed, Today).Count);

    [Fact]
    public void Approve_WithPaper_KeepsWhoEnteredAndWhoSigned()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval);
        var day = DateOnly.FromDateTime(walk.Now);

        walk.Disclosure.Approve(walk.Passed, walk.Now, walk.Reviewer, "同意", Good with { SignedOn = day });

        var signature = Assert.Single(walk.Disclosure.Signatures);
        Assert.Equal(("覃某", "局长", day, walk.Reviewer), (signature.SignerName, signature.SignerPost, signature.SignedOn, signature.EnteredBy));
        Assert.Equal(walk.Disclosure.Transitions[^1].Step, signature.Step);
    }

    [Fact]
    public void Approve_WithBadPaper_ChangesNothing()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval);

        Assert.Throws<RuleViolationException>(() => walk.Disclosure.Approve(walk.Passed, walk.Now, walk.Reviewer, "同意", Good with { Scan = null }));

        Assert.Equal(DisclosureState.AwaitingApproval, walk.Disclosure.State);
        Assert.Empty(walk.Disclosure.Signatures);
        Assert.Null(walk.Disclosure.ApprovedBy);
    }
}
