using System.Text;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>
/// Reads the wording of 公开时限. A limit is understood only when every part of it is; otherwise nothing of it is used, the
/// wording stays and the steward is told. <c>docs/time-limits.md</c> lists how every seeded wording is read.
/// </summary>
public static partial class TimeLimitParser
{
    private const InformationKinds Decisions = InformationKinds.Permit | InformationKinds.Penalty | InformationKinds.Enforcement;

    /// <summary>Reads a wording.</summary>
    public static TimeLimit Read(string text)
    {
        var flat = Flat(text);
        if (flat.Length == 0) return new TimeLimit(text, [], LimitReadingState.NotUnderstood, [new Refusal("Limit.Empty", "TimeLimit")]);
        var rules = new List<TimeLimitRule>();
        var problems = new List<Refusal>();
        foreach (var segment in Segments(flat))
        {
            var known = rules.Aggregate(InformationKinds.None, (kinds, r) => kinds | r.Kinds);
            var (read, problem) = Segment(segment, known);
            rules.AddRange(read);
            if (problem is not null) problems.Add(problem);
        }

        if (rules.Count == 0 && problems.Count == 0) problems.Add(new Refusal("Limit.NotUnderstood", "TimeLimit", text.Trim()));
        if (rules.Count > TimeLimit.MostRules) problems.Add(new Refusal("Limit.TooManyRules", "TimeLimit", TimeLimit.MostRules));
        return problems.Count == 0
            ? new TimeLimit(text, rules, LimitReadingState.Understood, [])
            : new TimeLimit(text, [], LimitReadingState.NotUnderstood, problems);
    }

    /// <summary>The wording without the differences that mean nothing: width, blanks, marks at its end.</summary>
    public static string Flat(string text) => ChineseText.WithoutSpaces(text.Normalize(NormalizationForm.FormKC)).Trim(';', '。', ',', '.', '、');

    /// <summary>Parts that each are a limit: between semicolons and stops, in brackets with a number of their own, and a display after a comma.</summary>
    private static IEnumerable<string> Segments(string flat)
    {
        foreach (var part in Breaks().Split(flat).Where(p => p.Length > 0))
        {
            var rest = part;
            foreach (Match bracket in LimitInBrackets().Matches(part))
            {
                rest = rest.Replace(bracket.Value, "", StringComparison.Ordinal);
                yield return bracket.Groups[1].Value;
            }

            if (rest.Length > 0) yield return rest.Replace("(动态调整)", "", StringComparison.Ordinal);
        }
    }

    private static (IReadOnlyList<TimeLimitRule> Rules, Refusal? Problem) Segment(string segment, InformationKinds known)
    {
        if (OtherwiseProvided().IsMatch(segment)) return ([], null);
        var rule = new TimeLimitRule();
        var rest = segment;
        if (ExceptHead().Match(rest) is { Success: true } except && Kinds(except.Groups["k"].Value) is { } left)
            (rule, rest) = (rule with { Except = left }, rest[except.Length..]);
        else if (rest.StartsWith("其他", StringComparison.Ordinal) && known != InformationKinds.None)
            (rule, rest) = (rule with { Except = known }, rest[2..].TrimStart(':'));
        else if (KindHead().Match(rest) is { Success: true } head && Kinds(head.Groups["k"].Value) is { } kinds)
            (rule, rest) = (rule with { Kinds = kinds, Anchor = kinds == InformationKinds.Management ? LimitAnchor.FormedOrChanged : LimitAnchor.Decided }, rest[head.Length..]);
        if (ChannelWords().Match(rest) is { Success: true } channel)
        {
            rule = rule with { Channel = channel.Value.Contains('村') || channel.Value.Contains('栏') ? LimitChannel.VillageBoard : LimitChannel.Website };
            rest = rest.Remove(channel.Index, channel.Length);
        }

        return Core(rest, rule) is { } read
            ? read.Problem is { } problem ? ([], problem) : (read.Rules, null)
            : ([], new Refusal("Limit.NotUnderstood", "TimeLimit", segment));
    }

