using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Security.PublicForms;

/// <summary>Counts what each network address sends, form by form, on this node; and which proofs were used up.</summary>
public sealed class FormSenders(IOptions<PublicFormOptions> options, BusinessClock clock) : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<(string Form, string Sender)> _limiter =
        PartitionedRateLimiter.Create<(string Form, string Sender), (string, string)>(key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.PerHour, Window = Hour }));

    private readonly ConcurrentDictionary<string, DateTime> _used = new();

    /// <summary>Counts one sending; false when the address has sent the form too often.</summary>
    public bool TryTake(string form, IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire((form, SenderOf(address)));
        return lease.IsAcquired;
    }

    /// <summary>Marks a ticket as spent, so that one proof serves once; false when it already was.</summary>
    public bool TryUse(FormTicket ticket)
    {
        var now = clock.Now;
        // Tickets die by age anyway: those are forgotten here.
        foreach (var (nonce, openedAt) in _used)
            if (now - openedAt > TimeSpan.FromHours(options.Value.MostHours)) _used.TryRemove(nonce, out _);
        return _used.TryAdd(ticket.Nonce, ticket.OpenedAt);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    /// <summary>One household has a whole /64 of IPv6 addresses: it counts as one sender.</summary>
    internal static string SenderOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
