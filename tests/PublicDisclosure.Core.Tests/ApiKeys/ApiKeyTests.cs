using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.ApiKeys;

/// <summary>Rules of keys without a database.</summary>
public sealed class ApiKeyTests
{
    private static readonly TestClock Clock = new();

    private static readonly ApiKeySecret Secret = ApiKeySecret.New();

    [Fact]
    public void Secret_New_IsLongRandomAndReadAgain()
    {
        var secrets = Enumerable.Range(0, 50).Select(_ => ApiKeySecret.New().Written).ToList();

        Assert.Equal(50, secrets.Distinct().Count());
        Assert.All(secrets, s => Assert.Matches("^pdk_[0-9a-f]{64}$", s));
        Assert.True(ApiKeySecret.TryParse(Secret.Written, out var read));
        Assert.Equal((Secret.Hash(), Secret.Written[..12]), (read.Hash(), read.Prefix));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("pdk_"), InlineData("pdk_zz"), InlineData("Bearer x")]
    public void Secret_WhatCannotBeAKey_IsNone(string? presented) => Assert.False(ApiKeySecret.TryParse(presented, out _));

    [Fact]
    public void Secret_OtherCaseOrLength_IsNone()
    {
        Assert.False(ApiKeySecret.TryParse(Secret.Written.ToUpperInvariant(), out _));
        Assert.False(ApiKeySecret.TryParse(Secret.Written + "0", out _));
        Assert.False(ApiKeySecret.TryParse(Secret.Written[..^1] + "g", out _));
    }

    [Fact]
    public void Secret_Matches_OnlyItsOwnHash()
    {
        Assert.True(Secret.Matches(Secret.Hash()));
        Assert.False(ApiKeySecret.New().Matches(Secret.Hash()));
        Assert.False(Secret.Matches(""));
    }

    [Fact]
    public void Secret_AsText_SaysNothing() => Assert.DoesNotContain(Secret.Prefix, $"{Secret}", StringComparison.Ordinal);

    [Fact]
    public void Make_KeepsHashAndPrefixOnly()
    {
        var key = Make();

        Assert.Equal((Secret.Hash(), Secret.Prefix, "行政审批系统"), (key.SecretHash, key.Prefix, key.SystemName));
        Assert.DoesNotContain(Secret.Written, string.Join('|', typeof(ApiKey).GetProperties().Select(p => p.GetValue(key))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" ", ApiScopes.Draft, 30, "ApiKey.NameMissing")]
    [InlineData("系统\u202E", ApiScopes.Draft, 30, "Text.ForbiddenCharacters")]
    [InlineData("系统", ApiScopes.None, 30, "ApiKey.ScopesMissing")]
    [InlineData("系统", ApiScopes.Draft, -1, "ApiKey.ExpiryPast")]
    [InlineData("系统", ApiScopes.Draft, 91, "ApiKey.ExpiryTooFar")]
    public void Check_WhatCannotBeMade_SaysWhy(string name, ApiScopes scopes, int days, string code)
    {
        Assert.Equal([code], ApiKey.Check(name, scopes, Clock.Today.AddDays(days), Clock.Today, 90).Select(r => r.Code));
        Assert.Throws<RuleViolationException>(() => ApiKey.Make(Guid.NewGuid(), Secret, Guid.NewGuid(), name, scopes, Guid.NewGuid(), Clock.Today.AddDays(days), Clock.Now, Guid.NewGuid(), 90));
    }

    [Fact]
    public void Check_EverythingWrong_SaysEveryReason()
    {
        var refusals = ApiKey.Check(new string('长', ApiKey.SystemNameLength + 1), ApiScopes.None, Clock.Today.AddYears(9), Clock.Today, 365);

        Assert.Equal(["Disclosure.TextTooLong", "ApiKey.ScopesMissing", "ApiKey.ExpiryTooFar"], refusals.Select(r => r.Code));
    }

    [Fact]
    public void CheckUse_LastDay_IsStillIn()
    {
        var key = Make();

        Assert.Null(key.CheckUse(key.ExpiresOn));
        Assert.Equal("ApiKey.Expired", key.CheckUse(key.ExpiresOn.AddDays(1))?.Code);
    }

    [Fact]
    public void Revoke_Twice_KeepsTheFirst()
    {
        var (key, first) = (Make(), Guid.NewGuid());

        key.Revoke(Clock.Now, first);
        key.Revoke(Clock.Now.AddDays(1), Guid.NewGuid());

        Assert.Equal((Clock.Now, first), (key.RevokedAt, key.RevokedBy));
        Assert.Equal(new Refusal("ApiKey.Revoked", null, Clock.Today), key.CheckUse(Clock.Today));
    }

    [Fact]
    public void NoteArrival_PutsTheKeysMakerAmongTheHands()
    {
        var (holder, draft) = (Holder(), TestData.CreateDisclosure(Guid.NewGuid()));

        draft.NoteArrival(holder, "SP-1", isRegistration: true, Clock.Now);

        Assert.Contains(draft.Contributors, c => c.UserId == holder.MadeBy);
        Assert.Equal(("SP-1", draft.Revision, Clock.Now, null), (draft.Arrival!.ExternalReference, draft.Arrival.Revision, draft.Arrival.RegisteredAt, draft.Arrival.DraftedAt));
    }

    [Theory]
    [InlineData(DisclosureAction.Return, ArrivalStage.Returned), InlineData(DisclosureAction.Recall, ArrivalStage.Draft), InlineData(null, ArrivalStage.Draft)]
    public void StageOf_Draft_TellsAReturnApart(DisclosureAction? last, ArrivalStage stage) =>
        Assert.Equal(stage, ArrivalReader.StageOf(TestData.CreateDisclosure(Guid.NewGuid()), last));

    [Fact]
    public void StageOf_InTheBin_IsDiscarded()
    {
        var draft = TestData.CreateDisclosure(Guid.NewGuid());
        draft.Discard(Clock.Now, Guid.NewGuid());

        Assert.Equal(ArrivalStage.Discarded, ArrivalReader.StageOf(draft, null));
    }

    private static ApiKey Make() =>
        ApiKey.Make(Guid.NewGuid(), Secret, Guid.NewGuid(), " 行政审批系统 ", ApiScopes.Draft | ApiScopes.Status, Guid.NewGuid(), Clock.Today.AddDays(90), Clock.Now, Guid.NewGuid(), 90);

    private static KeyHolder Holder() => new(Guid.NewGuid(), "pdk_00000000", Guid.NewGuid(), "行政审批系统", Guid.NewGuid(), Guid.NewGuid());
}
