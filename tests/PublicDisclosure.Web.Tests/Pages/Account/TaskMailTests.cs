using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Account;

/// <summary>Each person chooses for themselves how mail about waiting tasks comes: at once, once a day, or not at all.</summary>
public sealed class TaskMailTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Path = "/account/mail";

    [Fact]
    public async Task Get_Anonymous_GoesToSignIn()
    {
        using var visitor = site.Visitor();
        Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync(Path)).RedirectsTo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TaskMail.AtOnce)]
    [InlineData(TaskMail.None)]
    [InlineData(TaskMail.Daily)]
    public async Task Post_EveryChoice_IsKeptForThePersonAloneAndShownAgain(TaskMail choice)
    {
        using var clerk = await site.StaffAsync("clerk");
        var (me, other) = (await site.UserAsync("clerk"), await site.UserAsync("reviewer"));
        var before = await ChoiceAsync(other);

        var answer = await clerk.SubmitAsync(await clerk.OpenAsync(Path), [("Input.Choice", choice.ToString())], form: "main form");

        Assert.Equal((302, "/account/profile"), (answer.Code, answer.RedirectsTo));
        Assert.Equal(choice, await ChoiceAsync(me));
        Assert.Equal(before, await ChoiceAsync(other));
        var again = await clerk.OpenAsync(Path);
        Assert.Equal([choice.ToString()], again.Document.QuerySelectorAll("input[name='Input.Choice'][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal(Enum.GetNames<TaskMail>().Order(), again.Document.QuerySelectorAll("input[name='Input.Choice']").Select(i => i.GetAttribute("value")).Order());
    }

    [Theory]
    [InlineData("Weekly")]
    [InlineData("99")]
    public async Task Post_NoSuchChoice_IsRefusedAndChangesNothing(string choice)
    {
        using var reviewer = await site.StaffAsync("reviewer");
        var me = await site.UserAsync("reviewer");
        var before = await ChoiceAsync(me);

        var answer = await reviewer.SubmitAsync(await reviewer.OpenAsync(Path), [("Input.Choice", choice)], form: "main form");

        Assert.Equal(422, answer.Code);
        Assert.NotEmpty(answer.Errors);
        Assert.Equal(before, await ChoiceAsync(me));
    }

    [Fact]
    public async Task Profile_LeadsToTheChoice()
    {
        using var clerk = await site.StaffAsync("clerk");
        Assert.NotNull((await clerk.OpenAsync("/account/profile")).Document.QuerySelector($"main a[href='{Path}']"));
    }

    private Task<TaskMail> ChoiceAsync(Guid person) => site.ReadAsync(db => db.Users.Where(u => u.Id == person).Select(u => u.TaskMail).SingleAsync());
}
