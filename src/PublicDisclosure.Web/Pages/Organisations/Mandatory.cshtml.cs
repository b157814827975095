using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Organisations;

/// <summary>What an organisation must disclose by Articles 20 and 21, class by class.</summary>
public sealed class MandatoryModel(OrganisationDirectory directory, DisclosureList list) : PageModel
{
    public OrganisationPage Organisation { get; private set; } = null!;

    /// <summary>The class looked into, or null for the overview.</summary>
    public MandatoryClass? Class { get; private set; }

    public Page<ListedDisclosure> List { get; private set; } = new([], null, null);

    public IReadOnlyList<Article> Articles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "class")] string? name, [FromQuery] ListQuery query, CancellationToken stop)
    {
        if (await directory.FindAsync(slug, stop) is not { } found) return NotFound();
        (Organisation, Class) = (found, ListQuery.Read<MandatoryClass>(name));
        if (Class is not null)
        {
            var filter = new DisclosureFilter { OrganisationId = found.Id, MandatoryClass = Class };
            List = await list.ReadAsync(filter, query.AfterPosition, query.BeforePosition, stop);
            return Page();
        }

        var lines = (await directory.ClassesAsync(found.Id, stop)).ToDictionary(l => l.Class);
        var all = Enum.GetValues<MandatoryClass>().Where(c => Applies(c, found.Kind))
            .Select(c => lines.GetValueOrDefault(c) ?? new ClassLine(c, 0, default)).ToLookup(l => l.Class < MandatoryClass.CountyMatters);
        Articles = [new(20, "第二十条", [.. all[true]]), new(21, "第二十一条", [.. all[false]])];
        return Page();
    }

    /// <summary>Article 21 has one half for city and county bodies and one for townships.</summary>
    private static bool Applies(MandatoryClass mandatory, OrganisationKind kind) => mandatory switch
    {
        MandatoryClass.CountyMatters => kind != OrganisationKind.Township,
        MandatoryClass.TownshipMatters => kind == OrganisationKind.Township,
        _ => true,
    };

    /// <summary>An article with its classes.</summary>
    public sealed record Article(int Number, string Name, IReadOnlyList<ClassLine> Lines);
}
