using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Security.PublicForms;

namespace PublicDisclosure.Web.Tests.PublicForms;

public sealed class PublicFormGuardTests : IDisposable
{
    private const string Form = "letter";
    private readonly TestClock _clock = new();
    private readonly PublicFormOptions _options = new();
    private readonly EphemeralDataProtectionProvider _keyRing = new();
    private readonly FormSenders _senders;
    private readonly PublicFormGuard _guard;

    public PublicFormGuardTests()
    {
        var options = Options.Create(_options);
        var clock = _clock.Business;
        _senders = new FormSenders(options, clock);
        _guard = new PublicFormGuard(_keyRing, _senders, clock, options);
    }

    [Fact]
    public void Check_APersonAfterAWhile_IsLetIn()
    {
        var ticket = Opened();
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Empty(_guard.Check(Form, Post(ticket)));
    }

    [Fact]
    public void Check_AtOnce_IsTooFastAndPassesLaterWithTheFormShownAgain()
    {
        var post = Post(Opened());
        Assert.Equal("PublicForm.TooFast", Assert.Single(_guard.Check(Form, post)).Code);

        // The page shows the form again: its ticket remembers the first opening, so nobody starts over.
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(_guard.Check(Form, Post(_guard.TicketFor(Form, post))));
    }

    [Fact]
    public void Check_TheTrapFilledIn_IsRefused()
    {
        var ticket = Opened();
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("PublicForm.TrapFilled", Assert.Single(_guard.Check(Form, Post(ticket, trap: "http://example.com"))).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("made-up")]
    public void Check_NoTicketOfThisSite_AsksToSendAgain(string? ticket)
    {
        Assert.Equal("PublicForm.OpenTooLong", Assert.Single(_guard.Check(Form, Post(ticket))).Code);
    }

    [Fact]
    public void Check_ATicketOfAnotherForm_AsksToSendAgain()
    {
        var ticket = _guard.TicketFor("error-report", new DefaultHttpContext().Request);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("PublicForm.OpenTooLong", Assert.Single(_guard.Check(Form, Post(ticket))).Code);
    }

    [Fact]
    public void Check_OpenOverNight_AsksToSendAgainAndThenPasses()
    {
        var post = Post(Opened());
        _clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal("PublicForm.OpenTooLong", Assert.Single(_guard.Check(Form, post)).Code);

        var again = _guard.TicketFor(Form, post);
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(_guard.Check(Form, Post(again)));
    }

    [Fact]
    public void Check_MoreThanTheHourAllows_StopsThatAddressAndFormOnly()
    {
        _options.PerHour = 2;
        var codes = Enumerable.Range(0, 3).Select(_ => Send("192.0.2.7", Form)).ToList();

        Assert.Equal(["", "", "PublicForm.TooMany"], codes);
        Assert.Equal("", Send("192.0.2.8", Form));
        Assert.Equal("", Send("192.0.2.7", "error-report"));
    }

    [Fact]
    public void Check_OneHouseholdOfIpv6Addresses_CountsAsOneSender()
    {
        _options.PerHour = 1;

        Assert.Equal("", Send("2001:db8:1:2::1", Form));
        Assert.Equal("PublicForm.TooMany", Send("2001:db8:1:2:ffff::9", Form));
        Assert.Equal("", Send("2001:db8:1:3::1", Form));
    }

    [Fact]
    public void Check_ProofAskedFor_PassesOnceWithTheNumber()
    {
        _options.ProofBits = 8;
        var ticket = Opened();
        _clock.Advance(TimeSpan.FromSeconds(5));
        var number = Enumerable.Range(0, int.MaxValue).Select(n => n.ToString(CultureInfo.InvariantCulture)).First(n => ProofOfWork.Proves(ticket, n, 8));

        Assert.Empty(_guard.Check(Form, Post(ticket, proof: number)));
        Assert.Equal("PublicForm.SentAlready", Assert.Single(_guard.Check(Form, Post(ticket, proof: number))).Code);
    }

    [Fact]
    public void Check_ProofAskedForButNoScript_PassesWithPatience()
    {
        _options.ProofBits = 8;
        var ticket = Opened();
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("PublicForm.TooFast", Assert.Single(_guard.Check(Form, Post(ticket))).Code);

        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Empty(_guard.Check(Form, Post(ticket)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1e5")]
    [InlineData("99999999999999999999999")]
    public void Proves_NotANumber_IsFalse(string number) => Assert.False(ProofOfWork.Proves("ticket", number, 0));

    public void Dispose() => _senders.Dispose();

    private string Opened() => _guard.TicketFor(Form, new DefaultHttpContext().Request);

    private string Send(string address, string form)
    {
        var ticket = _guard.TicketFor(form, new DefaultHttpContext().Request);
        _clock.Advance(TimeSpan.FromSeconds(4));
        var request = Post(ticket);
        request.HttpContext.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return _guard.Check(form, request) is [var refusal] ? refusal.Code : "";
    }

    private static HttpRequest Post(string? ticket, string trap = "", string proof = "")
    {
        var request = new DefaultHttpContext().Request;
        request.Method = HttpMethods.Post;
        request.ContentType = "application/x-www-form-urlencoded";
        request.Form = new FormCollection(new Dictionary<string, StringValues>
        {
            [PublicFormGuard.TicketField] = ticket,
            [PublicFormGuard.TrapField] = trap,
            [PublicFormGuard.ProofField] = proof,
        });
        return request;
    }
}
