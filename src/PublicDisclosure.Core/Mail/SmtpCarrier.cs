using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace PublicDisclosure.Core.Mail;

/// <summary>Hands each mail to the mail server over a connection of its own.</summary>
public sealed class SmtpCarrier(IOptions<MailOptions> options) : IMailCarrier
{
    /// <inheritdoc/>
    public MailDelivery Via => MailDelivery.Smtp;

    /// <inheritdoc/>
    public async Task CarryAsync(MimeMessage message, CancellationToken stop)
    {
        var settings = options.Value;
        using var client = new SmtpClient { Timeout = settings.TimeoutSeconds * 1000 };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Protection(settings.Security), stop);
            if (settings.UserName.Length > 0) await client.AuthenticateAsync(settings.UserName, settings.Password, stop);
            await client.SendAsync(message, stop);
        }
        catch (SmtpCommandException refused)
        {
            // 5xx of this address or this text comes again however often one asks; 4xx ("greylisted, later") does not.
            var isFinal = (int)refused.StatusCode >= 500 && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
            var what = refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? "邮件服务器没有接受收件地址" : "邮件服务器没有接受这封邮件";
            throw new MailNotCarriedException($"{what}（{(int)refused.StatusCode} {refused.Message}）", isFinal, isUnreachable: false, refused);
        }
        catch (AuthenticationException refused)
        {
            throw new MailNotCarriedException($"邮件服务器拒绝登录，请管理员核对邮件账号（{refused.Message}）", isFinal: false, isUnreachable: true, refused);
        }
        catch (Exception problem) when (problem is SocketException or IOException or ProtocolException or ServiceNotConnectedException
            or SslHandshakeException or NotSupportedException or TimeoutException || (problem is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new MailNotCarriedException($"邮件服务器连接不上（{problem.Message}）", isFinal: false, isUnreachable: true, problem);
        }

        await LeaveAsync(client, stop);
    }

    // It has been taken over; a server that hangs up without a word changes nothing about that.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken stop)
    {
        try
        {
            await client.DisconnectAsync(quit: true, stop);
        }
        catch (Exception problem) when (problem is IOException or ProtocolException or CommandException or OperationCanceledException or SocketException)
        {
        }
    }

    private static SecureSocketOptions Protection(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
