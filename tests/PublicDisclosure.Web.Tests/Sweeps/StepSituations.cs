using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// A disclosure of the bureau in every situation in which a step may be tried. Whoever reviewed it first is not one of the
/// accounts under test, so that the rule of two persons stands in nobody's way.
/// </summary>
internal sealed class StepSituations(SiteFactory site, Office office)
{
    /// <summary>A new disclosure in a situation.</summary>
    public async Task<Guid> InAsync(string situation) => situation switch
    {
        "Correction" => await CorrectingAsync(),
        "AwaitingSecondReview" => await InThreeStepsAsync(),
        "NotPublic" => await NotPublicAsync(DisclosureGenre.Other),
        "PolicyNotPublic" => await NotPublicAsync(DisclosureGenre.Plan),
        "Filed" => await FiledAsync(),
        _ => await office.InAsync(Enum.Parse<DisclosureState>(situation)),
    };

    /// <summary>With something changed: a correction of nothing is not handed in.</summary>
    private async Task<Guid> CorrectingAsync()
    {
        var id = await office.InCorrectionAsync();
        await office.TouchAsync(id);
        return id;
    }

    private async Task<Guid> InThreeStepsAsync()
    {
        var id = await office.DraftAsync();
        await StepsAsync(3);
        try
        {
            await WorkAsync(id, (w, r) => w.SubmitAsync(new SubmitDisclosure(id, r, office.Clerk)));
            await WorkAsync(id, (w, r) => w.ReviewSecrecyAsync(new ReviewSecrecy(id, r, SecrecyConclusion.MayPublish, "", Guid.NewGuid())));
        }
        finally
        {
            await StepsAsync(2);
        }

        return id;
    }

    private async Task<Guid> NotPublicAsync(DisclosureGenre genre)
    {
        var id = await office.DraftAsync(Office.Text() with
        {
            Genre = genre,
            Attribute = DisclosureAttribute.NotPublic,
            NonDisclosureGround = NonDisclosureGround.InternalAffairs,
        });
        await WorkAsync(id, (w, r) => w.SubmitAsync(new SubmitDisclosure(id, r, office.Clerk)));
        await WorkAsync(id, (w, r) => w.ReviewSecrecyAsync(new ReviewSecrecy(id, r, SecrecyConclusion.MustNotPublish, "见审查表", Guid.NewGuid())));
        return id;
    }

    private async Task<Guid> FiledAsync()
    {
        var id = await NotPublicAsync(DisclosureGenre.Other);
        await WorkAsync(id, (w, r) => w.FileAsync(new FileDisclosure(id, r, office.Reviewer)));
        return id;
    }

    private Task StepsAsync(int steps) => site.WriteAsync(db =>
        db.Organisations.Where(o => o.Id == office.Organisation).ExecuteUpdateAsync(o => o.SetProperty(p => p.ReviewSteps, steps)));

    private async Task WorkAsync(Guid id, Func<DisclosureWorkflow, int, Task<Outcome>> act)
    {
        var revision = (await office.FindAsync(id)).Revision;
        var outcome = await site.UseAsync<DisclosureWorkflow, Outcome>(w => act(w, revision));
        if (!outcome.IsDone) throw new InvalidOperationException($"{outcome.Kind} {string.Join("; ", outcome.Refusals)}");
    }
}
