using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>Bad input on the forms of a draft: never a failure of the server, never a loss of what was typed.</summary>
public sealed class BadInputTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Typed = "这段正文不能丢失。";

    private static readonly Dictionary<string, (string Name, Func<byte[]> Content)> BadFiles = new()
    {
        ["empty"] = ("空.pdf", () => []),
        ["60 MB"] = ("大.pdf", () => [.. "%PDF-1.7\n"u8, .. new byte[60 * 1024 * 1024]]),
        ["renamed program"] = ("通知.docx", () => [.. "MZ"u8, .. new byte[500]]),
        ["zip bomb"] = ("表.xlsx", Files.ZipBomb),
        ["encrypted docx"] = ("密.docx", () => Files.Compound("EncryptedPackage")),
        ["xls with macros"] = ("宏.xls", () => Files.Compound("_VBA_PROJECT_CUR")),
        ["page as picture"] = ("图.png", () => "<html><script>alert(1)</script></html>"u8.ToArray()),
        ["path as name"] = ("../../../etc/passwd", () => "root:x:0"u8.ToArray()),
    };

    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>", "'; DROP TABLE Disclosures; --", "\" onmouseover=\"alert(1)", "{{7*7}}${7*7}", "\u202Egnp.exe", "a\u0000b\u0007c\u001b[31m",
        "](javascript:alert(1))", "![x](data:text/html;base64,PHNjcmlwdD4=)", "<img src=x onerror=alert(1)>", "%00%2e%2e%2f", "=cmd|'/c calc'!A1",
    ];

    public static TheoryData<string> FileKinds => [.. BadFiles.Keys];

    public static TheoryData<string> AttackStrings => [.. Attacks];

    [Theory, MemberData(nameof(FileKinds))]
    public async Task Upload_BadFile_IsRefusedWithAReason_AndTheTextStays(string kind)
    {
        var (client, id) = await OpenAsync();
        var (name, content) = BadFiles[kind];
        var edit = await client.OpenAsync($"/admin/disclosures/{id}/edit");
        var before = await (await Office.OpenAsync(site)).FindAsync(id);

        foreach (var field in new[] { "Input.Uploads", "Input.Word" })
        {
            var answer = await client.SubmitAsync(edit, [("Input.Body", Typed)], button: "button[value='save']", files: [(field, name, content())]);

            Assert.Equal(422, answer.Code);
            Assert.NotEmpty(answer.Errors);
            Assert.Equal(Typed, answer.Value("Input.Body"));
        }

        var after = await (await Office.OpenAsync(site)).FindAsync(id);
        Assert.Equal((before.Revision, 0), (after.Revision, after.Attachments.Count));
        client.Dispose();
    }

    [Fact]
    public async Task Save_EndlessTitle_IsRefusedAndKept()
    {
        var (client, id) = await OpenAsync();
        var title = new string('长', 100_000);

        var answer = await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/edit"), [("Input.Title", title)], button: "button[value='save']");

        Assert.Equal(422, answer.Code);
        Assert.Equal(title, answer.Value("Input.Title"));
        client.Dispose();
    }

    [Theory, MemberData(nameof(AttackStrings))]
    public async Task Save_AttackInEveryField_IsOnlyText(string attack)
    {
        var (client, id) = await OpenAsync();
        string[] fields = ["Title", "Body", "DocumentNumber", "Summary", "Keywords", "Source", "PlainSummary", "ObjectionContact", "AddItem"];
        var edit = await client.OpenAsync($"/admin/disclosures/{id}/edit");

        var saved = await client.SubmitAsync(edit, [.. fields.Select(f => ("Input." + f, (string?)(f == "Title" ? "标题" + attack : attack))), ("Input.Items[0].Elements", attack)], button: "button[value='save']");

        Assert.True(saved.Code is 302 or 422, $"{saved.Code}");
        foreach (var page in new[] { "", "/edit", "/submit" })
        {
            var shown = await client.OpenAsync($"/admin/disclosures/{id}{page}");
            Assert.Equal(200, shown.Code);
            Assert.All(shown.Document.QuerySelectorAll("script"), s => Assert.StartsWith("/js/", s.GetAttribute("src") ?? "", StringComparison.Ordinal));
            Assert.Empty(shown.Document.QuerySelectorAll("[onerror], [onmouseover], a[href^='javascript'], img[src^='data']"));
        }

        client.Dispose();
    }

    [Theory]
    [InlineData("Input.DocumentDate", "2026-13-45")]
    [InlineData("Input.DocumentDate", "0001-01-01")]
    [InlineData("Input.FormedOn", "9999-12-31")]
    [InlineData("Input.Genre", "Nonsense")]
    [InlineData("Input.Genre", "4711")]
    [InlineData("Input.Kind", "-1")]
    [InlineData("Input.Theme", "999")]
    [InlineData("Input.Attribute", "77")]
    [InlineData("Input.Aspects", "<b>")]
    [InlineData("Input.Channels", "Telegraph")]
    [InlineData("Input.Channels", "500")]
    [InlineData("Input.MandatoryClass", "x")]
    [InlineData("Input.Files[0].Id", "not-a-guid")]
    [InlineData("Input.Files[0].Order", "99999999999")]
    [InlineData("Input.AddItem", "nicht-im-katalog-nicht-im-katalog-nicht-im-katalog")]
    [InlineData("SeenRevision", "abc")]
    public async Task Save_MalformedValue_IsRefusedAndTheTextStays(string field, string value)
    {
        var (client, id) = await OpenAsync();

        var answer = await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/edit"), [("Input.Body", Typed), (field, value)], button: "button[value='save']");

        Assert.Equal(422, answer.Code);
        Assert.Equal(Typed, answer.Value("Input.Body"));
        client.Dispose();
    }

    [Fact]
    public async Task Save_WithoutToken_IsRefused()
    {
        var (client, id) = await OpenAsync();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Input.Title", "x")]);

        using var answer = await client.PostAsync($"/admin/disclosures/{id}/edit", content, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
        client.Dispose();
    }

    [Theory]
    [InlineData("edit", "button[value='save']")]
    [InlineData("submit", null)]
    public async Task Post_PublicationTimeAndOtherHiddenFields_AreIgnored(string page, string? button)
    {
        var (client, id) = await OpenAsync();
        var office = await Office.OpenAsync(site);

        var answer = await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/{page}"), [("Input.Remark", "x"), .. Forged], button: button);

        Assert.Equal(302, answer.Code);
        var found = await office.FindAsync(id);
        Assert.Null(found.FirstPublishedAt);
        Assert.Null(found.LastPublishedAt);
        Assert.Null(found.IndexNumber);
        Assert.Equal(office.Organisation, found.OrganisationId);
        Assert.All(found.Transitions, t => Assert.True(t.At.Year > 2001));
        client.Dispose();
    }

    [Fact]
    public async Task Publish_ForgedTimes_TheServersTimeStands()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingPublication);
        using var client = await site.StaffAsync("reviewer");
        var before = SiteFactory.Clock.Now;

        Assert.Equal(302, (await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/publish"), Forged)).Code);

        var found = await office.FindAsync(id);
        Assert.InRange(found.FirstPublishedAt!.Value, before, SiteFactory.Clock.Now);
        Assert.Equal(found.FirstPublishedAt, found.LastPublishedAt);
        Assert.NotEqual("forged", found.Address);
        var version = await site.ReadAsync(db => Task.FromResult(db.Versions.Single(v => v.DisclosureId == id)));
        Assert.Equal(found.FirstPublishedAt, version.PublishedAt);
    }

    /// <summary>No bound type of the folder has a property that could carry a publication time.</summary>
    [Fact]
    public void Forms_NoBoundProperty_NamesAPublicationTime()
    {
        var names = typeof(Web.Pages.Admin.Disclosures.DraftInput).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(Web.Pages.Admin.Disclosures.DraftInput).Namespace && (t.Name is "Fields" || t.Name.EndsWith("Input", StringComparison.Ordinal)))
            .SelectMany(t => t.GetProperties()).Where(p => p.CanWrite && p.PropertyType != typeof(DateOnly?)).Select(p => p.Name).ToList();

        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, IsPublicationTime);
        Assert.True(IsPublicationTime("FirstPublishedAt"));
    }

    private static bool IsPublicationTime(string name) => name.Contains("Publish", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<(string, string?)> Forged =>
    [
        .. new[] { "PublishedAt", "FirstPublishedAt", "LastPublishedAt", "ApprovedAt", "SubmittedAt", "CreatedAt", "ChangedAt", "At", "Now" }
            .SelectMany(n => new[] { "", "Input.", "Disclosure.", "Input.Text.", "command." }.Select(p => (p + n, (string?)"2001-01-01T00:00:00Z"))),
        ("IndexNumber", "forged"), ("Address", "forged"), ("State", "Published"), ("OrganisationId", Guid.Empty.ToString()), ("Input.OrganisationId", Guid.Empty.ToString()), ("By", Guid.Empty.ToString()),
    ];

    private async Task<(HttpClient Client, Guid Id)> OpenAsync() => (await site.StaffAsync("clerk"), await (await Office.OpenAsync(site)).DraftAsync());
}
