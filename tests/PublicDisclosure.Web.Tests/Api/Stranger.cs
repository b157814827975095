using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>
/// A program of somebody who has read docs/api.md and nothing else: it follows <c>next</c> to the end of a list, and takes the header
/// <c>Link</c> for the same word.
/// </summary>
internal sealed partial class Stranger(HttpClient client)
{
    /// <summary>Every row of a list.</summary>
    /// <param name="first">Where it begins.</param>
    /// <param name="between">Called after each page, with its number.</param>
    public async Task<IReadOnlyList<JsonElement>> WalkAsync(string first, Func<int, Task>? between = null)
    {
        var rows = new List<JsonElement>();
        var pages = 0;
        for (string? address = first; address is not null; pages++)
        {
            Assert.True(pages < 2000, "The list has no end.");
            using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var page = await ReadAsync(response);
            rows.AddRange(page.GetProperty("data").EnumerateArray());
            address = page.GetProperty("next").GetString();
            Assert.Equal(address, response.Headers.TryGetValues("Link", out var links) ? NextLink().Match(links.Single()).Groups[1].Value : null);
            if (between is not null) await between(pages);
        }

        return rows;
    }

    /// <summary>One thing.</summary>
    public async Task<JsonElement> GetAsync(string address)
    {
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(response);
    }

    /// <summary>The body as JSON.</summary>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    [GeneratedRegex("^<([^>]+)>; rel=\"next\"$")]
    private static partial Regex NextLink();
}
