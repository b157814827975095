using System.ServiceModel.Syndication;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.ForcedPublications;
using PublicDisclosure.Web.Pages.PolicyLibrary;
using PublicDisclosure.Web.Pages.Withdrawals;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>
/// The registers as Atom feeds: acts, not documents. One document may be in a register several times, so an entry is known by its act. Each
/// shows of a disclosure what the page of the register shows, read by the same register.
/// </summary>
public static class RegisterFeeds
{
    private const int Entries = 50;

    /// <summary>The newest withdrawals and suspensions, corrections and updates, or displays that have ended.</summary>
    public static async Task<IResult> WithdrawalsAsync(HttpContext http, [AsParameters] WithdrawalQuery asked, ChangeRegister register, SiteAddress site, AtomFeeds feeds, CancellationToken stop)
    {
        var conditions = asked.Conditions();
        if (AtomFeeds.Refusal(http, conditions) is { } refusal) return refusal;
        SyndicationItem[] entries = asked.ShowsCorrections
            ? [.. (await register.CorrectionsAsync(null, stop)).Rows.Select(line => Entry(
                site, $"/disclosures/{line.Address}/versions/{line.Number}", "/disclosures/" + line.Address, line.Title, $"{Words.Of(line.Change)}，第 {line.Number} 版。{line.Reason}", line.At,
                line.At, line.OrganisationName))]
            : [.. (asked.ShowsDisplays ? await register.DisplaysAsync(null, stop) : await register.WithdrawalsAsync(null, stop)).Rows.Select(line => Entry(
                site, $"{line.Record.Path}#{line.Act.ToString().ToLowerInvariant()}-{line.At:yyyyMMddHHmmssfff}", line.Record.Path, line.Record.ShownTitle, ActWords.Sentence(line), line.At,
                line.At, line.Record.OrganisationName))];
        return await feeds.AnswerAsync(Feed("/withdrawals", "撤回与更正登记", "登记的撤回、停止公开、更正、更新和公示期满", conditions, entries));
    }

    /// <summary>The newest results of the clean-up of documents.</summary>
    public static async Task<IResult> CleanupAsync(
        HttpContext http, [AsParameters] CleanupQuery asked, CleanupRegister register, OrganisationDirectory directory, SiteAddress site, AtomFeeds feeds, CancellationToken stop)
    {
        var organisations = await directory.ReadAsync(asked.Organisation, stop);
        var conditions = asked.Conditions(organisations);
        if (AtomFeeds.Refusal(http, conditions) is { } refusal) return refusal;
        var entries = (await register.ReadAsync(asked.OrganisationId(organisations), asked.Chosen, null, stop)).Rows.Select(line => Entry(
            site, $"/policies/cleanup#{line.Id:N}", "/disclosures/" + line.Address, $"{line.Title}：{Words.Of(line.Kind)}",
            $"自{TimeHtml.Text(line.EffectiveOn)}起{Words.Of(line.Kind)}{(line.IsCorrected ? "，已由后来的决定更正" : "")}。{line.BasisTitle ?? line.Basis}", line.At, line.At, line.OrganisationName));
        return await feeds.AnswerAsync(Feed("/policies/cleanup", "文件清理结果", "经登记并由另一人确认的清理决定", conditions, entries));
    }

    /// <summary>The newest publications without a second person's signature.</summary>
    public static async Task<IResult> ForcedAsync(HttpContext http, [AsParameters] ForcedQuery asked, ForcedPublicationRegister register, SiteAddress site, AtomFeeds feeds, CancellationToken stop)
    {
        var conditions = asked.Conditions();
        if (AtomFeeds.Refusal(http, conditions) is { } refusal) return refusal;
        var entries = (await register.PublicAsync(asked.OnlyOpen, null, stop)).Rows.Select(line => Entry(
            site, $"/forced-publications#{line.Id:N}", line.Title is null ? "/forced-publications" : "/disclosures/" + line.Address, line.Title ?? "该信息已停止公开",
            $"{line.Reason}{(line.Outcome is { } outcome ? $"（补办审签：{Words.Of(outcome)}）" : $"（待补办审签，期限{TimeHtml.Text(line.ReviewDueOn)}）")}", line.At, line.ReviewedAt ?? line.At,
            line.OrganisationName));
        return await feeds.AnswerAsync(Feed("/forced-publications", "应急发布登记", "应急发布的信息和补办审签的结果", conditions, entries));
    }

    /// <summary>The frequently asked questions that were written or changed last.</summary>
    public static async Task<IResult> QuestionsAsync(HttpContext http, LetterReader reader, SiteAddress site, AtomFeeds feeds, CancellationToken stop)
    {
        var conditions = new ListConditions();
        if (AtomFeeds.Refusal(http, conditions) is { } refusal) return refusal;
        var entries = (await reader.QuestionsAsync(stop)).Take(Entries).Select(row => Entry(
            site, $"/letters/questions#q-{row.Id:N}", $"/letters/questions#q-{row.Id:N}", row.Question, row.Answer, row.ChangedAt, row.ChangedAt, row.OrganisationName));
        return await feeds.AnswerAsync(Feed("/letters/questions", "常见问题", "从公开的留言答复中整理的常见问题", conditions, entries));
    }

    /// <summary>The editions of the catalogue that came into force or were superseded last.</summary>
    public static async Task<IResult> EditionsAsync(HttpContext http, EditionReader editions, SiteAddress site, AtomFeeds feeds, CancellationToken stop)
    {
        var conditions = new ListConditions();
        if (AtomFeeds.Refusal(http, conditions) is { } refusal) return refusal;
        var entries = (await editions.ReadAsync(stop)).Where(e => e.InForceOn is not null).Select(e => Entry(
            site, $"/editions#{e.Id:N}", "/editions", e.Name, $"{Words.Of(e.Status)}，{TimeHtml.Text(e.InForceOn!.Value)}起施行，共 {e.Items} 项。", Midnight(e.InForceOn.Value),
            Midnight(e.SupersededOn ?? e.InForceOn.Value), e.OwnerName)).OrderByDescending(e => e.LastUpdatedTime).Take(Entries);
        return await feeds.AnswerAsync(Feed("/editions", "目录版本", "标准目录的现行版本和历次版本", conditions, entries));
    }

    private static DateTime Midnight(DateOnly day) => BusinessClock.Utc(day, TimeOnly.MinValue);

    private static AtomFeed Feed(string page, string name, string subtitle, ListConditions conditions, IEnumerable<SyndicationItem> entries) => new()
    {
        Address = conditions.Address(page + "/feed.xml"),
        Names = [name, .. conditions.Names],
        Subtitle = subtitle,
        Page = conditions.Address(page),
        Entries = [.. entries],
    };

    private static SyndicationItem Entry(SiteAddress site, string id, string page, string title, string summary, DateTime at, DateTime changedAt, string author)
    {
        var entry = new SyndicationItem
        {
            Id = site.Of(id),
            Title = new TextSyndicationContent(XmlText.Clean(title)),
            Summary = new TextSyndicationContent(XmlText.Clean(summary)),
            PublishDate = new DateTimeOffset(at),
            LastUpdatedTime = new DateTimeOffset(changedAt),
        };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(site.Of(page))));
        entry.Authors.Add(new SyndicationPerson { Name = XmlText.Clean(author) });
        return entry;
    }
}
