using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Core.Tests.Letters;

/// <summary>How letters are counted.</summary>
public sealed class LetterFiguresTests
{
    [Theory]
    [InlineData(new[] { 3 }, 3, 3)]
    [InlineData(new[] { 1, 2, 3, 4 }, 2, 4)]
    [InlineData(new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 30 }, 1, 1)]
    [InlineData(new[] { 0, 5, 5, 5, 9, 9, 10, 12, 15, 40, 60 }, 9, 40)]
    public void Times_Days_AreNearestRanks(int[] days, int median, int ninetieth) =>
        Assert.Equal(new LetterTimes(median, ninetieth), LetterFigures.Times([.. days.Select(d => (d, 1))]));

    [Fact]
    public void Times_None_AreNone() => Assert.Equal(new LetterTimes(null, null), LetterFigures.Times([]));

    [Fact]
    public void Count_DirectedAndMerged_AreNeverAnswered()
    {
        var counts = LetterFigures.Count([Heap(LetterState.Directed, 4), Heap(LetterState.Merged, 2), Heap(LetterState.Declined, 1)]);

        Assert.Equal((7, 0, 4, 2, 1), (counts.Received, counts.Answered, counts.Directed, counts.Merged, counts.Declined));
        Assert.Null(counts.InTimePermille);
    }

    [Fact]
    public void Count_ShareInTime_IsOfAnsweredAndOverdue()
    {
        var counts = LetterFigures.Count(
            [Heap(LetterState.Answered, 6), Heap(LetterState.Answered, 1, isLate: true), Heap(LetterState.InHand, 1, isOverdue: true), Heap(LetterState.InHand, 5)]);

        Assert.Equal((13, 7, 6, 1, 8), (counts.Received, counts.Answered, counts.Open, counts.Overdue, counts.Rated));
        Assert.Equal(750, counts.InTimePermille);
    }

    [Fact]
    public void Count_OldDueDateOfAClosedLetter_IsNotOverdue() => Assert.Equal(0, LetterFigures.Count([Heap(LetterState.Answered, 3, isOverdue: true)]).Overdue);

    private static LetterHeap Heap(LetterState state, int count, bool isLate = false, bool isOverdue = false) =>
        new(2026, Guid.Empty, LetterKind.Help, state, null, null, isLate, isOverdue, null, count);
}
