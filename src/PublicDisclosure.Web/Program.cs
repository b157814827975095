using PublicDisclosure.Core;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Web;
using PublicDisclosure.Web.Endpoints;
using PublicDisclosure.Web.Endpoints.Api;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Infrastructure.Health;
using PublicDisclosure.Web.Infrastructure.PageCache;
using PublicDisclosure.Web.Infrastructure.Verbs;
using PublicDisclosure.Web.Security;

var builder = WebApplication.CreateBuilder(args);
var dataFolder = StorageOptions.DataFolderIn(builder.Configuration, builder.Environment.ContentRootPath);
builder.ListenByDefault();
builder.AddSiteLogging(dataFolder);
builder.Services.AddDisclosureCore(builder.Configuration, builder.Environment.ContentRootPath);
builder.Services.AddDisclosureWeb(builder.Configuration);
builder.Services.AddPageCache(builder.Configuration);
builder.Services.AddStaffAccounts(builder.Environment);
builder.Services.AddOperations(builder.Configuration, dataFolder);
builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);

var app = builder.Build();
if (VerbRunner.IsVerb(args)) return await VerbRunner.RunAsync(args, app.Services, Console.Out);
if (!await app.PrepareAsync()) return StartupChecks.RefusedExitCode;

// In the order in which a request meets them.
app.UseForwardedHeaders();
app.UseReadyAnswers();
app.UseSecurityHeaders();
app.UseRouting();
app.UseCors();
app.UsePageCache();
app.UseRequestLogging();
app.UseStatusPages();
app.UseTaggedPages();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();
app.UseFirstPasswordGate();
app.MapStaticAssets();
app.MapSiteHealth();
app.MapPublicEndpoints();
app.MapReadApi();
app.MapPublishApi();
app.MapRazorPages().WithStaticAssets();
app.MapCatalogueDownloads();
await app.RunAsync();
return 0;

/// <summary>Named so that the tests can start the whole site.</summary>
public partial class Program;
