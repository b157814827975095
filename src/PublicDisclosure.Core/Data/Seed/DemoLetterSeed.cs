using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data.Seed.Demo;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>
/// Enters the letters of the demonstration, once: each goes the entity's own way under the days of its story. Never in Production,
/// and never beside letters of real people.
/// </summary>
public sealed class DemoLetterSeed(DisclosureDb db, BusinessClock clock, CalendarStore calendars, FieldSealer sealer, IHostEnvironment environment, IOptions<LetterOptions> options, IOptions<DisclosureOfficeOptions> office) : ISeed
{
    private static readonly Dictionary<string, LetterChannelKind> Channels = new()
    {
        ["信访"] = LetterChannelKind.Petition,
        ["申请"] = LetterChannelKind.InformationRequest,
        ["监察"] = LetterChannelKind.Supervision,
        ["热线"] = LetterChannelKind.Hotline,
    };

    private static readonly string[] Finished = ["公开", "稿", "撤", "答复", "再"];

    private readonly LetterSeals _seals = new(sealer);
    private WorkingDayCalendar _calendar = null!;
    private Dictionary<string, Guid> _organisations = [], _domains = [], _people = [];
    private Dictionary<Guid, string> _slugs = [];
    private Dictionary<LetterChannelKind, LetterChannel> _channels = [];
    private MaskingRules _rules = null!;
    private Guid _office;

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (environment.IsProduction() || await db.Letters.AnyAsync(stop)) return 0;
        _calendar = await calendars.GetAsync(stop);
        var organisations = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Slug, o.ShortName }).ToListAsync(stop);
        _organisations = organisations.SelectMany(o => new[] { (o.ShortName, o.Id), (o.Slug, o.Id) }).DistinctBy(o => o.Item1).ToDictionary(o => o.Item1, o => o.Id);
        _slugs = organisations.ToDictionary(o => o.Id, o => o.Slug);
        _domains = await db.Domains.AsNoTracking().ToDictionaryAsync(d => d.Code, d => d.Id, stop);
        _people = await db.Users.AsNoTracking().Where(u => u.IsDemo).ToDictionaryAsync(u => u.UserName!, u => u.Id, stop);
        _rules = new MaskingRules(await db.MaskingRules.AsNoTracking().ToListAsync(stop));
        _office = _organisations[office.Value.Slug];
        await FillChannelsAsync(stop);
        var written = new List<Letter>();
        foreach (var (demo, index) in DemoLetterReader.All().Select((l, i) => (l, i))) written.Add(Write(demo, index, written));
        await db.SaveChangesAsync(stop);
        return written.Count;
    }

    /// <summary>Takes the demonstration's letters out again and says how many there were.</summary>
    public async Task<int> RemoveAsync(CancellationToken stop)
    {
        await db.LetterQuestions.Where(q => db.Letters.Any(l => l.IsDemo && l.Id == q.LetterId)).ExecuteDeleteAsync(stop);
        await db.Letters.Where(l => l.IsDemo && l.MergedIntoId != null).ExecuteDeleteAsync(stop);
        return await db.Letters.Where(l => l.IsDemo).ExecuteDeleteAsync(stop);
    }

    /// <summary>Addresses that are made up and say so.</summary>
    private async Task FillChannelsAsync(CancellationToken stop)
    {
        _channels = await db.LetterChannels.ToDictionaryAsync(c => c.Kind, stop);
        foreach (var channel in _channels.Values.Where(c => !c.IsComplete))
            channel.Change(new LetterChannelText(channel.Name, "桂平市人民路1号（演示地址）", channel.Phone.Length > 0 ? channel.Phone : "0775-0000000（演示）", channel.Basis), clock.Now);
    }

    private Letter Write(DemoLetter demo, int index, List<Letter> written)
    {
        var (on, id) = (DayOf(demo.Ago), Guid.CreateVersion7());
        var at = At(on, 9 + (index % 7), index * 7 % 60);
        Guid? to = demo.To.Length == 0 ? null : _organisations[demo.To];
        var letter = Letter.Receive(
            new LetterReceived(id, on.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "-" + (100_000 + (index * 7919 % 899_999)).ToString(CultureInfo.InvariantCulture), id, id.ToString("N"), demo.Kind, to, _office)
            {
                WantsPublic = demo.IsPublic,
                CodeHash = QueryCode.New().Hash(),
                SecretHash = QueryCode.New().Hash(),
                Original = _seals.Seal(id, demo.Text.Cleaned()),
                Limits = Limits(demo.Kind, false, on),
                IsDemo = true,
            }, at);
        db.Add(letter);
        Lead(letter, demo, at, written);
        if (letter.Publicity == LetterPublicity.Published && demo.Of("faq").Length > 0) db.Add(LetterQuestion.Of(Guid.CreateVersion7(), letter, letter.PublicTitle, letter.PublicAnswer, letter.PublishedAt!.Value, _people["office"]));
        foreach (var step in letter.Steps) db.Add(AuditEntry.Record(step.At, step.By, LetterTransitions.AuditOf(step.Act), step.OrganisationId, id, letter.Number));
        return letter;
    }

    private void Lead(Letter letter, DemoLetter demo, DateTime at, List<Letter> written)
    {
        var (officer, done) = (_people["office"], Later(at, demo.Took, demo.Took > 0 ? 0 : 2));
        if (Channels.TryGetValue(demo.End, out var channel))
        {
            letter.Direct(channel, LetterTriage.Write(_channels[channel], ""), done, officer);
            return;
        }

        if (demo.End.StartsWith("拒:", StringComparison.Ordinal)) letter.Decline(Enum.Parse<LetterDeclineReason>(demo.End[2..]), null, done, officer);
        if (demo.End == "并") letter.Merge(written.Last(l => l.OrganisationId == letter.OrganisationId && l.State == LetterState.InHand), false, Later(at, 0, 1), Clerk(letter));
        if (!LetterTransitions.IsOpen(letter.State) || demo.End == "分办") return;
        if (letter.State == LetterState.AwaitingTriage) letter.Assign(_organisations[demo.Of("assign")], false, demo.Text.Title, Limits(letter.Kind, false, letter.ReceivedOn), null, Later(at, 0, 1), officer);
        var isComplex = demo.Of("complex").Length > 0;
        if (isComplex || demo.End == "延") Extend(letter, at);
        if (demo.Answer.Length > 0) Reply(letter, demo, done);
    }

    private void Extend(Letter letter, DateTime at)
    {
        var days = options.Value.ExtensionDays;
        letter.ProposeExtension(days, days, _seals.Seal(letter.Id, LetterSeals.Remark, "需要现场核实和检测。"), BusinessClock.BeijingDate(at), Later(at, 0, 2), Clerk(letter));
        letter.ConfirmExtension(_calendar.AddWorkingDays(letter.LimitFrom, letter.LimitDays + days), Later(at, 0, 3), Reviewer(letter));
    }

    private void Reply(Letter letter, DemoLetter demo, DateTime done)
    {
        var on = BusinessClock.BeijingDate(done);
        var adopted = demo.Of("ad").Split(':', 2);
        Adoption? adoption = adopted[0] switch { "采纳" => Adoption.Adopted, "部分采纳" => Adoption.PartlyAdopted, "不采纳" => Adoption.NotAdopted, _ => null };
        letter.SubmitReply(new LetterReplyText(_seals.Seal(letter.Id, LetterSeals.Reply, demo.Answer), adoption, adopted.Length > 1 ? adopted[1] : ""), done.AddMinutes(-40), Clerk(letter));
        if (!Finished.Contains(demo.End)) return;
        letter.Approve(_calendar.WorkingDaysBetween(letter.ReceivedOn, on), on, done, Reviewer(letter));
        if (Satisfactions.TryGetValue(demo.Of("rate"), out var satisfaction)) letter.Rate(satisfaction, done.AddHours(20));
        if (demo.End == "再")
        {
            var again = Later(done, 3, 0);
            var today = BusinessClock.BeijingDate(again);
            letter.Reopen(_seals.Seal(letter.Id, LetterSeals.Again, "按答复去办了，还是没有解决，请再看一看。"), Limits(letter.Kind, letter.IsComplex, today), _calendar.AddWorkingDays(on, options.Value.ReopeningDays), today, again);
        }

        if (demo.End is "公开" or "稿" or "撤") Publish(letter, demo, done);
    }

    private void Publish(Letter letter, DemoLetter demo, DateTime done)
    {
        string Masked(string text) => LetterMask.Propose(text, demo.Text, _rules);
        Guid? domain = _domains.TryGetValue(demo.Of("d"), out var found) ? found : null;
        var text = new PublicLetterText(Masked(demo.Text.Title), Masked(demo.Text.Text), Masked(demo.Answer), domain);
        letter.ProposePublication(text, LetterMask.Name(demo.Text.Name, _rules), LetterMask.Check(text, demo.Text), done.AddHours(1), Clerk(letter));
        if (demo.End == "稿") return;
        letter.Publish(LetterMask.Check(text, demo.Text), done.AddHours(2), Reviewer(letter));
        if (demo.End == "撤") letter.TakeDown("留言人提出不再公开。", _seals.Seal(letter.Id, LetterSeals.Remark, text.Question), Later(done, 4, 0), Reviewer(letter));
    }

    private static readonly Dictionary<string, Satisfaction> Satisfactions = new()
    {
        ["非常满意"] = Satisfaction.VerySatisfied,
        ["满意"] = Satisfaction.Satisfied,
        ["基本满意"] = Satisfaction.Fair,
        ["不满意"] = Satisfaction.Dissatisfied,
    };

    private Guid Clerk(Letter letter) => Person(letter, DemoAccounts.ClerkOf, "clerk");

    private Guid Reviewer(Letter letter) => Person(letter, DemoAccounts.ReviewerOf, "reviewer");

    private Guid Person(Letter letter, Func<string, string> nameOf, string otherwise) =>
        _people.TryGetValue(nameOf(_slugs[letter.OrganisationId]), out var person) ? person : _people[otherwise];

    private LetterLimits Limits(LetterKind kind, bool isComplex, DateOnly from)
    {
        var days = options.Value.DaysOf(kind, isComplex);
        return new LetterLimits(days, _calendar.AddWorkingDays(from, days), _calendar.AddWorkingDays(from, options.Value.TriageDays));
    }

    /// <summary>The working day that many days ago, or the one before it.</summary>
    private DateOnly DayOf(int ago)
    {
        var day = clock.Today.AddDays(-ago);
        while (ago > 0 && !_calendar.IsWorkingDay(day)) day = day.AddDays(-1);
        return day;
    }

    private DateTime At(DateOnly on, int hour, int minute)
    {
        var at = BusinessClock.Utc(on, new TimeOnly(hour, minute));
        return at < clock.Now ? at : clock.Now.AddMinutes(-5);
    }

    /// <summary>Working days and hours later; never after now.</summary>
    private DateTime Later(DateTime at, int workingDays, int hours)
    {
        var on = BusinessClock.BeijingDate(at);
        var later = BusinessClock.Utc(workingDays == 0 ? on : _calendar.AddWorkingDays(on, workingDays), TimeOnly.FromDateTime(BusinessClock.BeijingTime(at))).AddHours(hours);
        return later < clock.Now ? later : clock.Now.AddMinutes(-1);
    }
}
