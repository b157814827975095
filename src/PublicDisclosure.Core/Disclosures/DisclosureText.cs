using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Everything a clerk writes about a document: text and metadata, without attachments and items. The
/// working copy holds one, each published version freezes one.
/// </summary>
public sealed record DisclosureText
{
    public const int TitleLength = 200;
    public const int SummaryLength = 500;
    public const int KeywordsLength = 200;
    public const int SourceLength = 100;
    public const int ContactLength = 200;
    public const int ChannelsLength = 400;

    /// <summary>Longest body in characters of Markdown.</summary>
    public const int BodyLength = 500_000;

    public string Title { get; init; } = "";

    /// <summary>体裁</summary>
    public DocumentKind Kind { get; init; } = DocumentKind.Notice;

    public DisclosureGenre Genre { get; init; } = DisclosureGenre.Other;

    /// <summary>公开属性</summary>
    public DisclosureAttribute Attribute { get; init; } = DisclosureAttribute.Active;

    /// <summary>Ground of Articles 14-16 when the attribute is 不予公开.</summary>
    public NonDisclosureGround? NonDisclosureGround { get; init; }

    public DisclosureAspects Aspects { get; init; }

    public MandatoryClass? MandatoryClass { get; init; }

    /// <summary>Why it has to be interpreted beside its genre: 涉及群众切身利益、公共利益、市场预期.</summary>
    public PublicConcerns Concerns { get; init; }

    /// <summary>发文字号 in official form; empty when there is none.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>成文日期: the date under the document.</summary>
    public DateOnly? DocumentDate { get; init; }

    /// <summary>信息形成日期: when the information came to be, which starts the 20 working days (Article 26).</summary>
    public DateOnly? FormedOn { get; init; }

    /// <summary>
    /// 起算日期: the day of what sets the item's limit going, where that is not the formed date (批准、收到文件 ...), or the day of the
    /// event before which it must be public. Which of them it is follows from the items (<see cref="Limits.DueDates.AnchorAsync"/>).
    /// </summary>
    public DateOnly? TriggerOn { get; init; }

    /// <summary>施行日期</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>失效日期: last day in force.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>End of the display period of a list (公示截止).</summary>
    public DateOnly? DisplayUntil { get; init; }

    /// <summary>Whom to turn to with objections during the display period.</summary>
    public string ObjectionContact { get; init; } = "";

    /// <summary>主题分类</summary>
    public ThemeClass Theme { get; init; } = ThemeClass.GeneralAffairs;

    /// <summary>关键词, separated by 、.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>Where the text comes from when the organisation did not make it.</summary>
    public string Source { get; init; } = "";

    /// <summary>内容概述</summary>
    public string Summary { get; init; } = "";

    /// <summary>通俗摘要 for readers with little schooling; how long it may be when it goes out says <see cref="PlainSummaryRule"/>.</summary>
    public string PlainSummary { get; init; } = "";

    /// <summary>Channels the document goes out through, names of <c>Channel</c> separated by commas.</summary>
    public string Channels { get; init; } = "";

    /// <summary>Body in Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>
    /// Every reason why the text cannot even be stored as a draft: lengths only. What publication asks for is the checklist's
    /// business, so that half a draft can always be saved.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(DisclosureText text)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(text.Title)) refusals.Add(new Refusal("Disclosure.TitleMissing", nameof(Title)));
        Limit(text.Title, nameof(Title), TitleLength);
        Limit(text.DocumentNumber, nameof(DocumentNumber), Disclosures.DocumentNumber.MaxLength);
        Limit(text.ObjectionContact, nameof(ObjectionContact), ContactLength);
        Limit(text.Keywords, nameof(Keywords), KeywordsLength);
        Limit(text.Source, nameof(Source), SourceLength);
        Limit(text.Summary, nameof(Summary), SummaryLength);
        Limit(text.PlainSummary, nameof(PlainSummary), PlainSummaryRule.StoredLength);
        Limit(text.Channels, nameof(Channels), ChannelsLength);
        Limit(text.Body, nameof(Body), BodyLength);
        Date(text.DocumentDate, nameof(DocumentDate));
        Date(text.FormedOn, nameof(FormedOn));
        Date(text.TriggerOn, nameof(TriggerOn));
        Date(text.EffectiveOn, nameof(EffectiveOn));
        Date(text.ExpiresOn, nameof(ExpiresOn));
        Date(text.DisplayUntil, nameof(DisplayUntil));
        return refusals;

        void Date(DateOnly? value, string field)
        {
            if (value is { } date && !IsLegalDate(date)) refusals.Add(new Refusal("Disclosure.DateOutOfRange", field));
        }

        void Limit(string value, string field, int length)
        {
            if (value.Length > length) refusals.Add(new Refusal("Disclosure.TextTooLong", field, length, value.Length));
        }
    }

    /// <summary>Whether a document of the republic can bear the date; beyond, counting working days has no meaning.</summary>
    public static bool IsLegalDate(DateOnly date) => date.Year is >= 1949 and <= 2100;

    /// <summary>Reasons for warnings that are longer than a reason may be, under the warning's code.</summary>
    public static IReadOnlyList<Refusal> CheckReasons(IReadOnlyDictionary<string, string>? reasons) =>
        [.. (reasons ?? new Dictionary<string, string>()).Where(r => r.Value.Trim().Length > WarningReason.ReasonLength)
            .Select(r => new Refusal("Disclosure.TextTooLong", r.Key, WarningReason.ReasonLength, r.Value.Trim().Length))];

    /// <summary>The text with outer blanks off, and the document number in official form where it is one.</summary>
    public DisclosureText Normalised() => this with
    {
        Title = Title.Trim(),
        DocumentNumber = Disclosures.DocumentNumber.TryParse(DocumentNumber, out var number) ? number.ToString() : DocumentNumber.Trim(),
        Keywords = Keywords.Trim(),
        Source = Source.Trim(),
        Summary = Summary.Trim(),
        PlainSummary = PlainSummary.ReplaceLineEndings("\n").Trim(),
        Body = Body.ReplaceLineEndings("\n"),
    };
}
