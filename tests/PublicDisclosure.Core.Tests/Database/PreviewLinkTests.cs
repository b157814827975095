using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class PreviewLinkTests
{
    private const string IdentityNumber = "11010519491231002X";

    [Theory, EveryEngine]
    public async Task Open_LivingLink_ShowsTheDraftAndLeavesARowWithoutAName(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.DraftAsync(around.Desk.GoodText("关于预览的通知"));
        var token = await around.TokenAsync(id);

        var sheet = await around.OpenAsync(token);

        Assert.Equal(("关于预览的通知", around.Desk.Organisation.Name), (sheet!.Text.Title, sheet.OrganisationName));
        Assert.Contains("社会救助", sheet.Body.Html, StringComparison.Ordinal);
        var link = await around.Store.ReadAsync(db => db.Set<PreviewLink>().SingleAsync());
        var opening = await around.Store.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.ObjectId == link.Id));
        Assert.Equal(("Preview.Open", null, around.Desk.Clock.Now), (opening.Action, opening.By, opening.At));
        await around.OpenAsync(token);
        var line = Assert.Single(await around.PreviewsAsync(p => p.ReadAsync(id)));
        Assert.Equal((2, true, "请核对"), (line.Openings, line.IsAlive, line.Purpose));
    }

    [Theory, EveryEngine]
    public async Task Create_Twice_KeepsOnlyHashesOfDifferentTokens(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.DraftAsync();
        var tokens = new[] { await around.TokenAsync(id), await around.TokenAsync(id) };

        var kept = await around.Store.ReadAsync(db => db.Set<PreviewLink>().ToListAsync());
        Assert.NotEqual(tokens[0], tokens[1]);
        Assert.Equal(tokens.Select(PreviewToken.Hash).Order(), kept.Select(l => l.TokenHash).Order());
        var audit = await around.Store.ReadAsync(db => db.AuditEntries.ToListAsync());
        Assert.DoesNotContain(audit, e => tokens.Any(t => $"{e.Detail}{e.ObjectName}".Contains(t, StringComparison.Ordinal)));
    }

    [Theory, EveryEngine]
    public async Task Open_WrongRevokedOrExpired_IsNothingAndLeavesNoRow(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.DraftAsync();
        var revoked = await around.TokenAsync(id);
        var expiring = await around.TokenAsync(id, days: 1);
        var first = (await around.PreviewsAsync(p => p.ReadAsync(id))).Single(l => l.ExpiresAt > around.Desk.Clock.Now.AddDays(2));
        Assert.True((await around.PreviewsAsync(p => p.RevokeAsync(new RevokePreview(id, first.Id, around.Desk.Clerk)))).IsDone);

        Assert.Null(await around.OpenAsync(revoked));
        Assert.NotNull(await around.OpenAsync(expiring));
        around.Desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await around.OpenAsync(expiring));
        Assert.Null(await around.OpenAsync(PreviewToken.Create()));
        Assert.Null(await around.OpenAsync("%00'--"));
        Assert.Equal(1, await around.Store.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "Preview.Open")));
    }

    [Theory, EveryEngine]
    public async Task Open_AfterPublicationOrFiling_HasEndedForGood(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.ApprovedAsync();
        var token = await around.TokenAsync(id);
        Assert.NotNull(await around.OpenAsync(token));
        around.Desk.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True((await around.Desk.PublishAsync(id)).IsDone);
        Assert.Null(await around.OpenAsync(token));

        // A correction opens a draft again, but not to those who saw the first one.
        var revision = await around.Desk.RevisionAsync(id);
        Assert.True((await around.Desk.WorkAsync(w => w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, revision, ChangeKind.Correction, "更正", around.Desk.Clerk)))).IsDone);
        Assert.Null(await around.OpenAsync(token));
        Assert.False(Assert.Single(await around.PreviewsAsync(p => p.ReadAsync(id))).IsAlive);
        around.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await around.OpenAsync(await around.TokenAsync(id)));
    }

    [Theory, EveryEngine]
    public async Task Open_PersonalDataCameInAfterwards_IsClosed(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.DraftAsync();
        var token = await around.TokenAsync(id);
        var text = around.Desk.GoodText();
        var revision = await around.Desk.RevisionAsync(id);
        await around.Desk.EditAsync(e => e.EditAsync(new EditDisclosure(
            id, revision, text with { Body = $"{text.Body}\n\n张某，{IdentityNumber}。" }, around.Desk.GoodItems, around.Desk.Clerk)));

        Assert.Null(await around.OpenAsync(token));
        Assert.Equal(["Preview.PersonalData"], (await around.PreviewAsync(id)).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task OpenFile_OfTheDraftOnly(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var (id, other) = (await around.Desk.DraftAsync(), await around.Desk.DraftAsync());
        var (own, foreign) = (TestData.CreateAttachment(id), TestData.CreateAttachment(other));
        await around.Store.AddAsync(own, foreign);
        var token = await around.TokenAsync(id);

        Assert.Equal(own.Hash, (await around.OpenFileAsync(token, own.Id))?.Hash);
        Assert.Null(await around.OpenFileAsync(token, foreign.Id));
        Assert.Null(await around.OpenFileAsync(PreviewToken.Create(), own.Id));
    }

    [Theory, EveryEngine]
    public async Task Create_BadInput_IsRefusedWithEveryReason(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.DraftAsync();
        var notPublic = await around.Desk.DraftAsync(around.Desk.GoodText() with { Attribute = DisclosureAttribute.OnApplication });
        var published = await around.Desk.PublishedAsync();

        Assert.Equal(
            ["Preview.DaysInvalid", "Disclosure.TextTooLong", "Preview.HarmlessMissing"],
            (await around.PreviewAsync(id, days: 31, purpose: new string('长', 201), isHarmless: false)).Refusals.Select(r => r.Code));
        Assert.Equal(["Preview.DaysInvalid"], (await around.PreviewAsync(id, days: 0)).Refusals.Select(r => r.Code));
        Assert.Equal(["Preview.OnlyActive"], (await around.PreviewAsync(notPublic)).Refusals.Select(r => r.Code));
        Assert.Equal(["Preview.NoDraft"], (await around.PreviewAsync(published)).Refusals.Select(r => r.Code));
        Assert.Equal(OutcomeKind.NotFound, (await around.PreviewAsync(Guid.NewGuid())).Outcome.Kind);
        Assert.Equal(OutcomeKind.NotFound, (await around.PreviewsAsync(p => p.RevokeAsync(new RevokePreview(id, Guid.NewGuid(), around.Desk.Clerk)))).Kind);
    }

    [Fact]
    public void Rules_PersonalData_AreTheErrorsOfTheLawOnIt()
    {
        Assert.Contains("Checklist.IdentityNumberFound", PreviewRules.PersonalData);
        Assert.Contains("Checklist.BankCardFound", PreviewRules.PersonalData);
        Assert.DoesNotContain("Checklist.MobileNumberFound", PreviewRules.PersonalData);
    }

    [Fact]
    public void Token_Each_Carries256RandomBits()
    {
        var tokens = Enumerable.Range(0, 1000).Select(_ => PreviewToken.Create()).ToList();

        Assert.Equal(1000, tokens.Distinct().Count());
        Assert.All(tokens, t => Assert.Matches($"^[A-Za-z0-9_-]{{{PreviewToken.Length}}}$", t));
        Assert.Equal(PreviewToken.HashLength, PreviewToken.Hash(tokens[0]).Length);
    }
}
