using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace PublicDisclosure.Core.Search;

/// <summary>The fields of the index and how a page becomes one of its documents.</summary>
internal static class IndexFields
{
    /// <summary>Grows with every change of what stands here: an index of another number is built anew.</summary>
    public const string Schema = "4";

    public const string Key = "key";
    public const string All = "all";
    public const string Title = "title";
    public const string Number = "number";
    public const string Names = "names";
    public const string Plain = "plain";
    public const string Body = "body";

    public const string Kind = "kind";
    public const string Year = "year";
    public const string Organisation = "organisation";
    public const string Domain = "domain";
    public const string Aspects = "aspects";
    public const string Genre = "genre";
    public const string Effective = "effective";
    public const string Expires = "expires";
    public const string Amended = "amended";
    public const string Repealed = "repealed";
    public const string DisplayUntil = "display";
    public const string PublishedAt = "at";
    public const string Copies = "copies";
    public const string Township = "township";
    public const string Interprets = "interprets";

    public const string StoredPath = "path";
    public const string StoredTitle = "t";
    public const string StoredNumber = "n";
    public const string StoredSummary = "s";
    public const string StoredPlain = "p";
    public const string StoredBody = "b";
    public const string StoredOrganisation = "o";
    public const string StoredOn = "on";

    /// <summary>Stands for a date that is not set.</summary>
    public const int NoDay = int.MaxValue;

    /// <summary>Characters of the text kept for excerpts.</summary>
    private const int MostStored = 20_000;

    // Which pages hold a word at all: no places, no frequencies, one list to read a word.
    private static readonly FieldType Holds = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY });

    /// <summary>The document of a page.</summary>
    public static Document Of(SearchDocument page)
    {
        var title = SearchFold.Fold(page.Title);
        var number = SearchFold.Fold(page.Numbers);
        var names = SearchFold.Fold(page.Names);
        var plain = SearchFold.Fold(page.PlainSummary);
        var body = SearchFold.Fold(page.Summary + "\n" + page.Body + "\n" + page.Attachments);
        var document = new Document
        {
            new StringField(Key, page.Key, Field.Store.YES),
            new Field(All, string.Join('\n', title, number, names, plain, body), Holds),
            new TextField(Title, title, Field.Store.NO),
            new TextField(Number, number, Field.Store.NO),
            new TextField(Names, names, Field.Store.NO),
            new TextField(Plain, plain, Field.Store.NO),
            new TextField(Body, body, Field.Store.NO),
            new NumericDocValuesField(Kind, (int)page.Kind),
            new NumericDocValuesField(Year, page.PublishedOn?.Year ?? 0),
            new SortedDocValuesField(Organisation, new BytesRef(page.OrganisationId?.ToString("N") ?? "")),
            new NumericDocValuesField(Aspects, (int)page.Aspects),
            new NumericDocValuesField(Genre, page.Genre is { } genre ? (int)genre : -1),
            Day(Effective, page.EffectiveOn),
            Day(Expires, page.ExpiresOn),
            Day(Amended, page.AmendedOn),
            Day(Repealed, page.RepealedOn),
            Day(DisplayUntil, page.DisplayUntil),
            new NumericDocValuesField(PublishedAt, page.PublishedAt?.Ticks ?? 0),
            new NumericDocValuesField(Copies, PageCopies.NumberOf(page.Title)),
            new SortedDocValuesField(Township, new BytesRef(PageCopies.TownshipOf(page.OrganisationName))),
            new StoredField(StoredPath, page.Path),
            new StoredField(StoredTitle, page.Title),
            new StoredField(StoredNumber, page.DocumentNumber),
            new StoredField(StoredSummary, page.Summary),
            new StoredField(StoredPlain, page.PlainSummary),
            new StoredField(StoredBody, Start(page.Body + "\n" + page.Attachments)),
            new StoredField(StoredOrganisation, page.OrganisationName),
            new StoredField(StoredOn, page.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
        };
        if (page.Interprets.Count > 0) document.Add(new BinaryDocValuesField(Interprets, new BytesRef(string.Join(' ', page.Interprets.Select(id => SearchDocument.KeyOf(SearchSubject.Disclosure, id))))));
        foreach (var domain in page.DomainIds.Distinct()) document.Add(new SortedSetDocValuesField(Domain, new BytesRef(domain.ToString("N"))));
        return document;
    }

    private static NumericDocValuesField Day(string field, DateOnly? day) => new(field, day?.DayNumber ?? NoDay);

    private static string Start(string text) => text.Length > MostStored ? text[..MostStored] : text;

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
