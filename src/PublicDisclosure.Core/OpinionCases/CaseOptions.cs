using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.OpinionCases;

/// <summary>
/// Settings of section <c>OpinionCases</c>: hours of the clock, day and night, holidays included. 5 and 24 hours are those of
/// 国办发〔2016〕80号 实施细则 for 特别重大、重大突发事件, 48 hours that of 国办发〔2016〕61号 for other government opinion.
/// </summary>
public sealed class CaseOptions
{
    public const string Section = "OpinionCases";

    /// <summary>Hours from the event until the first authoritative information is out (特别重大、重大).</summary>
    [Range(1, 240)]
    public int FirstInformationHours { get; set; } = 5;

    /// <summary>Hours from the event until a press conference is held (特别重大、重大).</summary>
    [Range(1, 240)]
    public int ConferenceHours { get; set; } = 24;

    /// <summary>Hours from the finding until a public response is out (较大、一般).</summary>
    [Range(1, 720)]
    public int ResponseHours { get; set; } = 48;
}