    /// <summary>The demand itself; null when it is none of the forms known.</summary>
    private static (IReadOnlyList<TimeLimitRule> Rules, Refusal? Problem)? Core(string text, TimeLimitRule rule)
    {
        if (PromptForm().IsMatch(text)) return One(rule with { Word = SettledWord.Promptly });
        if (AtOnceForm().IsMatch(text)) return One(rule with { Word = SettledWord.AtOnce });
        if (StartForm().IsMatch(text)) return One(rule with { Word = SettledWord.AtOnce, Anchor = LimitAnchor.Started });
        if (StageForm().IsMatch(text)) return One(rule with { Word = SettledWord.Promptly, Anchor = LimitAnchor.StageReached });
        if (StandingForm().IsMatch(text)) return One(rule with { Kind = TimeLimitRuleKind.Standing });
        if (WithForm().Match(text) is { Success: true } with) return One(rule with { Kind = TimeLimitRuleKind.WithDocument, Document = with.Groups["doc"].Value });
        if (PeriodForm().Match(text) is { Success: true } period) return Periods(period, rule);
        if (TimesForm().Match(text) is { Success: true } times) return Times(times, rule);
        if (FirstMonthForm().Match(text) is { Success: true } first) return Number(first, n => rule with { Kind = TimeLimitRuleKind.Recurring, Every = Every(first.Groups["p"].Value), Anchor = LimitAnchor.PeriodEnded, FirstMonthDay = n });
        if (DurationForm().Match(text) is { Success: true } lasting)
            return Number(lasting, n => rule with { Kind = TimeLimitRuleKind.Duration, Purpose = lasting.Groups["c"].Success ? DurationPurpose.Consultation : DurationPurpose.Display, Amount = n, Unit = Unit(lasting) });
        if (BeforeForm().Match(text) is { Success: true } before)
            return Number(before, n => rule with { Anchor = LimitAnchor.EventHeld, Direction = LimitDirection.Before, Amount = n, Unit = Unit(before) });
        if (ScheduleForm().Match(text) is { Success: true } schedule) return Number(schedule, n => rule with { Amount = n, Unit = Unit(schedule), OrSchedule = true });
        return WithinForm().Match(text) is { Success: true } within && Anchor(within.Groups["anchor"].Value, rule.Anchor) is { } anchor
            ? Number(within, n => rule with { Anchor = anchor, Amount = n, Unit = Unit(within) })
            : null;
    }

    private static (IReadOnlyList<TimeLimitRule>, Refusal?) One(TimeLimitRule rule) => ([rule], null);

    private static (IReadOnlyList<TimeLimitRule>, Refusal?) Number(Match match, Func<int, TimeLimitRule> make) =>
        ChineseNumber.Read(match.Groups["n"].Value) is { } number && LimitSpan.Check(number).Count == 0
            ? One(make(number))
            : ([], new Refusal("Limit.AmountOutOfRange", "TimeLimit", LimitSpan.MostAmount));

    // 按年度或按季度: either will do, so the longer one is what can be demanded.
    private static (IReadOnlyList<TimeLimitRule>, Refusal?) Periods(Match match, TimeLimitRule rule) =>
        One(EachPeriod(rule, match.Groups["p"].Captures.Select(c => Every(c.Value)).Max()));

    private static (IReadOnlyList<TimeLimitRule>, Refusal?)? Times(Match match, TimeLimitRule rule)
    {
        RecurrencePeriod? period = (ChineseNumber.Read(match.Groups["n"].Value), Every(match.Groups["p"].Value)) switch
        {
            (1, var every) => every,
            (2, RecurrencePeriod.Year) => RecurrencePeriod.HalfYear,
            (4, RecurrencePeriod.Year) => RecurrencePeriod.Quarter,
            _ => null,
        };
        return period is { } found ? One(EachPeriod(rule, found)) : null;
    }

