using System.Text.RegularExpressions;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Search;

/// <summary>What a part of a question is.</summary>
internal enum QueryPartKind
{
    /// <summary>Characters as typed.</summary>
    Words,

    /// <summary>An everyday word that the book explains, or the official name of something, which stands for nothing but itself.</summary>
    Everyday,

    /// <summary>A phrase that the book explains and that is much like what was typed.</summary>
    Similar,

    /// <summary>A document number, which must occur as it is.</summary>
    Number,

    /// <summary>A single character left between known words: it says a little about the order and nothing about what is a hit.</summary>
    Hint,
}

/// <summary>A part of a question.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Folded.</param>
/// <param name="Official">The words it stands for.</param>
/// <param name="Share">How much it counts beside others of its kind, from 0 to 1.</param>
internal sealed record QueryPart(QueryPartKind Kind, string Text, IReadOnlyList<string> Official, float Share = 1);

/// <summary>A question taken apart: what says nothing is left out, everyday words are known as such, numbers keep together.</summary>
/// <param name="Typed">As typed, cut to <see cref="Longest"/>.</param>
/// <param name="Parts">What is looked for.</param>
/// <param name="WantsGuide">It asks how something is done.</param>
internal sealed partial record ReadQuery(string Typed, IReadOnlyList<QueryPart> Parts, bool WantsGuide)
{
    /// <summary>Longest question, in characters.</summary>
    public const int Longest = 100;

    private const int MostParts = 24;

    /// <summary>So many phrases that are like the question are looked for with it, if they are nearly as like as the best.</summary>
    private const int MostSimilar = 3;

    private const float NearBest = 0.8f;
    /// <summary>
    /// Evidence below which a topic is chance: nine of ten questions about nothing on the site stay below it, and one of ten about something.
    /// </summary>
    private const float LeastEvidence = 17;

    /// <summary>Evidence with which a topic counts as much as a phrase that is the same.</summary>
    private const float CertainEvidence = 25;

    private const int MostTopics = 4;
    private const float NearBestTopic = 0.75f;
    private const float LeastLike = 0.45f;
    private const float LeastLikeShort = 0.5f;
    private const int ShortQuestion = 9;
    private const int ShortWord = 2;
    private const int LeastTold = 3;
    private const float BesideKnown = 0.7f;
    private const float WithinSimilar = 0.4f;

    /// <summary>Takes a question apart.</summary>
    public static ReadQuery Of(string? query, WordBook book)
    {
        var typed = ChineseText.RemoveForbidden(query ?? "").ReplaceLineEndings(" ").Trim();
        if (typed.Length > Longest) typed = typed[..Longest].TrimEnd();
        var folded = SearchFold.Fold(typed);
        var parts = new List<QueryPart>();
        var rest = DocumentNumber().Replace(folded, m =>
        {
            parts.Add(new QueryPart(QueryPartKind.Number, m.Value, []));
            return " ";
        });
        var pieces = Pieces().Matches(rest).Select(m => m.Value).ToList();
        foreach (var piece in pieces) Cut(piece, book, parts);
        AddSimilar(rest, pieces, book, parts);
        // A question of nothing but silent words is asked as it stands: 怎么办 may be the name of a column.
        if (parts.TrueForAll(p => p.Kind == QueryPartKind.Hint)) parts.AddRange(pieces.Select(piece => new QueryPart(QueryPartKind.Words, piece, [])));
        return new ReadQuery(typed, [.. parts.Distinct().Take(MostParts)], HowTo().IsMatch(folded));
    }

    /// <summary>The question in its bare words: no word is known, only what says nothing is left out.</summary>
    public static ReadQuery Plainly(string query, WordBook book)
    {
        var said = Pieces().Matches(SearchFold.Fold(query)).SelectMany(m => book.Said(m.Value));
        return new ReadQuery(query, [.. said.Select(s => new QueryPart(QueryPartKind.Words, s, [])).Distinct().Take(MostParts)], WantsGuide: false);
    }

    /// <summary>Names that no page holds taken as bare words again: a page may still speak of what they are made of.</summary>
    /// <param name="isHeld">Whether a page holds a name.</param>
    public ReadQuery WithNamesHeld(Func<string, bool> isHeld)
    {
        var parts = Parts.Select(p => p.Kind == QueryPartKind.Everyday && p.Official.Count == 0 && !isHeld(p.Text) ? p with { Kind = QueryPartKind.Words } : p).ToList();
        return parts.SequenceEqual(Parts) ? this : this with { Parts = parts };
    }

