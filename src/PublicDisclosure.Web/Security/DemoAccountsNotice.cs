using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Security;

/// <summary>Prints the demo accounts once the site listens. Registered in Development only.</summary>
public sealed class DemoAccountsNotice(IHostApplicationLifetime lifetime, IOptions<DemoOptions> demo) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Print);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print()
    {
        Console.WriteLine($"演示账号（仅开发环境，密码均为 {demo.Value.Password}；登录页 {StaffAccountServices.SignInPath}）");
        foreach (var account in DemoAccounts.All)
            Console.WriteLine($"  {account.UserName,-18}{Words.Of(account.Role)}（{account.Slug}）");
    }
}
