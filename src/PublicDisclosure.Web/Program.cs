using PublicDisclosure.Web;
using PublicDisclosure.Web.Infrastructure;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDisclosureWeb(builder.Configuration);

var app = builder.Build();

// In the order in which a request meets them.
app.UseSecurityHeaders();
app.UseStatusPages();
app.UseRouting();
app.UseAuthorization();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();

/// <summary>Named so that the tests can start the whole site.</summary>
public partial class Program;
