using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Core.Tests.Letters;

/// <summary>The table of letters as data.</summary>
public sealed class LetterTransitionsTests
{
    [Fact]
    public void All_Rows_AreDifferentAndLeadOneWay()
    {
        var rows = LetterTransitions.All.Where(r => r.From is not null).ToList();

        Assert.Equal(rows.Count, rows.Select(r => (r.From, r.Act)).Distinct().Count());
        Assert.Equal(Enum.GetValues<LetterAct>().Order(), LetterTransitions.All.Select(r => r.Act).Distinct().Order());
    }

    [Theory]
    [InlineData(LetterState.Directed)]
    [InlineData(LetterState.Declined)]
    [InlineData(LetterState.Merged)]
    public void All_EndsWithoutAnswer_LeadNowhereButToForgetting(LetterState state) =>
        Assert.Equal([LetterAct.Forget], LetterTransitions.All.Where(r => r.From == state).Select(r => r.Act));

    [Fact]
    public void All_AnAnswer_ComesOutOfReviewOnly() =>
        Assert.Equal([(LetterState?)LetterState.AwaitingReview], LetterTransitions.All.Where(r => r.To == LetterState.Answered && r.From != LetterState.Answered).Select(r => r.From));

    [Theory]
    [InlineData(LetterState.AwaitingTriage, true)]
    [InlineData(LetterState.InHand, true)]
    [InlineData(LetterState.AwaitingReview, true)]
    [InlineData(LetterState.Answered, false)]
    [InlineData(LetterState.Directed, false)]
    [InlineData(LetterState.Declined, false)]
    [InlineData(LetterState.Merged, false)]
    public void IsOpen_State_SaysWhetherSomebodyMustAct(LetterState state, bool isOpen) => Assert.Equal(isOpen, LetterTransitions.IsOpen(state));
}
