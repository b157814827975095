using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>A letter that is half written.</summary>
/// <param name="Input">What was filled in, files left out: a browser never gives those back.</param>
/// <param name="About">The page it is asked from.</param>
public sealed record LetterDraft(WriteModel.Fields Input, string? About);

/// <summary>
/// Half-written letters of those who went to look at what is public already, in this node's memory, encrypted and for an hour. Only the
/// browser that wrote one finds it again: the name lies in a cookie that goes with the letter form alone and with the browser's session.
/// Whoever loses one, because the node was started anew or is another, loses no more than without it.
/// </summary>
public sealed class LetterDrafts(IDataProtectionProvider keyRing) : IDisposable
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "letter-draft";

    /// <summary>Address of the form, and all that the cookie is sent to.</summary>
    public const string Path = "/letters/write";

    /// <summary>The form with the letter in it again.</summary>
    public const string Resume = Path + "?draft=1";

    private const int MostBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly IDataProtector _protector = keyRing.CreateProtector("PublicDisclosure.LetterDraft.v1");

    private readonly MemoryCache _drafts = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>Keeps a letter in place of the one kept for this browser before; what could not be sent anyway is not kept.</summary>
    public void Keep(HttpContext context, LetterDraft draft)
    {
        Forget(context);
        var text = new LetterText(draft.Input.Title ?? "", draft.Input.Text ?? "", draft.Input.Name ?? "", draft.Input.Contact ?? "");
        if (text.Title.Length + text.Text.Length == 0 || text.Title.Length + text.Text.Length + text.Name.Length + text.Contact.Length > 2 * LetterText.TextLength) return;
        var sealedDraft = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(draft));
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        using (var entry = _drafts.CreateEntry(name))
        {
            entry.Value = sealedDraft;
            entry.Size = sealedDraft.Length;
            entry.AbsoluteExpirationRelativeToNow = Kept;
        }

        context.Response.Cookies.Append(Cookie, name, Options(context));
    }

    /// <summary>There is one of this browser.</summary>
    public bool Has(HttpContext context) => Name(context) is { } name && _drafts.TryGetValue(name, out _);

    /// <summary>The one of this browser; null where there is none.</summary>
    public LetterDraft? Find(HttpContext context) =>
        Name(context) is { } name && _drafts.TryGetValue<byte[]>(name, out var kept) ? JsonSerializer.Deserialize<LetterDraft>(_protector.Unprotect(kept!)) : null;

    /// <summary>Throws the one of this browser away.</summary>
    public void Forget(HttpContext context)
    {
        if (Name(context) is not { } name) return;
        _drafts.Remove(name);
        context.Response.Cookies.Delete(Cookie, Options(context));
    }

    /// <inheritdoc/>
    public void Dispose() => _drafts.Dispose();

    private static string? Name(HttpContext context) => context.Request.Cookies[Cookie] is { Length: 32 } name ? name : null;

    private static CookieOptions Options(HttpContext context) => new()
    {
        Path = Path,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    };
}
