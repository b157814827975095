using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>Everybody may write and ask; what carries a code or somebody's letter is kept in no cache.</summary>
public sealed class Conventions : IConfigureFolderConventions
{
    public void Configure(PageConventionCollection conventions)
    {
        foreach (var page in new[] { "Write", "Receipt", "Track" }) conventions.NeverStore($"/Letters/{page}");
    }
}
