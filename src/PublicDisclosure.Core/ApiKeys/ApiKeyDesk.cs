using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>Makes a key for a business system of an organisation.</summary>
public sealed record MakeApiKey(Guid OrganisationId, string SystemName, ApiScopes Scopes, Guid ResponsibleId, DateOnly ExpiresOn, Guid By);

/// <summary>Ends a key.</summary>
public sealed record RevokeApiKey(Guid Id, Guid By);

/// <summary>A key just made, with its secret.</summary>
/// <param name="Id">The key.</param>
/// <param name="Secret">Told now and never again.</param>
public sealed record MadeApiKey(Guid Id, ApiKeySecret Secret);

/// <summary>Makes and ends keys. Who may for which organisation is asked by the page.</summary>
public sealed class ApiKeyDesk(DisclosureDb db, BusinessClock clock, StaffAuthority authority, MailQueue mails, IOptions<PublishApiOptions> options, IOptions<MailOptions> mailOptions)
{
    /// <summary>Makes a key and tells it, the only time that it can be told. The person who answers for it is written to.</summary>
    public async Task<OutcomeOf<MadeApiKey>> MakeAsync(MakeApiKey command, CancellationToken stop = default)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == command.OrganisationId, stop);
        if (organisation is null) return Outcome.NotFound;
        var refusals = ApiKey.Check(command.SystemName, command.Scopes, command.ExpiresOn, clock.Today, options.Value.LongestKeyDays).ToList();
        if (!organisation.IsActive) refusals.Add(new Refusal("ApiKey.OrganisationClosed"));
        if (!(await authority.RightsOfAsync(command.ResponsibleId, stop)).Has(Permission.DisclosuresDraft, command.OrganisationId))
            refusals.Add(new Refusal("ApiKey.ResponsibleUnfit", "ResponsibleId"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var (now, secret) = (clock.Now, ApiKeySecret.New());
        var key = ApiKey.Make(
            Guid.CreateVersion7(now), secret, organisation.Id, command.SystemName, command.Scopes, command.ResponsibleId, command.ExpiresOn, now, command.By, options.Value.LongestKeyDays);
        db.Add(key);
        db.Add(AuditEntry.Record(now, command.By, ApiKeyActs.Make, key.OrganisationId, key.Id, key.SystemName, $"{key.Prefix}…，有效期至 {key.ExpiresOn:yyyy-MM-dd}"));
        if (command.ResponsibleId != command.By) await mails.AddToAsync(Letter(key, organisation.ShortName), command.ResponsibleId, stop);
        await db.SaveChangesAsync(stop);
        return new MadeApiKey(key.Id, secret);
    }

    /// <summary>Ends a key at once. What it sent before stays where it is.</summary>
    public async Task<Outcome> RevokeAsync(RevokeApiKey command, CancellationToken stop = default)
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == command.Id, stop) is not { } key) return Outcome.NotFound;
        if (key.RevokedAt is not null) return Outcome.Done;
        key.Revoke(clock.Now, command.By);
        db.Add(AuditEntry.Record(clock.Now, command.By, ApiKeyActs.Revoke, key.OrganisationId, key.Id, key.SystemName, key.Prefix + "…"));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }

    private MailDraft Letter(ApiKey key, string organisation)
    {
        var about = $"您是“{key.SystemName}”来件的责任人";
        var body = new MailWords(organisation)
            .Paragraph($"本单位为业务系统“{key.SystemName}”制发了接口密钥，有效期至{MailWords.Date(key.ExpiresOn)}，您是责任人。")
            .Paragraph("该系统送来的草稿以您的名义进入待办事项，须由您或者本单位其他经办人核对后提交审查；您不能审查这些草稿。如果没有这回事，请马上告诉单位管理员停用密钥。")
            .Paragraph("查看待办事项：" + mailOptions.Value.Link("/admin")).End(mailOptions.Value);
        return new MailDraft(MailKind.ApiKeyMade, key.OrganisationId, $"api-key:{key.Id:N}", MailWords.Subject(about), body, about, "/admin");
    }
}
