using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Infrastructure;

/// <summary>When the jobs of a site under test run.</summary>
internal static class JobsOfTests
{
    /// <summary>
    /// The host runs no job by itself: a test runs those it needs, in its own order. Otherwise a count that begins with the site can
    /// overtake what a form has just counted, and what the test then finds depends on the moment.
    /// </summary>
    public static void RunNoJobs(this IServiceCollection services)
    {
        foreach (var host in services.Where(s => s.ImplementationType == typeof(PeriodicJobHost)).ToList()) services.Remove(host);
    }
}
