using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Policies;

/// <summary>What a reader narrows the policy document library (政策文件库) to, beside what every list can be narrowed to.</summary>
public sealed record PolicyFilter
{
    /// <summary>Words that must all stand in the title.</summary>
    public IReadOnlyList<string> TitleWords { get; init; } = [];

    /// <summary>Words that must all stand in the text.</summary>
    public IReadOnlyList<string> TextWords { get; init; } = [];

    /// <summary>A document number or a part of one.</summary>
    public DocumentNumberQuery? Number { get; init; }

    public ThemeClass? Theme { get; init; }

    /// <summary>First and last document date (成文日期).</summary>
    public DateOnly? From { get; init; }

    /// <inheritdoc cref="From"/>
    public DateOnly? To { get; init; }

    /// <summary>The listings of the library that are left.</summary>
    internal IQueryable<PublicListing> Apply(DisclosureDb db)
    {
        var rows = db.Listings.Where(l => l.HasValidity);
        if (Theme is { } theme) rows = rows.Where(l => l.Theme == theme);
        if (From is { } from) rows = rows.Where(l => l.DocumentDate >= from);
        if (To is { } to) rows = rows.Where(l => l.DocumentDate <= to);
        if (Number is { } number) rows = number.Apply(rows);
        foreach (var word in TitleWords) rows = rows.Where(l => l.Title.Contains(word));
        foreach (var word in TextWords)
            rows = rows.Where(l => db.Versions.Any(v => v.DisclosureId == l.DisclosureId && v.Number == l.VersionNumber && v.PlainText.Contains(word)));
        return rows;
    }
}
