namespace PublicDisclosure.Web.Infrastructure;

/// <summary>Size of the text a reader chose.</summary>
public enum TextSize
{
    Normal,
    Large,
    Larger,
}

/// <summary>
/// How a reader wants the pages shown, remembered without an account in one cookie that says nothing else. The server writes it onto
/// the <c>html</c> element, so that everything works without script and nothing jumps while a page loads.
/// <para>
/// Two readers with different modes get different bytes of the same address. Answers therefore carry <c>Vary: Cookie</c> and an ETag
/// over their own bytes (<see cref="Revalidation"/>), and a cache of whole pages must put <see cref="Key"/> into its key. The key is
/// normalised: whatever a cookie holds, there are 20 of them, and a reader without the cookie, or with nonsense in it, has the empty one.
/// </para>
/// </summary>
/// <param name="Elder">长者模式: 24 px text, wide lines, large targets, simpler pages (互联网网站适老化通用设计规范, 工信部 2021).</param>
/// <param name="Text">Size of the text; the mode for elders has its own, and this is Normal then.</param>
/// <param name="HighContrast">Black on white and darker colours.</param>
/// <param name="LargePointer">A pointer of 64 pixels; offered within the mode for elders only.</param>
/// <param name="Keys">Whether the digits are access keys (WCAG 2.2, 2.1.4: may be switched off).</param>
public sealed record ReadingMode(bool Elder = false, TextSize Text = TextSize.Normal, bool HighContrast = false, bool LargePointer = false, bool Keys = true)
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "reading";

    /// <summary>Address that changes the mode and leads back.</summary>
    public const string Address = "/reading-mode";

    private const string ElderWord = "elder", LargeWord = "large", LargerWord = "larger", ContrastWord = "contrast", PointerWord = "pointer", NoKeysWord = "nokeys";

    /// <summary>The normalised value of the cookie, and the part of a cache key that tells modes apart; empty for the ordinary mode.</summary>
    public string Key => this == Ordinary ? "" : string.Join('.', Words());

    /// <summary>Where a search box asks for suggestions while one types; nowhere in the mode for elders, where nothing may open over the page.</summary>
    public string? Suggest => Elder ? null : "/search/suggest";

    private static ReadingMode Ordinary { get; } = new();

    /// <summary>The mode of a request.</summary>
    public static ReadingMode Of(HttpRequest request) => request.Headers.Cookie.Count == 0 ? Ordinary : Read(request.Cookies[Cookie]);

    /// <summary>Reads the value of the cookie; words it does not know count for nothing.</summary>
    public static ReadingMode Read(string? value)
    {
        if (string.IsNullOrEmpty(value) || value.Length > 64) return Ordinary;
        var words = value.Split('.');
        var size = words.Contains(LargerWord) ? TextSize.Larger : words.Contains(LargeWord) ? TextSize.Large : TextSize.Normal;
        return new ReadingMode(words.Contains(ElderWord), size, words.Contains(ContrastWord), words.Contains(PointerWord), !words.Contains(NoKeysWord)).Normal();
    }

    /// <summary>The mode after a change asked for by a query: <c>elder</c>, <c>contrast</c>, <c>pointer</c>, <c>keys</c> = 1 or 0, <c>text</c> = a size.</summary>
    public ReadingMode With(IQueryCollection query) => (this with
    {
        Elder = Switch(query["elder"], Elder),
        Text = Enum.TryParse<TextSize>(query["text"], ignoreCase: true, out var size) && Enum.IsDefined(size) ? size : Text,
        HighContrast = Switch(query["contrast"], HighContrast),
        LargePointer = Switch(query["pointer"], LargePointer),
        Keys = Switch(query["keys"], Keys),
    }).Normal();

    /// <summary>The access key of a link, or null where the reader switched them off.</summary>
    public string? KeyOf(string? key) => Keys ? key : null;

    /// <summary>A link that changes the mode and comes back to the page it stands on.</summary>
    public static string Link(HttpContext context, string change)
    {
        var failed = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>();
        var here = failed is null
            ? context.Request.PathBase + context.Request.Path + context.Request.QueryString.ToUriComponent()
            : failed.OriginalPathBase + failed.OriginalPath + failed.OriginalQueryString;
        return $"{Address}?{change}&return={Uri.EscapeDataString(here)}";
    }

    /// <summary>Where to go back to: an address of this site, escaped for a header; home for anything else.</summary>
    public static string Back(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) && !address.StartsWith(Address, StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate("http://site.invalid" + address, UriKind.Absolute, out var uri) && uri.Host == "site.invalid" && !uri.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            ? uri.PathAndQuery
            : "/";

    private static bool Switch(string? wanted, bool now) => wanted switch { "1" => true, "0" => false, _ => now };

    private ReadingMode Normal() => this with { Text = Elder ? TextSize.Normal : Text, LargePointer = Elder && LargePointer };

    private IEnumerable<string> Words()
    {
        if (Elder) yield return ElderWord;
        if (Text != TextSize.Normal) yield return Text == TextSize.Large ? LargeWord : LargerWord;
        if (HighContrast) yield return ContrastWord;
        if (LargePointer) yield return PointerWord;
        if (!Keys) yield return NoKeysWord;
    }
}