    private static TimeLimitRule EachPeriod(TimeLimitRule rule, RecurrencePeriod every) =>
        rule with { Kind = TimeLimitRuleKind.Recurring, Word = SettledWord.PerPeriod, Anchor = LimitAnchor.PeriodEnded, Every = every };

    private static RecurrencePeriod Every(string word) => word[0] switch { '月' => RecurrencePeriod.Month, '季' => RecurrencePeriod.Quarter, '半' => RecurrencePeriod.HalfYear, _ => RecurrencePeriod.Year };

    private static LimitUnit Unit(Match match) => match.Groups["u"].Value.TrimStart('个') switch
    {
        "工作日" => LimitUnit.WorkingDay,
        "周" or "星期" => LimitUnit.Week,
        "月" => LimitUnit.Month,
        "季度" => LimitUnit.Quarter,
        "年" => LimitUnit.Year,
        _ => LimitUnit.Day,
    };

    private static LimitAnchor? Anchor(string text, LimitAnchor standing)
    {
        if (text.Length == 0) return standing;
        if (ObtainedAnchor().IsMatch(text))
            return text.Contains("获取", StringComparison.Ordinal) || text.Contains('制') ? LimitAnchor.Obtained : text.Contains("变更", StringComparison.Ordinal) ? LimitAnchor.FormedOrChanged : LimitAnchor.Formed;
        if (DecidedAnchor().IsMatch(text)) return LimitAnchor.Decided;
        if (ApprovedAnchor().IsMatch(text)) return LimitAnchor.Approved;
        if (ApplicationAnchor().IsMatch(text)) return LimitAnchor.ApplicationReceived;
        if (SurveyAnchor().IsMatch(text)) return LimitAnchor.SurveyEnded;
        return ResultAnchor().IsMatch(text) ? LimitAnchor.ResultSettled : null;
    }

    private static InformationKinds? Kinds(string words)
    {
        var kinds = InformationKinds.None;
        if (words.Contains("许可", StringComparison.Ordinal)) kinds |= InformationKinds.Permit;
        if (words.Contains("处罚", StringComparison.Ordinal)) kinds |= InformationKinds.Penalty;
        if (words.Contains("强制", StringComparison.Ordinal)) kinds |= InformationKinds.Enforcement;
        if (words.Contains("执法", StringComparison.Ordinal)) kinds |= Decisions;
        if (words.Contains("管理", StringComparison.Ordinal)) kinds |= InformationKinds.Management;
        return kinds == InformationKinds.None ? null : kinds;
    }

    private const string N = @"(?<n>\d{1,6}|[零〇一二两三四五六七八九十百]{1,6})", U = @"(?<u>个?工作日|个?自然日|日|天|周|个?星期|个?月|个?季度|年)";

    private const string Kind = @"(?:行政)?(?:许可|处罚|强制|执法)";

