using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// Rules of one folder of pages, kept in that folder (<c>Conventions.cs</c>): above all the policy it demands. Found by
/// reflection at start.
/// </summary>
public interface IConfigureFolderConventions
{
    /// <summary>Sets the rules.</summary>
    void Configure(PageConventionCollection conventions);
}

/// <summary>Applies every <see cref="IConfigureFolderConventions"/> of this assembly.</summary>
public static class FolderConventions
{
    public static void ApplyAll(PageConventionCollection conventions)
    {
        var types = typeof(FolderConventions).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IConfigureFolderConventions)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        foreach (var type in types) ((IConfigureFolderConventions)Activator.CreateInstance(type)!).Configure(conventions);
    }

    /// <summary>Keeps pages of a folder out of every cache: they belong to one person.</summary>
    public static void NeverStore(this PageConventionCollection conventions, string folder) =>
        conventions.AddFolderApplicationModelConvention(
            folder, model => model.Filters.Add(new ResponseCacheAttribute { NoStore = true, Location = ResponseCacheLocation.None }));
}
