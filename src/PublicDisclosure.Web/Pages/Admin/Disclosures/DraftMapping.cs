using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Between the form and the commands of Core.</summary>
public static class DraftMapping
{
    /// <summary>The form of a text.</summary>
    public static DraftInput ToInput(this DisclosureText text, IEnumerable<ItemChoice> items, IEnumerable<DisclosureAttachment> files) => new()
    {
        Title = text.Title,
        Body = text.Body,
        DocumentNumber = text.DocumentNumber,
        DocumentDate = text.DocumentDate,
        Summary = text.Summary,
        FormedOn = text.FormedOn,
        TriggerOn = text.TriggerOn,
        Kind = text.Kind,
        Genre = text.Genre,
        Attribute = text.Attribute,
        NonDisclosureGround = text.NonDisclosureGround,
        Concerns = [.. Enum.GetValues<PublicConcerns>().Where(c => c != PublicConcerns.None && text.Concerns.HasFlag(c))],
        Aspects = [.. text.Aspects.Members()],
        MandatoryClass = text.MandatoryClass,
        Theme = text.Theme,
        Channels = [.. text.Channels.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(Enum.GetNames<Channel>().Contains).Select(Enum.Parse<Channel>)],
        Keywords = text.Keywords,
        Source = text.Source,
        PlainSummary = text.PlainSummary,
        EffectiveOn = text.EffectiveOn,
        ExpiresOn = text.ExpiresOn,
        DisplayUntil = text.DisplayUntil,
        ObjectionContact = text.ObjectionContact,
        Items = [.. items.Select(i => new ItemInput { Code = i.ItemCode, Elements = [.. i.Elements.Split('\n', StringSplitOptions.RemoveEmptyEntries)] })],
        Files = [.. files.OrderBy(f => f.SortOrder).Select((f, i) => new FileInput { Id = f.Id, Order = i + 1, IsOriginal = f.IsOriginal })],
    };

    /// <summary>The text of a form. A document is formed on its own date unless another is given.</summary>
    public static DisclosureText ToText(this DraftInput input) => new()
    {
        Title = input.Title ?? "",
        Body = input.Body ?? "",
        DocumentNumber = input.DocumentNumber ?? "",
        DocumentDate = input.DocumentDate,
        Summary = input.Summary ?? "",
        FormedOn = input.FormedOn ?? input.DocumentDate,
        TriggerOn = input.TriggerOn,
        // A title that ends with 通知 says what the document is; the clerk need not say it twice.
        Kind = input.Kind == DocumentKind.Other ? WordDraft.KindOf(input.Title ?? "") ?? DocumentKind.Other : input.Kind,
        Genre = input.Genre,
        Attribute = input.Attribute,
        NonDisclosureGround = input.NonDisclosureGround,
        Concerns = input.Concerns.Aggregate(PublicConcerns.None, (all, one) => all | one),
        Aspects = input.Aspects.Aggregate(DisclosureAspects.None, (all, one) => all | one),
        MandatoryClass = input.MandatoryClass,
        Theme = input.Theme,
        Channels = string.Join(',', input.Channels.Distinct().Order()),
        Keywords = input.Keywords ?? "",
        Source = input.Source ?? "",
        PlainSummary = input.PlainSummary ?? "",
        EffectiveOn = input.EffectiveOn,
        ExpiresOn = input.ExpiresOn,
        DisplayUntil = input.DisplayUntil,
        ObjectionContact = input.ObjectionContact ?? "",
    };

    /// <summary>The items that stay, and the one to add.</summary>
    public static IReadOnlyList<ItemChoice> ToItems(this DraftInput input) =>
        [.. input.Items.Where(i => !i.Remove && !string.IsNullOrEmpty(i.Code))
            .Select(i => new ItemChoice(i.Code!, string.Join('\n', i.Elements.Where(e => !string.IsNullOrWhiteSpace(e)).Select(e => e!.Trim()).Distinct())))
            .Concat(string.IsNullOrEmpty(input.AddItem) ? [] : [new ItemChoice(input.AddItem, "")])
            .DistinctBy(i => i.ItemCode)];

    /// <summary>The files that stay, in their new order.</summary>
    public static IReadOnlyList<FilePlace> ToFiles(this DraftInput input) =>
        [.. input.Files.Where(f => !f.Remove).OrderBy(f => f.Order ?? int.MaxValue).Select(f => new FilePlace(f.Id, f.IsOriginal))];

    /// <summary>A file of the form, kept in memory or on disk by the server until the request ends.</summary>
    public static Upload? ToUpload(this IFormFile? file) => file is null ? null : new Upload(file.FileName, file.OpenReadStream());

    /// <summary>All new files.</summary>
    public static IReadOnlyList<Upload> ToUploads(this DraftInput input) => [.. input.Uploads.Select(f => f.ToUpload()!)];
}
