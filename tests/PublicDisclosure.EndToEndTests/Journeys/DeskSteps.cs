using System.Text.RegularExpressions;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>Steps that staff take on the pages, in their own words.</summary>
internal static partial class DeskSteps
{
    /// <summary>Presses a button by its word.</summary>
    public static Task PressAsync(this Visit visit, string button) =>
        visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    /// <summary>Follows a link by its words.</summary>
    public static Task FollowAsync(this Visit visit, string link) =>
        visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Opens a step of a disclosure from its page: <paramref name="step"/> as the button says.</summary>
    public static async Task OpenStepAsync(this Visit visit, string disclosure, string step)
    {
        await visit.GoAsync(disclosure);
        await visit.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "可以办理的步骤" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = step, Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync(step);
    }

    /// <summary>Answers every open warning with a reason.</summary>
    public static async Task ExplainWarningsAsync(this Visit visit, string reason)
    {
        foreach (var field in await visit.Page.Locator("input[name^='Reasons[']").AllAsync()) await field.FillAsync(reason);
    }

    /// <summary>Waits until the page says the state of the disclosure.</summary>
    public static Task ExpectStateAsync(this Visit visit, string state) =>
        Assertions.Expect(visit.Page.Locator(".page-head .status").First).ToHaveTextAsync(state);

    /// <summary>Address of the disclosure's own page, from any page below it.</summary>
    public static string DisclosureOf(this Visit visit) => Disclosure().Match(visit.Page.Url).Value is { Length: > 0 } path
        ? path
        : throw new InvalidOperationException($"{visit.Page.Url} is no page of a disclosure.");

    [GeneratedRegex("/admin/disclosures/[0-9a-f-]{36}")]
    private static partial Regex Disclosure();
}
