using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Shows a text that is not saved yet as it would look, with what the checklist would say. Changes nothing.</summary>
public sealed class DraftPreview(ChecklistRunner checklist, BusinessClock clock)
{
    /// <summary>Renders a body whose files lie where <paramref name="addressOf"/> says.</summary>
    public static RenderedText Render(string body, Func<string, string?> addressOf) =>
        MarkdownRenderer.Render(AttachmentLinks.Resolve(body, addressOf));

    /// <summary>The checklist's answer for the typed text on a disclosure that is not tracked; null when the text cannot even be stored.</summary>
    public async Task<ChecklistResult?> CheckAsync(
        Disclosure untracked, DisclosureText text, IReadOnlyList<ItemChoice> items, Guid by, CancellationToken stop = default)
    {
        if (DisclosureText.Check(text).Count > 0 || ItemChoice.Check(items).Count > 0 || untracked.State != DisclosureState.Draft) return null;
        if (untracked.IsFormedOnFixed && text.FormedOn != untracked.Text.FormedOn) return null;
        if (untracked.CurrentVersion > 0 && text.TriggerOn != untracked.Text.TriggerOn) return null;
        // The same text as stored keeps its revision, so that reasons already given still count.
        if (untracked.Text != text.Normalised()) untracked.Edit(text, items, clock.Now, by);
        return await checklist.CheckAsync(untracked, stop);
    }
}
