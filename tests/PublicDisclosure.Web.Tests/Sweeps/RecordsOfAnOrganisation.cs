using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>One record of every kind that belongs to an organisation, by the place of its id in an address.</summary>
internal sealed partial class RecordsOfAnOrganisation
{
    // 义务教育: the civil affairs bureau, which asks, leads other domains.
    private const string DomainCode = "03";

    private readonly Dictionary<string, string> _values;

    private RecordsOfAnOrganisation(Dictionary<string, string> values) => _values = values;

    /// <summary>Enters the records.</summary>
    /// <param name="site">The site.</param>
    /// <param name="slug">Whose they are.</param>
    /// <param name="importer">Account that uploaded the import; nobody's by default.</param>
    public static async Task<RecordsOfAnOrganisation> AddAsync(SiteFactory site, string slug, Guid? importer = null)
    {
        var now = new TestClock().Now;
        var organisation = await site.OrganisationAsync(slug);
        var (city, domain, bodyRule, rule) = await site.ReadAsync(async db => (
            await db.Editions.Where(e => e.Status == EditionStatus.InForce && e.BasedOnEditionId == null).Select(e => e.Id).SingleAsync(),
            await db.Domains.SingleAsync(d => d.Code == DomainCode),
            await db.BodyRules.Select(r => r.Id).FirstAsync(), await db.ClassificationRules.Select(r => r.Id).FirstAsync()));
        var disclosure = TestData.CreateDisclosure(organisation);
        var attachment = TestData.CreateAttachment(disclosure.Id);
        var posting = OffsitePosting.Record(
            Guid.NewGuid(), (organisation, "05-any"), new PostingDetails { What = "名单", Places = "公示栏", From = TestClock.DefaultDay, To = TestClock.DefaultDay.AddDays(7) }, null, now, Guid.NewGuid());
        var user = TestData.CreateStaffUser();
        var edition = CatalogueEdition.Draft(Guid.NewGuid(), organisation, "基层政务公开标准目录（草案）", 2026, city, now, null);
        var text = new StandardItemText { Level1 = "综合业务", Level2 = "政策法规文件", Elements = "文件全文", TimeLimit = "20个工作日", Body = "教育部门", Channels = "■政府网站", Audience = "全社会" };
        var code = ItemCode.Create(domain.Code, text.Level1, text.Level2, "", _ => false);
        var item = StandardItem.Create(Guid.NewGuid(), edition.Id, domain.Id, code, "1", 1, text, GovernmentLevels.Township, DisclosureMode.Active, ItemProvenance.Entered);
        edition.Add(item);
        var upload = new UploadCatalogue(edition.Id, "目录.csv", "序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,公开对象,公开方式,公开层级\n1,综合业务,政策文件,文件全文,条例,20个工作日内,教育部门,■政府网站,全社会,主动,县级\n"u8.ToArray(), domain.Name, importer ?? user.Id);
        var import = CatalogueImport.Keep(Guid.NewGuid(), upload, now);
        var other = await site.OrganisationAsync(slug == "czj" ? "gaj" : "czj");
        var reminder = Reminder.Send(Guid.NewGuid(), domain.Id, other, organisation, [code], "请公开", new DateOnly(2026, 4, 1), now, user.Id);
        var template = DisclosureTemplate.Create(Guid.NewGuid(), organisation, code, "模板", TestData.CreateText(), now);
        var sheet = BatchUpload.Keep(Guid.NewGuid(), new UploadBatch(BatchKind.Decisions, organisation, code, null, false, "处罚.csv", "行政相对人名称,处罚决定书文号"u8.ToArray(), importer ?? user.Id), now);
        var old = BatchUpload.Keep(Guid.NewGuid(), new UploadBatch(BatchKind.Import, organisation, code, null, false, "旧网站.csv", "标题,正文,原发布日期\n旧闻,正文,2020-01-05\n"u8.ToArray(), importer ?? user.Id), now);
        var duty = await site.ReadAsync(db => db.Duties.Where(d => d.OrganisationId == organisation && d.IsActive).OrderBy(d => d.ItemCode).FirstAsync());
        var nothing = ZeroReport.Declare(Guid.NewGuid(), duty, ReportingPeriod.Parse("2025-Q4")!, "没有新增。", TestClock.DefaultDay, now, user.Id);
        var letter = await site.UseAsync<LetterIntake, OutcomeOf<LetterReceipt>>(i => i.SendAsync(
            new SendLetter(Guid.NewGuid(), LetterKind.Help, slug, new LetterText("求助", $"村口的路灯坏了很久没有人修。{Guid.NewGuid():N}"), true)));
        var opinion = TestData.CreateCase(now, CaseStage.Assessing, organisation);
        // The question is the same organisation's own, so that every id here is foreign to everybody else.
        opinion.Consult(Guid.NewGuid(), other, "请说明。", now.AddHours(4), now, user.Id);
        var response = Disclosure.Create(Guid.NewGuid(), organisation, TestData.CreateText() with { Genre = DisclosureGenre.Response }, now, user.Id);
        var report = await site.UseAsync<ErrorReportDesk, OutcomeOf<ErrorReceipt>>(d => d.ReceiveAsync(new ReportError("/organisations/" + slug, ErrorKind.Other, "错字", ""))) is { IsDone: true }
            ? await site.ReadAsync(db => db.ErrorReports.Where(r => r.OrganisationId == organisation).OrderByDescending(r => r.ReceivedAt).FirstAsync()) : throw new InvalidOperationException("The report was refused.");
        var key = ApiKey.Make(Guid.NewGuid(), ApiKeySecret.New(), organisation, "业务系统", ApiScopes.Status, user.Id, TestClock.DefaultDay.AddDays(30), now, user.Id, 30);
        var batch = DisclosureBatch.Of(Guid.NewGuid(), sheet, organisation, 1, now, user.Id);
        await site.WriteAsync(async db =>
        {
            await new MailQueue(db, SiteFactory.Clock).AddAsync(
                new MailDraft(MailKind.Reminder, organisation, $"sweep:{reminder.Id:N}", "提醒", "请公开", "请公开", "/admin"), [Permission.DisclosuresDraft], default);
            db.AddRange(opinion, response, PublicResponse.Of(response, opinion.Id, new ResponseFacts(ResponseKind.Answer, "问", null, "事", false), now, user.Id), nothing, posting, disclosure, reminder, attachment, user, TestData.CreateMembership(user.Id, organisation), edition, import, template, sheet, old, batch, key);
        });
        var mail = await site.ReadAsync(db => db.Mails.Where(m => m.Key.StartsWith($"sweep:{reminder.Id:N}")).Select(m => m.Id).FirstAsync());
        return new(new Dictionary<string, string>
        {
            ["disclosures/{id}"] = disclosure.Id.ToString(),
            ["postings/{id}"] = posting.Id.ToString(),
            ["attachments/{attachmentId}"] = attachment.Id.ToString(),
            ["mask/{attachmentId}"] = attachment.Id.ToString(),
            ["media/{attachmentId}"] = attachment.Id.ToString(),
            // Of its disclosure there is neither; what matters is that nobody from elsewhere learns that.
            ["signatures/{signatureId}"] = Guid.NewGuid().ToString(),
            ["forced-publications/{id}"] = Guid.NewGuid().ToString(),
            ["templates/{id}"] = template.Id.ToString(),
            ["uploads/{id}"] = sheet.Id.ToString(),
            ["files/{id}"] = old.Id.ToString(),
            ["batches/{id}"] = batch.Id.ToString(),
            ["users/{id}"] = user.Id.ToString(),
            ["api-keys/{id}"] = key.Id.ToString(),
            ["organisations/{id}"] = organisation.ToString(),
            ["editions/{id}"] = edition.Id.ToString(),
            ["editions/{editionId}"] = edition.Id.ToString(),
            ["items/{id}"] = item.Id.ToString(),
            ["reminders/{id}"] = reminder.Id.ToString(),
            ["mail/{id}"] = mail.ToString(),
            ["opinion-cases/{id}"] = opinion.Id.ToString(),
            ["consultations/{id}"] = opinion.Consultations[0].Id.ToString(),
            ["files/{fileId}"] = Guid.NewGuid().ToString(),
            ["responses/{id}"] = response.Id.ToString(),
            ["error-reports/{id}"] = report.Id.ToString(),
            ["letters/{id}"] = letter.Value!.Id.ToString(),
            // The office's own; nobody else opens them.
            ["questions/{id}"] = Guid.NewGuid().ToString(),
            ["channels/{kind}"] = "Petition",
            ["imports/{id}"] = import.Id.ToString(),
            // Tables of the city government: foreign to every township's steward.
            ["bodies/{id}"] = bodyRule.ToString(),
            ["classification/{id}"] = rule.ToString(),
            ["validity/{id}"] = disclosure.Id.ToString(),
            ["duties/{dutyId}"] = duty.Id.ToString(),
            ["zero-reports/{id}"] = nothing.Id.ToString(),
            ["words/{id}"] = Guid.NewGuid().ToString(),
            ["calendar/{id}"] = Guid.NewGuid().ToString(),
            // An indicator is nobody's; what it shows is cut to the reader's organisations.
            ["self-test/{indicator}"] = "no-such-indicator",
            // No ids of their own.
            ["masking-rules/{kind}"] = "Mobile",
            ["domains/{code}"] = DomainCode,
            ["{format}"] = "csv",
        });
    }

    /// <summary>The address of these records under a route.</summary>
    /// <exception cref="InvalidOperationException">The route carries a value this sweep does not know: add a record for it.</exception>
    public string Fill(string pattern)
    {
        var before = "";
        var filled = new List<string>();
        foreach (var segment in pattern.Split('/'))
        {
            filled.Add(Parameter().Replace(segment, match =>
            {
                var name = $"{{{match.Groups[1].Value}}}";
                var key = match.Length == segment.Length ? $"{before}/{name}" : name;
                return _values.TryGetValue(key, out var value)
                    ? value
                    : throw new InvalidOperationException($"Route '{pattern}' carries '{key}', which this sweep does not know.");
            }));
            before = segment;
        }

        return "/" + string.Join('/', filled);
    }

    [GeneratedRegex(@"\{(\w+)(?::[^{}]*)?\}")]
    private static partial Regex Parameter();
}
