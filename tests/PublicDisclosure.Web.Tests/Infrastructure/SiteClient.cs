using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PublicDisclosure.Web.Tests.Infrastructure;

/// <summary>What a person does with a browser: open, fill in, press a button.</summary>
internal static class SiteClient
{
    /// <summary>Password of the demo accounts.</summary>
    public const string DemoPassword = "Gongkai-2026!";

    /// <summary>Opens an address.</summary>
    public static async Task<SitePage> OpenAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return await SitePage.FromAsync(response, path);
    }

    /// <summary>
    /// Sends a form of the page as rendered, its hidden fields and token included, with some fields filled in.
    /// A value of null takes the field out (an unticked box); several values of one name are several pairs.
    /// </summary>
    /// <param name="client">Who sends it.</param>
    /// <param name="page">The page with the form.</param>
    /// <param name="fields">Names and values.</param>
    /// <param name="form">Which form; the first of the main part by default.</param>
    /// <param name="button">Which button; the first of the form by default. It may stand outside and name the form.</param>
    /// <param name="files">Files by field name.</param>
    public static async Task<SitePage> SubmitAsync(
        this HttpClient client, SitePage page, IEnumerable<(string Name, string? Value)>? fields = null, string form = "main form",
        string? button = null, IEnumerable<(string Name, string FileName, byte[] Content)>? files = null)
    {
        var element = (IHtmlFormElement?)page.Document.QuerySelector(form)
            ?? throw new InvalidOperationException($"{page.Path} ({page.Code}) has no form '{form}'.");
        var pressed = button is null
            ? element.QuerySelector("button:not([type]), button[type='submit']")
            : element.QuerySelector(button) ?? page.Document.QuerySelectorAll(button).FirstOrDefault(b => b.GetAttribute("form") == element.Id) ?? throw new InvalidOperationException($"{page.Path} has no button '{button}'.");
        var filled = (fields ?? []).ToList();
        var names = filled.Select(f => f.Name).ToHashSet();
        var pairs = Rendered(element).Where(pair => !names.Contains(pair.Key))
            .Concat(filled.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))).ToList();
        if (pressed?.GetAttribute("name") is { Length: > 0 } name) pairs.Add(KeyValuePair.Create(name, pressed.GetAttribute("value") ?? ""));

        var action = pressed?.GetAttribute("formaction") ?? element.GetAttribute("action");
        // As a browser does it: an address that is only a query keeps the path of the page.
        var target = string.IsNullOrEmpty(action) ? page.Path : action.StartsWith('?') ? page.Path.Split('?')[0] + action : action;
        using var content = Content(element, pairs, files);
        using var response = await client.PostAsync(target, content, TestContext.Current.CancellationToken);
        return await SitePage.FromAsync(response, target);
    }

    /// <summary>Follows the redirect of an answer.</summary>
    public static Task<SitePage> FollowAsync(this HttpClient client, SitePage page) => client.OpenAsync(page.RedirectsTo);

    /// <summary>Signs in with a demo account by the form.</summary>
    public static async Task SignInAsAsync(this HttpClient client, string userName, string password = DemoPassword)
    {
        var answer = await client.TrySignInAsync(userName, password);
        if (answer.Code != 302) throw new InvalidOperationException($"{userName} cannot sign in ({answer.Code}): {string.Join(' ', answer.Errors)}");
    }

    /// <summary>Sends the sign-in form and gives the answer.</summary>
    public static async Task<SitePage> TrySignInAsync(this HttpClient client, string userName, string password, string path = "/account/sign-in") =>
        await client.SubmitAsync(await client.OpenAsync(path), [("Input.UserName", userName), ("Input.Password", password)]);

    private static HttpContent Content(
        IElement form, List<KeyValuePair<string, string>> pairs, IEnumerable<(string Name, string FileName, byte[] Content)>? files)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data") return new FormUrlEncodedContent(pairs);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in pairs) content.Add(new StringContent(value), name);
        foreach (var (name, fileName, bytes) in files ?? []) content.Add(new ByteArrayContent(bytes), name, fileName);
        return content;
    }

    private static IEnumerable<KeyValuePair<string, string>> Rendered(IElement form)
    {
        foreach (var element in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            if (element.HasAttribute("disabled")) continue;
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked:
                    yield return KeyValuePair.Create(name, box.Value is { Length: > 0 } value ? value : "on");
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" or "file" or "submit" or "button" or "image" }:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected)) yield return KeyValuePair.Create(name, option.Value);
                    break;
            }
        }
    }
}
