using MimeKit;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Mail;

public sealed class PickupFolderTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("mail-").FullName, "out");

    [Fact]
    public async Task Carry_Message_IsOneWholeFile()
    {
        var mail = OutgoingMail.Queue(OutgoingMailTests.Draft() with { Subject = "【政务公开】2 件即将到期\r\nBcc: all@example.com", Body = "民政局：\n\n1. 关于救助的通知\n" }, Guid.NewGuid(), "mz@guiping.gov.cn", new TestClock().Now);

        await new PickupFolder(_folder).CarryAsync(MailLetter.Of(mail, "韦某某\nX: 1", new MailOptions { From = "zw@guiping.gov.cn" }), default);

        var file = Assert.Single(Directory.GetFiles(_folder));
        Assert.Equal($"{mail.QueuedAt:yyyyMMdd-HHmmss}-{mail.Id:N}.eml", Path.GetFileName(file));
        var message = await MimeMessage.LoadAsync(file);
        Assert.Equal("【政务公开】2 件即将到期  Bcc: all@example.com", message.Subject);
        Assert.Equal("民政局：\n\n1. 关于救助的通知\n", message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(["mz@guiping.gov.cn"], message.To.Mailboxes.Select(m => m.Address));
        Assert.Equal(("韦某某 X: 1", "zw@guiping.gov.cn", "政务公开平台"), (message.To.Mailboxes.Single().Name, message.From.Mailboxes.Single().Address, message.From.Mailboxes.Single().Name));
        Assert.Empty(message.Bcc);
        Assert.Equal($"{mail.Id:N}@guiping.gov.cn", message.MessageId);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal(mail.QueuedAt, message.Date.UtcDateTime, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Carry_Twice_IsStillOneFile()
    {
        var message = MailLetter.Of(OutgoingMail.Queue(OutgoingMailTests.Draft(), Guid.NewGuid(), "mz@guiping.gov.cn", new TestClock().Now), "韦某某", new MailOptions());
        var folder = new PickupFolder(_folder);
        // What a crash in the middle leaves behind is written over.
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, $"{message.Date.UtcDateTime:yyyyMMdd-HHmmss}-{message.MessageId!.Split('@')[0]}.eml.tmp"), "half");

        await folder.CarryAsync(message, default);
        await folder.CarryAsync(message, default);

        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Carry_FolderIsAFile_SaysSoInWords()
    {
        await File.WriteAllTextAsync(_folder, "in the way");
        var message = MailLetter.Of(OutgoingMail.Queue(OutgoingMailTests.Draft(), Guid.NewGuid(), "mz@guiping.gov.cn", new TestClock().Now), "韦某某", new MailOptions());

        var problem = await Assert.ThrowsAsync<MailNotCarriedException>(() => new PickupFolder(_folder).CarryAsync(message, default));

        Assert.Equal((false, true), (problem.IsFinal, problem.IsUnreachable));
        Assert.StartsWith("邮件文件夹不能写入：", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
}
