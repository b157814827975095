using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Mail;

namespace PublicDisclosure.Core.Letters;

/// <summary>Writes to those who handle letters. A mail holds number and date, never a name or a word of the letter.</summary>
public sealed class LetterMail(DisclosureDb db, MailQueue queue, IOptions<MailOptions> mail)
{
    private static readonly Permission[] Handlers = [Permission.LettersHandle];
    private static readonly Permission[] Reviewers = [Permission.LettersReview];

    /// <summary>An organisation was given a letter: by its writer, by the office, by another organisation, or anew.</summary>
    internal Task ArrivedAsync(Letter letter, CancellationToken stop) => WriteAsync(
        letter, letter.OrganisationId, MailKind.LetterArrived, $"arrived:{letter.Steps.Count}", "有一件网民留言需要办理", "请按时答复。", Handlers, stop);

    /// <summary>An organisation is asked for its part of an answer.</summary>
    internal Task PartAskedAsync(Letter letter, Guid organisationId, CancellationToken stop) => WriteAsync(
        letter, organisationId, MailKind.LetterArrived, $"part:{letter.Parts.Count}", "有一件网民留言需要协助答复", "牵头单位请贵单位提供答复意见。", Handlers, stop);

    /// <summary>A reply, an extension or a public text waits for another person.</summary>
    internal Task WaitsAsync(Letter letter, string what, CancellationToken stop) => WriteAsync(
        letter, letter.OrganisationId, MailKind.LetterArrived, $"waits:{letter.Steps.Count}", $"有一件网民留言的{what}需要审核", "请登录平台审核。", Reviewers, stop);

    /// <summary>The last day is near, or over.</summary>
    internal Task DueAsync(Letter letter, bool isOver, CancellationToken stop) => WriteAsync(
        letter, letter.OrganisationId, MailKind.LetterDue, $"{(isOver ? "over" : "before")}:{letter.DueOn:yyyyMMdd}",
        isOver ? "有一件网民留言已超过答复期限" : "有一件网民留言即将到答复期限", isOver ? "请尽快答复。" : "请抓紧答复。", [.. Handlers, .. Reviewers], stop);

    private async Task WriteAsync(Letter letter, Guid organisationId, MailKind kind, string key, string subject, string request, Permission[] told, CancellationToken stop)
    {
        var name = await db.Organisations.Where(o => o.Id == organisationId).Select(o => o.ShortName).SingleAsync(stop);
        var path = $"/admin/letters/{letter.Id}";
        var body = new MailWords(name).Paragraph($"{subject}。{request}")
            .Paragraph($"编号：{letter.Number}\n答复期限：{MailWords.Date(letter.AnswerDueOn)}\n办理：{mail.Value.Link(path)}")
            .Paragraph("留言内容和留言人信息请登录平台查看，邮件中不写。").End(mail.Value);
        await queue.AddAsync(new MailDraft(kind, organisationId, $"letter:{letter.Id:N}:{key}", MailWords.Subject($"{subject}（{letter.Number}）"), body, letter.Number, path), told, stop);
    }
}
