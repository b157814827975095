using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>The official index number as an address: redirects for good to the page it belongs to.</summary>
public static class IndexNumberEndpoint
{
    public static async Task<IResult> GetAsync(string code, string number, DisclosureReader reader, CancellationToken stop) =>
        await reader.AddressOfAsync($"{code.ToUpperInvariant()}/{number}", stop) is { } address
            ? Results.Redirect("/disclosures/" + address, permanent: true)
            : Results.NotFound();
}
