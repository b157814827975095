using System.Reflection;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Tests.Guards;

/// <summary>Core knows nothing of the web: of ASP.NET Core it uses the packages for accounts and key ring alone.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] Allowed =
    [
        "Microsoft.AspNetCore.Identity.EntityFrameworkCore",
        "Microsoft.AspNetCore.DataProtection",
        "Microsoft.AspNetCore.DataProtection.Abstractions",
        "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore",
        "Microsoft.AspNetCore.Cryptography.Internal",
        "Microsoft.AspNetCore.Cryptography.KeyDerivation",
    ];

    [Fact]
    public void Core_ReferencesNoWebFramework() => Assert.Empty(WebReferences(typeof(DisclosureDb).Assembly.GetReferencedAssemblies()));

    [Fact]
    public void WebReferences_PlantedReference_IsFound() =>
        Assert.Equal(["Microsoft.AspNetCore.Http"], WebReferences([new AssemblyName("Microsoft.AspNetCore.Http"), new AssemblyName(Allowed[0])]));

    private static IEnumerable<string> WebReferences(IEnumerable<AssemblyName> references) => references
        .Select(reference => reference.Name!)
        .Where(name => name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && !Allowed.Contains(name));
}
