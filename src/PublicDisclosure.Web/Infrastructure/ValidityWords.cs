using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>The sentence at the top of a document that is not simply in force: the same on the page, in print and in the Word file.</summary>
public static class ValidityWords
{
    /// <summary>The sentence; null when there is nothing to warn of.</summary>
    public static string? Mark(PublicValidity validity) => validity.Now switch
    {
        Validity.Repealed => $"本文件自{Show(validity.Dates.RepealedOn)}起废止。",
        Validity.Expired => $"本文件已失效，有效期至{Show(validity.Dates.ExpiresOn)}。",
        Validity.NotYetInForce => $"本文件尚未施行，自{Show(validity.Dates.EffectiveOn)}起施行。",
        Validity.Amended => $"本文件自{Show(validity.Dates.AmendedOn)}起已修改，请同时查阅修改文件。",
        _ => null,
    };

    private static string Show(DateOnly? date) => date is { } day ? TimeHtml.Text(day) : "";
}
