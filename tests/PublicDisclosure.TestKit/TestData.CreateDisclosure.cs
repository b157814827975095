using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.TestKit;

public static partial class TestData
{
    /// <summary>A draft of an organisation, written by somebody.</summary>
    public static Disclosure CreateDisclosure(Guid organisationId, Guid? by = null, string? title = null, string body = "正文。")
    {
        var clock = new TestClock();
        return Disclosure.Create(
            Guid.NewGuid(), organisationId, CreateText(title, body), clock.Now, by ?? Guid.NewGuid());
    }

    /// <summary>A notice with the dates a notice needs.</summary>
    public static DisclosureText CreateText(string? title = null, string body = "正文。") => new()
    {
        Title = title ?? $"关于测试事项{Next()}的通知",
        DocumentDate = TestClock.DefaultDay,
        FormedOn = TestClock.DefaultDay,
        Summary = "测试用的通知。",
        Body = body,
    };
}
