using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Responses;

/// <summary>How much an organisation has explained and answered in public.</summary>
/// <param name="Interpretations">Interpretations on display.</param>
/// <param name="Responses">Responses on display.</param>
/// <param name="Letters">Letters whose answers it has made public.</param>
public sealed record DialogueCounts(int Interpretations, int Responses, int Letters);

/// <summary>Counts what the column of an organisation leads to beside its disclosures: the same rows as the lists themselves show.</summary>
public sealed class DialogueReader(DisclosureDb db, BusinessClock clock)
{
    public async Task<DialogueCounts> OfOrganisationAsync(Guid organisationId, CancellationToken stop = default)
    {
        var shown = db.Listings.AsNoTracking().OnDisplay(clock.Today).Where(l => l.OrganisationId == organisationId);
        return new DialogueCounts(
            await shown.CountAsync(l => l.Genre == DisclosureGenre.Interpretation, stop),
            await shown.CountAsync(l => l.Genre == DisclosureGenre.Response, stop),
            await db.Letters.AsNoTracking().CountAsync(l => l.OrganisationId == organisationId && l.Publicity == LetterPublicity.Published, stop));
    }
}
