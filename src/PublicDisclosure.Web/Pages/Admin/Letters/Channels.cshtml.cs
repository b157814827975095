using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>Where letters are directed to: address, phone and basis of each channel.</summary>
public sealed class ChannelsModel(LetterChannels channels) : PageModel
{
    public IReadOnlyList<LetterChannel> List { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => List = await channels.ReadAsync(stop);
}
