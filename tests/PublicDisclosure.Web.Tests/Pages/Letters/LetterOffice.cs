using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Letters;

/// <summary>A citizen with a browser without script, and letters of the civil affairs bureau.</summary>
internal sealed class LetterOffice(SiteFactory site)
{
    public const string Name = "韦小宝", Contact = "13877512345";

    private static int _number;

    /// <summary>Sends a letter by the form and reads the receipt.</summary>
    public static async Task<Receipt> WriteAsync(HttpClient citizen, string organisation = "mzj", string? text = null, bool isPublic = true, string kind = "Consultation", string path = "/letters/write")
    {
        var sent = await SendAsync(citizen, organisation, text ?? Text(), isPublic, kind, path);
        Assert.True(sent.Code == 302, string.Join(' ', sent.Errors));
        var receipt = await citizen.FollowAsync(sent);
        var codes = receipt.Document.QuerySelectorAll("main dl strong").Select(s => s.TextContent).ToList();
        return new Receipt(codes[0], codes[1], codes[2]);
    }

    public static async Task<SitePage> SendAsync(HttpClient citizen, string organisation, string text, bool isPublic = true, string kind = "Consultation", string path = "/letters/write")
    {
        var form = await citizen.OpenAsync(path);
        var sent = await citizen.SubmitAsync(form, [
            ("Input.Kind", kind), ("Input.Organisation", organisation), ("Input.Title", "低保申请"), ("Input.Text", text), ("Input.Name", Name), ("Input.Contact", Contact),
            ("Input.WantsPublic", isPublic ? "true" : null)], "#letter");
        // Something public may answer it: it is sent all the same.
        return sent.Code == 200 ? await citizen.SubmitAsync(sent, form: "#letter") : sent;
    }

    /// <summary>A text that no other letter has.</summary>
    public static string Text() => $"请问低保申请需要什么材料？这是第{Interlocked.Increment(ref _number)}次问。";

    public static async Task<SitePage> TrackAsync(HttpClient citizen, Receipt receipt, string? secret = null) => await citizen.SubmitAsync(
        await citizen.OpenAsync("/letters/track"), [("Input.Number", receipt.Number), ("Input.Code", receipt.Code), ("Input.Secret", secret ?? "")]);

    public Task<Guid> IdAsync(Receipt receipt) => site.ReadAsync(db => db.Letters.Where(l => l.Number == receipt.Number).Select(l => l.Id).SingleAsync());

    public Task<Letter> FindAsync(Receipt receipt) => site.ReadAsync(db => db.Letters.SingleAsync(l => l.Number == receipt.Number));

    /// <summary>Answers by two persons on their pages.</summary>
    public async Task AnswerAsync(Receipt receipt, string text = "请带户口簿到镇政府办理。")
    {
        var id = await IdAsync(receipt);
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        Done(await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/letters/{id}/reply"), [("Input.Text", text)]));
        Done(await reviewer.SubmitAsync(await reviewer.OpenAsync($"/admin/letters/{id}/review"), button: "button[value='true']"));
    }

    /// <summary>Publishes an answered letter by two persons on their pages.</summary>
    public async Task PublishAsync(Receipt receipt)
    {
        var id = await IdAsync(receipt);
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        Done(await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/letters/{id}/publication")));
        Done(await reviewer.SubmitAsync(await reviewer.OpenAsync($"/admin/letters/{id}/publicity"), button: "button[value='true']"));
    }

    public static void Done(SitePage page) => Assert.True(page.Code == 302, $"{page.Code} {string.Join(' ', page.Errors)}");
}

/// <summary>What stands on a receipt.</summary>
internal sealed record Receipt(string Number, string Code, string Secret);