    [GeneratedRegex(@"[;。]|,(?=公示|长期|永久|法律|其他|征求)")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"\(([^()]*(?:\d|[一二三四五六七八九十])+个?(?:工作日|日|天|月)[^()]*)\)")]
    private static partial Regex LimitInBrackets();

    [GeneratedRegex("^法律、?(?:行政)?法规(?:、规章)?(?:对.{0,20})?另有规定的?,?从其规定$")]
    private static partial Regex OtherwiseProvided();

    [GeneratedRegex($"^除(?<k>{Kind}(?:(?:、|和|及|或){Kind})*)(?:决定|信息)?外[:,]?")]
    private static partial Regex ExceptHead();

    [GeneratedRegex($"^(?<k>(?:{Kind}(?:(?:、|和|及|或){Kind})*)(?:决定|信息)?|管理信息)[:,]?")]
    private static partial Regex KindHead();

    [GeneratedRegex(@"\((?:政府|部门)?网站\)|\(?(?:在)?村(?:务|委会)?公示栏\)?(?:公开)?")]
    private static partial Regex ChannelWords();

    [GeneratedRegex("^(?:按(?:照)?进展情况|根据进展情况)?(?:及时)(?:公开|公布|发布|更新)?$")]
    private static partial Regex PromptForm();

    [GeneratedRegex("^(?:实时|即时|立即|随时)(?:公开|公布|发布|更新)?$")]
    private static partial Regex AtOnceForm();

    [GeneratedRegex("^(?:实地)?启动(?:时|之日)(?:公开)?$")]
    private static partial Regex StartForm();

    [GeneratedRegex("^按(?:各)?节点(?:公开)?$")]
    private static partial Regex StageForm();

    [GeneratedRegex("^(?:长期|永久|常年)(?:公开|公示)?$")]
    private static partial Regex StandingForm();

    [GeneratedRegex("^(?:随|同|与)(?<doc>[^0-9;,]{2,30}?)(?:一并|一同|同时|同步)?(?:公开|发布|公布)$")]
    private static partial Regex WithForm();

    [GeneratedRegex("^按(?<p>月度?|季度?|半年|年度?)(?:(?:或者?|、)按?(?<p>月度?|季度?|半年|年度?))*(?:公开|公布|发布|更新)?$")]
    private static partial Regex PeriodForm();

    [GeneratedRegex($"^每?一?个?(?<p>月|季度?|半年|年)(?:至少|不少于)?(?:更新|公开|公布)?{N}次$")]
    private static partial Regex TimesForm();

    [GeneratedRegex($"^每?个?(?<p>季度?|半年|年)的?(?:首个?月|第一个月){N}日(?:前|之前|内)?(?:公开)?$")]
    private static partial Regex FirstMonthForm();

    [GeneratedRegex($"^(?:(?<c>征求意见)|公示)(?:期限?|时间)?(?:不得少于|不少于|至少)?{N}{U}$")]
    private static partial Regex DurationForm();

    [GeneratedRegex($"^(?:(?:组织|举行|召开|举办)?(?:听证会?|会议|论证会?)(?:召开|举行)?{N}{U}(?:之?前)|提前{N}{U}(?:[^0-9;,]{{0,10}}))$")]
    private static partial Regex BeforeForm();

    [GeneratedRegex($"^{N}{U}(?:之?内|以内)?或者?按(?:统计)?公布日程(?:公开)?$")]
    private static partial Regex ScheduleForm();

    [GeneratedRegex($"^(?<anchor>.*?){N}{U}(?:之?内|以内)?(?:公开|公布|发布|更新)?$")]
    private static partial Regex WithinForm();

    [GeneratedRegex(@"^自?(?:公开事项)?(?:信息|该信息|政府信息)?(?:(?:形成|变更|产生|制定|制作|获取|更新)(?:或者?|、|及|和|\(|\)|该?信息)*)+(?:之日起?|后|起)?$")]
    private static partial Regex ObtainedAnchor();

    [GeneratedRegex("^自?(?:作出|做出)?(?:行政)?(?:执法|处罚|许可)?决定(?:作出)?(?:之日起?|后|起)$")]
    private static partial Regex DecidedAnchor();

    [GeneratedRegex("^自?(?:收到)?(?:本级)?(?:政府财政部门|人大或其常委会|人大常委会|人大|人民代表大会(?:或其常委会|常务委员会)?|征地)?(?:批复|批准)(?:文件)?(?:之日起?|后|起)$")]
    private static partial Regex ApprovedAnchor();

    [GeneratedRegex("^自?收到申请(?:之日起?|后|起)$")]
    private static partial Regex ApplicationAnchor();

    [GeneratedRegex("^(?:现状)?调查结束(?:之日起?|后|起)$")]
    private static partial Regex SurveyAnchor();

    [GeneratedRegex("^(?:分配|评审|评定)?结果确定(?:之日起?|后|起)$")]
    private static partial Regex ResultAnchor();
}
