using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Postings;

/// <summary>What a clerk says of one posting off the web (线下公示): what hung where, from when until when.</summary>
public sealed record PostingDetails
{
    public const int WhatLength = 200;
    public const int PlacesLength = 500;
    public const int NoteLength = 500;

    /// <summary>What was posted, in words that may be public: 2026年第一季度低保对象名单, never the list.</summary>
    public string What { get; init; } = "";

    /// <summary>Where it hung, one place a line; public.</summary>
    public string Places { get; init; } = "";

    /// <summary>First day it hung.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day it hangs; may lie ahead.</summary>
    public DateOnly To { get; init; }

    /// <summary>The channel of the catalogue it went out through; not the web.</summary>
    public Channel Channel { get; init; } = Channel.NoticeBoard;

    /// <summary>Kept inside; says why the display was short, where it was.</summary>
    public string Note { get; init; } = "";

    /// <summary>Days it hangs, first and last counted.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Every reason why these details cannot be recorded.</summary>
    /// <param name="details">What was typed.</param>
    /// <param name="today">Beijing date.</param>
    /// <param name="leastDays">Days a posting should hang at least.</param>
    public static IReadOnlyList<Refusal> Check(PostingDetails details, DateOnly today, int leastDays)
    {
        var refusals = new List<Refusal>();
        Text(details.What, nameof(What), WhatLength, "OffsitePosting.WhatMissing");
        Text(details.Places, nameof(Places), PlacesLength, "OffsitePosting.PlacesMissing");
        if (details.Note.Trim().Length > NoteLength) refusals.Add(new Refusal("Disclosure.TextTooLong", nameof(Note), NoteLength, details.Note.Trim().Length));
        if (!DisclosureText.IsLegalDate(details.From)) refusals.Add(new Refusal("Disclosure.DateOutOfRange", nameof(From)));
        else if (details.From > today) refusals.Add(new Refusal("OffsitePosting.FromInFuture", nameof(From)));
        if (!DisclosureText.IsLegalDate(details.To)) refusals.Add(new Refusal("Disclosure.DateOutOfRange", nameof(To)));
        else if (details.To < details.From) refusals.Add(new Refusal("OffsitePosting.EndsBeforeItBegins", nameof(To)));
        else if (details.Days < leastDays && string.IsNullOrWhiteSpace(details.Note)) refusals.Add(new Refusal("OffsitePosting.ShortDisplayUnexplained", nameof(Note), leastDays, details.Days));
        if (details.Channel == Channel.Website) refusals.Add(new Refusal("OffsitePosting.ChannelIsWebsite", nameof(Channel)));
        return refusals;

        // Both fields become public: the fact goes out, a person's data never.
        void Text(string value, string field, int length, string missing)
        {
            if (string.IsNullOrWhiteSpace(value)) refusals.Add(new Refusal(missing, field));
            else if (value.Trim().Length > length) refusals.Add(new Refusal("Disclosure.TextTooLong", field, length, value.Trim().Length));
            else if (PersonalDataFinder.Find(value).Count > 0) refusals.Add(new Refusal("OffsitePosting.PersonalData", field));
        }
    }

    /// <summary>With outer blanks off.</summary>
    internal PostingDetails Normalised() => this with { What = What.Trim(), Places = Places.Trim().ReplaceLineEndings("\n"), Note = Note.Trim() };
}
