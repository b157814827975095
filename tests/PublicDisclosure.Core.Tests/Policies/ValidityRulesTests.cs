using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Policies;

public sealed class ValidityRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 30);
    private static readonly Guid Clerk = Guid.NewGuid();
    private static readonly RecordValidityAct Good = new(
        Guid.NewGuid(), ValidityActKind.Continue, Today, Today.AddYears(5), null, "浔政发〔2026〕1号", "清理后继续有效", null, Clerk);

    private static readonly ValidityCase InForce = new(DisclosureGenre.Normative, Today.AddYears(-5), Today.AddMonths(2), [], BasisIsPublic: true);

    [Fact]
    public void Check_GoodAct_HasNoReasonAgainst() => Assert.Empty(ValidityRules.Check(Good, InForce, Today));

    [Fact]
    public void Check_Planted_EachReasonIsGiven()
    {
        Assert.Equal(["Validity.GenreHasNone"], Codes(Good, InForce with { Genre = DisclosureGenre.Announcement }));
        Assert.Equal(["Validity.ReasonMissing"], Codes(Good with { Reason = " " }));
        Assert.Equal(["Validity.BasisMissing"], Codes(Good with { Basis = "" }));
        Assert.Equal(["Validity.BasisIsItself"], Codes(Good with { BasisDisclosureId = Good.DisclosureId }));
        Assert.Equal(["Validity.BasisNotPublic"], Codes(Good with { BasisDisclosureId = Guid.NewGuid() }, InForce with { BasisIsPublic = false }));
        Assert.Equal(["Validity.EffectiveOnMissing"], Codes(Good with { EffectiveOn = null }));
        Assert.Equal(["Disclosure.DateOutOfRange"], Codes(Good with { Kind = ValidityActKind.Repeal, NewExpiresOn = null, EffectiveOn = new(1900, 1, 1) }));
        Assert.Equal(["Validity.NewEndOnlyForContinuing"], Codes(Good with { Kind = ValidityActKind.Amend }));
        Assert.Equal(["Validity.NewEndBeforeBeginning"], Codes(Good with { NewExpiresOn = Today.AddDays(-1) }));
        Assert.Equal(["Disclosure.TextTooLong"], Codes(Good with { Reason = new string('长', 501) }));
        Assert.Equal(["Disclosure.TextTooLong"], Codes(Good with { Basis = new string('长', 201) }));
    }

    [Fact]
    public void Check_ExpiredDocument_ContinuesOnlyUntilANamedDay()
    {
        var expired = InForce with { ExpiresOn = Today.AddDays(-10) };

        Assert.Equal(["Validity.NewEndMissing"], Codes(Good with { NewExpiresOn = null }, expired));
        Assert.Empty(Codes(Good, expired));
    }

    [Fact]
    public void Check_ContinuingAfterAGapAhead_IsRefused()
    {
        Assert.Equal(["Validity.ContinuesAfterGap"], Codes(Good with { EffectiveOn = Today.AddMonths(3) }));
        Assert.Empty(Codes(Good with { EffectiveOn = InForce.ExpiresOn!.Value.AddDays(1) }));
    }

    [Fact]
    public void Check_Repealed_TakesOnlyACorrection()
    {
        var repeal = Confirmed(Good with { Kind = ValidityActKind.Repeal, NewExpiresOn = null });
        var repealed = InForce with { Acts = [repeal] };

        Assert.Equal(["Validity.AlreadyRepealed"], Codes(Good, repealed));
        Assert.Empty(Codes(Good with { CorrectsId = repeal.Id }, repealed));
        Assert.Contains("Validity.CorrectedUnknown", Codes(Good with { CorrectsId = Guid.NewGuid() }, repealed));
    }

    [Fact]
    public void Check_AnotherActWaits_IsRefusedUntilItIsDecided()
    {
        var waiting = ValidityAct.Record(Guid.NewGuid(), Good, new TestClock().Now);

        Assert.Equal(["Validity.AnotherIsPending"], Codes(Good, InForce with { Acts = [waiting] }));
        Assert.Empty(ValidityRules.Check(Good, InForce with { Acts = [waiting] }, Today, waiting.Id));
    }

    [Fact]
    public void Confirm_ByWhoRecorded_Throws()
    {
        var act = ValidityAct.Record(Guid.NewGuid(), Good, new TestClock().Now);

        Assert.Equal("Validity.ConfirmerIsRecorder", Thrown(() => act.Confirm(new TestClock().Now, Clerk)));
        act.Confirm(new TestClock().Now, Guid.NewGuid());
        Assert.Equal("Validity.NotPending", Thrown(() => act.Refuse("不对", new TestClock().Now, Guid.NewGuid())));
        Assert.Equal(ValidityActState.Confirmed, act.State);
    }

    [Fact]
    public void Refuse_WithoutReason_Throws() =>
        Assert.Equal("Validity.RefusalReasonMissing", Thrown(() => ValidityAct.Record(Guid.NewGuid(), Good, new TestClock().Now).Refuse(" ", new TestClock().Now, Guid.NewGuid())));

    private static string Thrown(Action act) => Assert.Single(Assert.Throws<RuleViolationException>(act).Refusals).Code;

    private static IEnumerable<string> Codes(RecordValidityAct command, ValidityCase? document = null) =>
        ValidityRules.Check(command, document ?? InForce, Today).Select(r => r.Code);

    private static ValidityAct Confirmed(RecordValidityAct command)
    {
        var act = ValidityAct.Record(Guid.NewGuid(), command, new TestClock().Now);
        act.Confirm(new TestClock().Now, Guid.NewGuid());
        return act;
    }
}
