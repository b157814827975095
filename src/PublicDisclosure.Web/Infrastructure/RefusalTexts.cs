using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>The Chinese text of a refusal, from <c>Resources/Refusals.resx</c> under the refusal's code.</summary>
public static partial class RefusalTexts
{
    private static readonly ResourceManager Texts = new("PublicDisclosure.Web.Resources.Refusals", typeof(RefusalTexts).Assembly);

    /// <summary>
    /// The text with its placeholders filled. A code without a text shows itself, so that a gap is seen and reported
    /// and never becomes an error page; a sweep test keeps the gaps out.
    /// </summary>
    public static string Of(Refusal refusal)
    {
        var text = Texts.GetString(refusal.Code, CultureInfo.InvariantCulture);
        if (text is null) return refusal.ToString();
        return refusal.Arguments.Length == 0 ? text : string.Format(Words.Chinese, text, [.. refusal.Arguments.Select(Shown)]);
    }

    /// <summary>The text of a code without values, where only the kind of finding is named.</summary>
    public static string Plain(string code) => Placeholder().Replace(Texts.GetString(code, CultureInfo.InvariantCulture) ?? code, "");

    [GeneratedRegex(@"[（“]?\{\d\}[”）]?")]
    private static partial Regex Placeholder();

    private static object Shown(object argument) => argument switch
    {
        Enum value => Words.Of(value),
        Refusal inner => Of(inner),
        DateOnly date => TimeHtml.Text(date),
        _ => argument,
    };
}
