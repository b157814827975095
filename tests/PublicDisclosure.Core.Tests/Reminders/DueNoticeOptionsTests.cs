using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Reminders;

namespace PublicDisclosure.Core.Tests.Reminders;

public sealed class DueNoticeOptionsTests
{
    [Theory]
    [InlineData(6, 0, false, null)]
    [InlineData(5, 0, false, -5)]
    [InlineData(2, 0, false, -5)]
    [InlineData(1, 0, false, -1)]
    [InlineData(0, 0, false, -1)]
    [InlineData(0, 0, true, null)] // Past only by days on which nobody works.
    [InlineData(0, 1, true, 1)]
    [InlineData(0, 4, true, 1)]
    [InlineData(0, 5, true, 5)]
    [InlineData(0, 19, true, 5)]
    [InlineData(0, 20, true, 20)]
    [InlineData(0, 400, true, 20)]
    public void StepOf_ByDefault_IsTheOneReached(int left, int late, bool isPast, int? step) => Assert.Equal(step, new DueNoticeOptions().StepOf(left, late, isPast));

    [Fact]
    public void StepOf_OtherSettings_AreFollowed()
    {
        var options = new DueNoticeOptions { Before = "0,10", After = "" };

        Assert.Equal([-10, -10, 0], new[] { 10, 1, 0 }.Select(left => options.StepOf(left, 0, false)));
        Assert.Null(options.StepOf(0, 30, true));
        Assert.Null(new DueNoticeOptions { Before = "" }.StepOf(0, 0, false));
        Assert.Null(new DueNoticeOptions { After = "0" }.StepOf(0, 3, true));
    }

    [Theory]
    [InlineData("5,1", true)]
    [InlineData("", true)]
    [InlineData("5, 1", false)]
    [InlineData("-1", false)]
    [InlineData("5;1", false)]
    [InlineData("1000", false)]
    public void Before_Form_IsChecked(string text, bool isValid)
    {
        var options = new DueNoticeOptions { Before = text };

        Assert.Equal(isValid, Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
    }
}
