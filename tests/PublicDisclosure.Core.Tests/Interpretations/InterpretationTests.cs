using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Interpretations;

/// <summary>What stands beside the text of an interpretation, and the plan of a policy.</summary>
public sealed class InterpretationTests
{
    private static readonly DateTime Now = new TestClock().Now;
    private static readonly Guid By = Guid.NewGuid();
    private static readonly Guid Policy = Guid.NewGuid();
    private static readonly Interpreter Head = new() { Name = " 韦某 ", Post = "市民政局局长", ContactUnit = "市民政局办公室", ContactPhone = "0775-3380001" };

    [Fact]
    public void Of_AnotherGenre_Throws() => Assert.Throws<InvalidOperationException>(() =>
        Interpretation.Of(TestData.CreateDisclosure(Guid.NewGuid()), InterpretationForm.Text, PolicyStage.Publication, Head, [Policy], Now, By));

    [Fact]
    public void Of_ADraftOfTheGenre_KeepsFormInterpreterAndPolicies()
    {
        var draft = Draft();

        var made = Interpretation.Of(draft, InterpretationForm.Chart, PolicyStage.Execution, Head, [Policy, Policy], Now, By);

        Assert.Equal((draft.Id, InterpretationForm.Chart, PolicyStage.Execution), (made.DisclosureId, made.Form, made.Stage));
        Assert.Equal("韦某", made.Interpreter.Name);
        Assert.Equal(Policy, Assert.Single(made.Links).PolicyId);
    }

    [Fact]
    public void Describe_AnotherInterpreter_CountsAsAChangeOfTheText()
    {
        var draft = Draft();
        var made = Interpretation.Of(draft, InterpretationForm.Text, PolicyStage.Publication, Head, [Policy], Now, By);
        var before = draft.TextRevision;

        made.Describe(draft, PolicyStage.Publication, Head, Now, By);
        Assert.Equal(before, draft.TextRevision);
        made.Describe(draft, PolicyStage.Publication, Head with { Name = "李某" }, Now, By);

        Assert.Equal(before + 1, draft.TextRevision);
    }

    [Fact]
    public void Explain_OnceHandedIn_IsRefused()
    {
        var draft = Draft();
        var made = Interpretation.Of(draft, InterpretationForm.Text, PolicyStage.Publication, Head, [Policy], Now, By);
        draft.Submit(new ChecklistResult(draft.TextRevision, []), Now, By);

        var refused = Assert.Throws<RuleViolationException>(() => made.Explain(draft, [Policy, Guid.NewGuid()], Now, By));

        Assert.Equal("Disclosure.NotDraft", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public void CheckPolicies_NoneItselfOrTooMany_SaysEachReason()
    {
        var id = Guid.NewGuid();

        Assert.Equal(["Interpretation.PolicyMissing"], Interpretation.CheckPolicies(id, []).Select(r => r.Code));
        Assert.Equal(
            ["Interpretation.ExplainsItself", "Interpretation.TooManyPolicies"],
            Interpretation.CheckPolicies(id, [id, .. Enumerable.Range(0, 20).Select(_ => Guid.NewGuid())]).Select(r => r.Code));
    }

    [Theory]
    [InlineData("Text,Chart", true)]
    [InlineData("Text,Text", false)]
    [InlineData("Chart,Video", false)]
    [InlineData("Text,Nonsense", false)]
    [InlineData("", false)]
    public void Check_Forms_AsksForTwoWithText(string forms, bool isEnough) => Assert.Equal(
        isEnough ? [] : ["InterpretationPlan.FormsMissing"],
        InterpretationPlan.Check(Plan with { Forms = forms }, Head, isHead: true, new LeastForms(2, NeedsText: true)).Select(r => r.Code));

    [Fact]
    public void Check_NotTheHeadAndNothingFilledIn_NamesEveryField()
    {
        var refusals = InterpretationPlan.Check(new PlanText(), new Interpreter(), isHead: false, new LeastForms(2, NeedsText: false));

        Assert.Equal(
            ["Outline", "Channels", "Time", "WhyNotHead", "Forms", "Name", "Post", "ContactUnit", "ContactPhone"],
            refusals.Select(r => r.Field));
        Assert.Contains(refusals, r => r.Code == "InterpretationPlan.TooFewForms");
    }

    [Fact]
    public void Check_OutlineTooLong_SaysHowLong() => Assert.Equal(
        new Refusal("Disclosure.TextTooLong", "Outline", 4000, 4001),
        Assert.Single(InterpretationPlan.Check(Plan with { Outline = new string('提', 4001) }, Head, isHead: true, new LeastForms(2, NeedsText: true))));

    [Fact]
    public void Change_TheHeadExplainsAfterAll_DropsTheReason()
    {
        var plan = InterpretationPlan.Make(Policy, Plan with { WhyNotHead = "局长出差" }, Head, isHead: false, new LeastForms(2, NeedsText: true), Now, By);
        Assert.Equal("局长出差", plan.Text.WhyNotHead);

        plan.Change(plan.Text, Head, isHead: true, new LeastForms(2, NeedsText: true), Now, By);

        Assert.Equal(("", 2), (plan.Text.WhyNotHead, plan.Revision));
    }

    [Theory]
    [InlineData(DisclosureGenre.Normative, PublicConcerns.None, DisclosureAttribute.Active, true)]
    [InlineData(DisclosureGenre.Normative, PublicConcerns.None, DisclosureAttribute.NotPublic, false)]
    [InlineData(DisclosureGenre.Announcement, PublicConcerns.None, DisclosureAttribute.Active, false)]
    [InlineData(DisclosureGenre.Announcement, PublicConcerns.Market, DisclosureAttribute.Active, true)]
    [InlineData(DisclosureGenre.Interpretation, PublicConcerns.Livelihood, DisclosureAttribute.Active, false)]
    public void Asks_ByGenreAndMark_IsTheRule(DisclosureGenre genre, PublicConcerns concerns, DisclosureAttribute attribute, bool asks) => Assert.Equal(
        asks, new InterpretationOptions().Asks(new DisclosureText { Genre = genre, Concerns = concerns, Attribute = attribute }));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Draft_EveryForm_HasATitleThatFits(InterpretationForm form)
    {
        var text = InterpretationDraft.Of(new DisclosureText { Title = new string('长', DisclosureText.TitleLength) }, form);

        Assert.Empty(DisclosureText.Check(text));
        Assert.EndsWith(InterpretationDraft.Word(form), text.Title, StringComparison.Ordinal);
        Assert.Equal((DisclosureGenre.Interpretation, null, ""), (text.Genre, text.FormedOn, text.DocumentNumber));
    }

    public static TheoryData<InterpretationForm> Forms => [.. Enum.GetValues<InterpretationForm>()];

    private static PlanText Plan => new() { Outline = "为什么出台、怎么办理", Forms = "Text,QuestionsAndAnswers", Channels = "Website", Time = "与文件同步发布" };

    private static Disclosure Draft() => Disclosure.Create(
        Guid.NewGuid(), Guid.NewGuid(), new DisclosureText { Title = "解读", Genre = DisclosureGenre.Interpretation }, Now, By);
}
