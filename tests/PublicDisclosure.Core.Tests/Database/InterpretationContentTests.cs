using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Text;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The checklist knows an interpretation's form and compares its text with its policies; what is published is read pair by pair.</summary>
public class InterpretationContentTests
{
    [Theory, EveryEngine]
    public async Task Facts_OfAnInterpretation_HoldFormAndPolicies(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var (policy, id) = await DraftAsync(around, InterpretationForm.QuestionsAndAnswers, "没有问题的正文");
        await using var db = around.Store.Open();
        var draft = await db.Disclosures.Include(d => d.Items).Include(d => d.Attachments).Include(d => d.WarningReasons).Include(d => d.Replacements).SingleAsync(d => d.Id == id);

        var facts = (await around.Desk.Runner(db).FactsAsync(draft, TestContext.Current.CancellationToken)).Content;
        var check = await around.Desk.Runner(db).CheckAsync(draft, TestContext.Current.CancellationToken);

        Assert.Equal(InterpretationForm.QuestionsAndAnswers, facts.Form);
        Assert.Equal([policy.Text.Body], facts.Policies);
        Assert.Contains(check.Errors, f => f.Refusal.Code == "Checklist.FormMissing");
    }

    [Theory, EveryEngine]
    public async Task Facts_OfAnOrdinaryText_HoldNone(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.DraftAsync();
        await using var db = around.Store.Open();
        var draft = await db.Disclosures.Include(d => d.Items).Include(d => d.Attachments).Include(d => d.WarningReasons).Include(d => d.Replacements).SingleAsync(d => d.Id == id);

        Assert.Null((await around.Desk.Runner(db).FactsAsync(draft, TestContext.Current.CancellationToken)).Content.Form);
    }

    [Theory, EveryEngine]
    public async Task Policies_OfAnInterpretation_AreThoseThatAreListed(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var open = await around.Desk.PublishedAsync();
        var draft = await around.Desk.DraftAsync();
        await using var db = around.Store.Open();
        var text = Disclosure.Create(Guid.NewGuid(), around.Desk.Organisation.Id, around.Desk.GoodText() with { Genre = DisclosureGenre.Interpretation }, around.Desk.Clock.Now, around.Desk.Clerk);
        var explaining = Interpretation.Of(text, InterpretationForm.Text, PolicyStage.Publication, new Interpreter(), [open, draft], around.Desk.Clock.Now, around.Desk.Clerk);
        db.AddRange(text, explaining, PublicInterpretation.Of(explaining));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var policies = await new QuestionReader(db, new DisclosureReader(db, around.Desk.Clock.Business), around.Desk.Clock.Business).PoliciesAsync(text.Id, TestContext.Current.CancellationToken);

        Assert.Equal((await around.FindAsync(open)).Address, Assert.Single(policies).Address);
    }

    [Theory]
    [InlineData("一模一样", 100)]
    [InlineData("完全不同", 0)]
    public void Share_OfCopiedAndOwnText_IsTold(string kind, int share)
    {
        var policy = string.Concat(Enumerable.Range(0, 200).Select(i => (char)('一' + i)));
        var own = kind == "一模一样" ? "**" + policy[..100] + "**，\n" + policy[100..] : string.Concat(Enumerable.Range(500, 200).Select(i => (char)('一' + i)));

        Assert.InRange(RepeatedText.Share(own, [policy]), share - 5, share);
        Assert.Equal(0, RepeatedText.Share("短文", [policy]));
    }

    private static async Task<(Disclosure Policy, Guid Id)> DraftAsync(AroundDesk around, InterpretationForm form, string body)
    {
        var policy = await around.FindAsync(await around.Desk.PublishedAsync());
        await using var db = around.Store.Open();
        var text = around.Desk.GoodText() with { Genre = DisclosureGenre.Interpretation, Body = body };
        var draft = Disclosure.Create(Guid.NewGuid(), around.Desk.Organisation.Id, text, around.Desk.Clock.Now, around.Desk.Clerk);
        db.AddRange(draft, Interpretation.Of(draft, form, PolicyStage.Publication, new Interpreter(), [policy.Id], around.Desk.Clock.Now, around.Desk.Clerk));
        await db.SaveChangesAsync();
        return (policy, draft.Id);
    }
}