    /// <summary>Without the phrases that are only like what was typed.</summary>
    public ReadQuery WithoutSimilar() => Parts.All(p => p.Kind != QueryPartKind.Similar) ? this : this with { Parts = [.. Parts.Where(p => p.Kind != QueryPartKind.Similar)] };

    /// <summary>
    /// Adds the known phrases that say much the same. A short everyday word that such a phrase holds means what the phrase means there.
    /// </summary>
    private static void AddSimilar(string rest, IReadOnlyList<string> pieces, WordBook book, List<QueryPart> parts)
    {
        // A word or two that are left tell no situation.
        if (parts.Where(p => p.Kind == QueryPartKind.Words).Sum(p => p.Text.Length) < LeastTold) return;
        var known = parts.Where(p => p.Kind == QueryPartKind.Everyday).Select(p => p.Text).ToList();
        // Of few characters a phrase shares much by chance.
        List<string> said = [.. pieces.SelectMany(book.Said)];
        var found = book.Similar(rest, said, known, rest.Length <= ShortQuestion ? LeastLikeShort : LeastLike).Take(MostSimilar).ToList();
        // A longer everyday word says what it is about: what is only like something else comes after it.
        var trust = known.Exists(w => w.Length > ShortWord) ? BesideKnown : 1;
        foreach (var phrase in found.Where(f => f.Likeness >= found[0].Likeness * NearBest))
        {
            parts.Add(new QueryPart(QueryPartKind.Similar, phrase.Phrase, book.OfficialOf(phrase.Phrase), Math.Min(1, phrase.Likeness * trust)));
            for (var i = 0; i < parts.Count; i++)
                if (parts[i].Kind == QueryPartKind.Everyday && parts[i].Text.Length <= ShortWord && phrase.Phrase.Contains(parts[i].Text, StringComparison.Ordinal)) parts[i] = parts[i] with { Share = WithinSimilar };
        }

        AddTopics(said, book, parts, trust);
    }

    /// <summary>Adds what the question is about by all its characters together, as one more reading of it.</summary>
    private static void AddTopics(IReadOnlyList<string> said, WordBook book, List<QueryPart> parts, float trust)
    {
        var topics = book.Topics(said, LeastEvidence);
        foreach (var topic in topics.Take(MostTopics).Where(t => t.Evidence >= topics[0].Evidence * NearBestTopic))
            parts.Add(new QueryPart(QueryPartKind.Similar, topic.Official, [topic.Official], Math.Min(1, topic.Evidence / CertainEvidence) * trust));
    }

    private static void Cut(string piece, WordBook book, List<QueryPart> parts)
    {
        var begun = 0;
        for (var i = 0; i < piece.Length;)
        {
            var (length, isSilent) = book.At(piece, i);
            if (length == 0)
            {
                i++;
                continue;
            }

            Words(begun, i);
            if (!isSilent) parts.Add(new QueryPart(QueryPartKind.Everyday, piece.Substring(i, length), book.OfficialOf(piece.Substring(i, length))));
            i += length;
            begun = i;
        }

        Words(begun, piece.Length);

        void Words(int from, int to)
        {
            if (to <= from) return;
            // Alone a single character is all there is to look for.
            var isHint = to - from == 1 && to - from < piece.Length && ChineseText.IsHan(piece[from]);
            parts.Add(new QueryPart(isHint ? QueryPartKind.Hint : QueryPartKind.Words, piece[from..to], []));
        }
    }

    /// <summary>浔民规〔2026〕1号 in any brackets or none; the number may be missing.</summary>
    [GeneratedRegex(@"[\u4e00-\u9fff]{1,12}\s*[" + YearBrackets.TypedOpening + @"]\s*(?:19|20)\d\d\s*[" + YearBrackets.TypedClosing + @"]\s*(?:第?\s*\d{1,6}\s*号?)?|[\u4e00-\u9fff]{1,12}(?:19|20)\d\d[-—－]?\d{1,4}号|[\u4e00-\u9fff]{2,12}(?:19|20)\d\d-\d{1,4}(?!\d)")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"[\u3400-\u9fff\p{L}\d]+(?:[-./][\p{L}\d]+)*")]
    private static partial Regex Pieces();

    [GeneratedRegex("怎么办|怎样|怎么|如何|点样|点办|办理|申请|手续|材料|去哪|哪里|哪个部门|边度|流程|条件|资料|需要什么|要什么|带什么|带啥|咋办|咋")]
    private static partial Regex HowTo();
}
