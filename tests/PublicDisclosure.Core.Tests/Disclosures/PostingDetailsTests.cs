using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>What may be recorded of a posting off the web, and who decides on it.</summary>
public class PostingDetailsTests
{
    private static readonly DateOnly Today = TestClock.DefaultDay;
    private static readonly PostingDetails Good = new() { What = "2026年第一季度低保对象名单", Places = "木乐村公示栏\n马皮村公示栏", From = Today.AddDays(-2), To = Today.AddDays(6) };
    private static readonly Guid Clerk = Guid.NewGuid(), Reviewer = Guid.NewGuid();

    [Fact]
    public void Check_GoodDetails_FindsNothing() => Assert.Empty(PostingDetails.Check(Good, Today, 7));

    [Theory]
    [InlineData(" ", "木乐村", "OffsitePosting.WhatMissing")]
    [InlineData("名单", "", "OffsitePosting.PlacesMissing")]
    [InlineData("韦某110105194912310021的低保", "木乐村", "OffsitePosting.PersonalData")]
    [InlineData("许可证编号450881202601050102", "木乐村", null)]
    [InlineData("韦某11010519491231002X的低保", "木乐村", "OffsitePosting.PersonalData")]
    [InlineData("低保名单", "联系13877512345", "OffsitePosting.PersonalData")]
    public void Check_Words_AreThereAndFitForThePublic(string what, string places, string? code) =>
        Assert.Equal(code is null ? [] : [code], PostingDetails.Check(Good with { What = what, Places = places }, Today, 7).Select(r => r.Code));

    [Theory]
    [InlineData(0, 6, null)]
    [InlineData(1, 9, "OffsitePosting.FromInFuture")]
    [InlineData(-3, -4, "OffsitePosting.EndsBeforeItBegins")]
    [InlineData(-6, 0, null)]
    [InlineData(-5, 0, "OffsitePosting.ShortDisplayUnexplained")]
    [InlineData(-40000, 0, "Disclosure.DateOutOfRange")]
    public void Check_Days_AreInOrderAndLongEnough(int from, int to, string? code) =>
        Assert.Equal(code is null ? [] : [code], PostingDetails.Check(Good with { From = Today.AddDays(from), To = Today.AddDays(to) }, Today, 7).Select(r => r.Code));

    [Fact]
    public void Check_ShortDisplayWithANote_Passes() =>
        Assert.Empty(PostingDetails.Check(Good with { To = Good.From.AddDays(2), Note = "台风，提前收回" }, Today, 7));

    [Fact]
    public void Check_TheWeb_IsNoChannelOfAPosting() =>
        Assert.Equal(["OffsitePosting.ChannelIsWebsite"], PostingDetails.Check(Good with { Channel = Channel.Website }, Today, 7).Select(r => r.Code));

    [Fact]
    public void Check_LongTexts_AreRefused() => Assert.Equal(
        3, PostingDetails.Check(Good with { What = new string('长', 201), Places = new string('长', 501), Note = new string('长', 501) }, Today, 7).Count(r => r.Code == "Disclosure.TextTooLong"));

    [Fact]
    public void Confirm_ByWhoRecorded_IsRefused()
    {
        var posting = Recorded();

        Assert.Equal([new Refusal("OffsitePosting.ConfirmerIsRecorder")], Assert.Throws<RuleViolationException>(() => posting.Confirm("", Now, Clerk)).Refusals);
        Assert.Equal(0, posting.ConfirmedNumber);
    }

    [Fact]
    public void Confirm_BySecondPerson_MakesItCount()
    {
        var posting = Recorded();
        posting.Confirm("", Now, Reviewer);

        Assert.Equal((1, Good.What, null), (posting.ConfirmedNumber, posting.Confirmed!.Details.What, posting.Open));
        Assert.Equal([new Refusal("OffsitePosting.NothingToConfirm")], posting.CheckDecision(Reviewer));
    }

    [Fact]
    public void Correct_UntilConfirmed_TheFormerRecordCounts()
    {
        var posting = Recorded();
        posting.Confirm("", Now, Reviewer);

        posting.Correct(Good with { What = "2026年第二季度低保对象名单" }, null, "季度写错", Now, Clerk);
        Assert.Equal((1, Good.What), (posting.ConfirmedNumber, posting.Confirmed!.Details.What));

        posting.Confirm("", Now, Reviewer);
        Assert.Equal((2, "2026年第二季度低保对象名单", 2), (posting.ConfirmedNumber, posting.Confirmed!.Details.What, posting.Records.Count));
    }

    [Theory]
    [InlineData("", "OffsitePosting.ReasonMissing")]
    [InlineData("   ", "OffsitePosting.ReasonMissing")]
    public void Correct_WithoutAReason_IsRefused(string reason, string code)
    {
        var posting = Recorded();
        posting.Confirm("", Now, Reviewer);

        Assert.Equal([code], Assert.Throws<RuleViolationException>(() => posting.Correct(Good, null, reason, Now, Clerk)).Refusals.Select(r => r.Code));
    }

    [Fact]
    public void Correct_WhileOneWaits_IsRefused() => Assert.Equal(
        [new Refusal("OffsitePosting.AwaitsConfirmation")], Assert.Throws<RuleViolationException>(() => Recorded().Correct(Good, null, "写错", Now, Clerk)).Refusals);

    [Fact]
    public void Decline_NeedsAReason_AndNothingCounts()
    {
        var posting = Recorded();
        Assert.Throws<RuleViolationException>(() => posting.Decline("", Now, Reviewer));

        posting.Decline("照片看不清地点", Now, Reviewer);

        Assert.Equal((0, PostingDecision.Declined, "照片看不清地点"), (posting.ConfirmedNumber, posting.Records[0].Decision, posting.Records[0].Remark));
        posting.Correct(Good, new PostingPhoto(new string('a', 64), "照片.jpg"), "重新拍照", Now, Clerk);
        Assert.Equal((2, "照片.jpg"), (posting.Open!.Number, posting.Open.Photo!.FileName));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49 }, "jpg")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0 }, "png")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37 }, null)]
    [InlineData(new byte[] { 0xFF, 0xD8 }, null)]
    [InlineData(new byte[0], null)]
    public void PictureKind_Content_IsToldByItsFirstBytes(byte[] content, string? kind) => Assert.Equal(kind, PostingDesk.PictureKind(new MemoryStream(content)));

    private static DateTime Now => new TestClock().Now;

    private static OffsitePosting Recorded() => OffsitePosting.Record(Guid.NewGuid(), (Guid.NewGuid(), "05-abc"), Good, null, Now, Clerk);
}
