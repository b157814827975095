using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Security.PublicForms;

/// <summary>
/// Asked by every form that is open to everybody, right before what it sends is taken in: trap field, time since opening,
/// number of sendings from one address, proof of work where the site asks for it. Each refusal leaves the form filled in and
/// says what to do; a person passes at the second try at the latest.
/// </summary>
public sealed class PublicFormGuard(IDataProtectionProvider keyRing, FormSenders senders, BusinessClock clock, IOptions<PublicFormOptions> options)
{
    /// <summary>Hidden field with the ticket.</summary>
    public const string TicketField = "FormTicket";

    /// <summary>The trap: people never see it, machines fill it in.</summary>
    public const string TrapField = "Website";

    /// <summary>Hidden field with the proof of work.</summary>
    public const string ProofField = "FormProof";

    private readonly PublicFormOptions _options = options.Value;

    /// <summary>The ticket for showing a form: a form shown again keeps the time of its first opening.</summary>
    public string TicketFor(string form, HttpRequest request)
    {
        var openedAt = Posted(form, request) is { } former && !IsTooOld(former) ? former.OpenedAt : clock.Now;
        return FormTicket.Issue(form, openedAt).Write(keyRing);
    }

    /// <summary>The reasons for not taking the form in; empty when it may come in.</summary>
    /// <param name="form">The name that the page's <c>form-guard</c> tag carries.</param>
    /// <param name="request">The post.</param>
    public IReadOnlyList<Refusal> Check(string form, HttpRequest request)
    {
        if (Read(request, TrapField) is { Length: > 0 }) return [new Refusal("PublicForm.TrapFilled")];
        if (Posted(form, request) is not { } ticket || IsTooOld(ticket)) return [new Refusal("PublicForm.OpenTooLong")];
        var proven = _options.ProofBits == 0 || ProofOfWork.Proves(Read(request, TicketField)!, Read(request, ProofField), _options.ProofBits);
        var fewest = proven ? _options.FewestSeconds : Math.Max(_options.FewestSeconds, _options.SecondsWithoutProof);
        if (clock.Now - ticket.OpenedAt < TimeSpan.FromSeconds(fewest)) return [new Refusal("PublicForm.TooFast", null, fewest)];
        if (_options.ProofBits > 0 && !senders.TryUse(ticket)) return [new Refusal("PublicForm.SentAlready")];
        return senders.TryTake(form, request.HttpContext.Connection.RemoteIpAddress) ? [] : [new Refusal("PublicForm.TooMany")];
    }

    private FormTicket? Posted(string form, HttpRequest request) =>
        FormTicket.TryRead(Read(request, TicketField), keyRing, out var ticket) && ticket.Form == form ? ticket : null;

    private bool IsTooOld(FormTicket ticket) => clock.Now - ticket.OpenedAt > TimeSpan.FromHours(_options.MostHours);

    private static string? Read(HttpRequest request, string field) => request.HasFormContentType ? request.Form[field].ToString() : null;
}
