using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Mail;

public sealed class OutgoingMailTests
{
    private static readonly DateTime Now = new TestClock().Now;

    [Fact]
    public void Queue_WithAddress_IsTriedAtOnce()
    {
        var mail = Queue("mz@guiping.gov.cn");

        Assert.Equal((MailState.Queued, Now, "mz@guiping.gov.cn"), (mail.State, mail.TryAt, mail.Address));
    }

    [Fact]
    public void Queue_WithoutAddressOrPerson_SaysSo()
    {
        Assert.Equal((MailState.NotAddressed, (DateTime?)null), Queue(null) is var m ? (m.State, m.TryAt) : default);
        Assert.Equal(MailState.NotAddressed, OutgoingMail.Queue(Draft(), null, null, Now).State);
        Assert.Throws<RuleViolationException>(() => OutgoingMail.Queue(Draft(), null, null, Now).TryAgain("mz@guiping.gov.cn", Now));
    }

    [Fact]
    public void Queue_LongTexts_AreCutVisibly()
    {
        var mail = OutgoingMail.Queue(Draft() with { Subject = new string('长', 300), Body = new string('文', OutgoingMail.BodyLength + 1) }, Guid.NewGuid(), "a@b.cn", Now);

        Assert.Equal((OutgoingMail.SubjectLength, OutgoingMail.BodyLength), (mail.Subject.Length, mail.Body.Length));
        Assert.EndsWith("…", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Queue_RareCharacterAtTheLimit_IsNotCutInTwo()
    {
        var mail = OutgoingMail.Queue(Draft() with { Subject = new string('长', OutgoingMail.SubjectLength - 2) + "𠮷𠮷" }, Guid.NewGuid(), "a@b.cn", Now);

        Assert.Equal(new string('长', OutgoingMail.SubjectLength - 2) + "…", mail.Subject);
    }

    [Fact]
    public void MarkFailed_AgainAndAgain_WaitsLongerAndGivesUp()
    {
        var mail = Queue("mz@guiping.gov.cn");
        var waits = new List<double>();
        for (var i = 1; i < 12; i++)
        {
            mail.MarkFailed("连接不上", mostAttempts: 12, isFinal: false, Now);
            waits.Add((mail.TryAt!.Value - Now).TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360], waits);
        mail.MarkFailed("连接不上", mostAttempts: 12, isFinal: false, Now);
        Assert.Equal((MailState.Failed, (DateTime?)null, 12, "连接不上"), (mail.State, mail.TryAt, mail.Attempts, mail.Error));
    }

    [Fact]
    public void MarkFailed_Final_GivesUpAtOnce()
    {
        var mail = Queue("mz@guiping.gov.cn");
        mail.MarkFailed("没有这个地址", mostAttempts: 12, isFinal: true, Now);

        Assert.Equal((MailState.Failed, 1), (mail.State, mail.Attempts));
    }

    [Fact]
    public void TryAgain_Failed_IsQueuedForTheAddressAsItIsNow()
    {
        var mail = Queue("old@guiping.gov.cn");
        mail.MarkFailed("没有这个地址", mostAttempts: 12, isFinal: true, Now);
        var revision = mail.Revision;

        mail.TryAgain("new@guiping.gov.cn", Now.AddHours(1));

        Assert.Equal((MailState.Queued, Now.AddHours(1), 0, "new@guiping.gov.cn"), (mail.State, mail.TryAt, mail.Attempts, mail.Address));
        Assert.True(mail.Revision > revision);
    }

    [Fact]
    public void CheckTryAgain_EveryState_SaysWhyNot()
    {
        var queued = Queue("mz@guiping.gov.cn");
        Assert.Equal(["Mail.NothingToTryAgain"], queued.CheckTryAgain("mz@guiping.gov.cn").Select(r => r.Code));
        queued.MarkSent(MailDelivery.Pickup, Now);
        Assert.Equal(["Mail.NothingToTryAgain"], queued.CheckTryAgain("mz@guiping.gov.cn").Select(r => r.Code));
        Assert.Equal(["Mail.StillNoAddress"], Queue(null).CheckTryAgain(null).Select(r => r.Code));
        Assert.Empty(Queue(null).CheckTryAgain("mz@guiping.gov.cn"));
        Assert.Equal(["Mail.NobodyToWriteTo"], OutgoingMail.Queue(Draft(), null, null, Now).CheckTryAgain("mz@guiping.gov.cn").Select(r => r.Code));
    }

    internal static MailDraft Draft() => new(MailKind.Reminder, Guid.NewGuid(), "reminder:1", "主题", "正文", "事由", "/admin");

    private static OutgoingMail Queue(string? address) => OutgoingMail.Queue(Draft(), Guid.NewGuid(), address, Now);
}
