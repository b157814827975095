using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Mail;

/// <summary>Against a mail server that says what a test has it say.</summary>
public sealed class SmtpCarrierTests
{
    [Fact]
    public async Task Carry_Accepted_ArrivesWhole()
    {
        using var server = new SmallMailServer();

        await CarryAsync(server.Port);

        Assert.Equal("mz@guiping.gov.cn", server.Recipient);
        using var received = new MemoryStream(Encoding.ASCII.GetBytes(server.Data));
        var message = await MimeMessage.LoadAsync(received);
        Assert.Equal(("【政务公开】主题", "第一行\n.第二行以点开头\n"), (message.Subject, message.TextBody!.ReplaceLineEndings("\n")));
    }

    [Theory]
    [InlineData("550 5.1.1 no such user", true, "邮件服务器没有接受收件地址")]
    [InlineData("451 4.7.1 try again later", false, "邮件服务器没有接受收件地址")]
    public async Task Carry_RecipientRefused_IsFinalOnlyWhenTheServerSaysSo(string answer, bool isFinal, string words)
    {
        using var server = new SmallMailServer(recipientAnswer: answer);

        var problem = await Assert.ThrowsAsync<MailNotCarriedException>(() => CarryAsync(server.Port));

        Assert.Equal((isFinal, false), (problem.IsFinal, problem.IsUnreachable));
        Assert.StartsWith(words, problem.Message, StringComparison.Ordinal);
        Assert.Contains(answer[..3], problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carry_TextRefused_SaysSo()
    {
        using var server = new SmallMailServer(dataAnswer: "554 5.7.1 spam");

        var problem = await Assert.ThrowsAsync<MailNotCarriedException>(() => CarryAsync(server.Port));

        Assert.True(problem.IsFinal);
        Assert.StartsWith("邮件服务器没有接受这封邮件", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carry_NobodyListensOrNoTls_IsUnreachable()
    {
        var port = Machine.FreePort();
        using var plain = new SmallMailServer();

        foreach (var carry in new[] { () => CarryAsync(port), () => CarryAsync(plain.Port, MailSecurity.StartTls) })
        {
            var problem = await Assert.ThrowsAsync<MailNotCarriedException>(carry);
            Assert.Equal((false, true), (problem.IsFinal, problem.IsUnreachable));
            Assert.StartsWith("邮件服务器连接不上", problem.Message, StringComparison.Ordinal);
        }
    }

    private static Task CarryAsync(int port, MailSecurity security = MailSecurity.None)
    {
        var options = new MailOptions { Delivery = MailDelivery.Smtp, Host = "127.0.0.1", Port = port, Security = security, From = "zw@guiping.gov.cn", TimeoutSeconds = 20 };
        var mail = OutgoingMail.Queue(OutgoingMailTests.Draft() with { Subject = "【政务公开】主题", Body = "第一行\n.第二行以点开头\n" }, Guid.NewGuid(), "mz@guiping.gov.cn", new TestClock().Now);
        return new SmtpCarrier(Options.Create(options)).CarryAsync(MailLetter.Of(mail, "韦某某", options), default);
    }

    /// <summary>Speaks just enough SMTP (RFC 5321) to one client after another.</summary>
    private sealed class SmallMailServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly string _recipientAnswer;
        private readonly string _dataAnswer;

        public SmallMailServer(string recipientAnswer = "250 ok", string dataAnswer = "250 ok")
        {
            (_recipientAnswer, _dataAnswer) = (recipientAnswer, dataAnswer);
            _listener.Start();
            _ = Task.Run(ServeAsync);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public string Recipient { get; private set; } = "";

        public string Data { get; private set; } = "";

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            using var client = await _listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("RCPT TO:<", StringComparison.Ordinal)) Recipient = line["RCPT TO:<".Length..line.IndexOf('>', StringComparison.Ordinal)];
                if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    Data = await ReadDataAsync(reader);
                    await writer.WriteLineAsync(_dataAnswer);
                    continue;
                }

                await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.Ordinal) ? _recipientAnswer : line == "QUIT" ? "221 bye" : "250 ok");
            }
        }

        private static async Task<string> ReadDataAsync(StreamReader reader)
        {
            var data = new StringBuilder();
            while (await reader.ReadLineAsync() is { } line && line != ".") data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            return data.ToString();
        }
    }
}
