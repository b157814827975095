using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>Settings of section <c>PublishApi</c>: what business systems may do.</summary>
public sealed class PublishApiOptions
{
    public const string Section = "PublishApi";

    /// <summary>Longest life of a key that any setting may allow, in days.</summary>
    public const int MostDays = 365;

    /// <summary>How many days a key may live.</summary>
    [Range(1, MostDays)]
    public int LongestKeyDays { get; set; } = MostDays;

    /// <summary>How many days before its end a key is called expiring, on the list, on the desk and by mail.</summary>
    [Range(0, MostDays)]
    public int WarnDaysBefore { get; set; } = 30;

    /// <summary>How many requests one key may send in a minute, on each node.</summary>
    [Range(1, 100_000)]
    public int RequestsPerMinute { get; set; } = 60;

    /// <summary>How many requests one network address may send in a minute, with good keys or bad ones, on each node.</summary>
    [Range(1, 1_000_000)]
    public int AttemptsPerMinute { get; set; } = 300;

    /// <summary>How many days an answer is kept, so that the same request sent again gets it and makes nothing.</summary>
    [Range(1, 90)]
    public int KeepAnswersDays { get; set; } = 7;
}
