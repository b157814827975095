using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>How each situation of docs/visibility.md comes about, by the real steps.</summary>
public sealed partial class PlantedWorld
{
    private async Task PrepareAsync()
    {
        // Lists of persons first: their display has to end before the rest is asked for.
        foreach (var name in new[] { "ended", "endedLate" }) await PublishAsync(name, Persons(name, 20));
        await PublishAsync("expired", Text("expired") with { ExpiresOn = _desk.Clock.Today.AddDays(10) });
        _desk.Clock.Advance(TimeSpan.FromDays(21));
        await _desk.MustStandAsync(_ids["ended"], (w, r) => w.EndDisplayAsync(new EndDisplay(_ids["ended"], r, _desk.Clock.Today.AddDays(-1))));
        await PublishAsync("displayed", Persons("displayed", 20));
        await PublishAsync("listSuspended", Persons("listSuspended", 20));
        await _desk.SuspendAsync(_ids["listSuspended"]);

        await PrepareUnpublishedAsync();
        await PublishAsync("published");
        await BeginAsync(await PublishAsync("corrected"));
        await _desk.AttachAsync(_ids["corrected"], Word("corrected+", Planted.FileName) + ".csv", Word("corrected+", Planted.FileContent));
        await _desk.SuspendAsync(await PublishAsync("suspended"));
        await _desk.SuspendAsync(await PublishAsync("lifted"));
        await _desk.MustStandAsync(_ids["lifted"], (w, r) => w.LiftAsync(new LiftSuspension(_ids["lifted"], r, "已核实", _desk.SecondReviewer)));
        foreach (var reason in Enum.GetValues<WithdrawalReason>())
        {
            var name = "withdrawn" + reason;
            await PublishAsync(name);
            await _desk.WithdrawAsync(_ids[name], reason, Word(name, Planted.Notice), reason == WithdrawalReason.Replaced ? await AddressAsync("published") : "");
        }

        await PublishAsync("closedByWithdrawal");
        await _desk.WithdrawAsync(_ids["closedByWithdrawal"], WithdrawalReason.Error, Word("closedByWithdrawal", Planted.Notice));
        await _desk.MustStandAsync(_ids["closedByWithdrawal"], (w, r) => w.CloseWithdrawnAsync(new CloseWithdrawn(_ids["closedByWithdrawal"], r, "有住址", _desk.Reviewer)));
        await PublishAsync("forced");
        await PrepareRepealedAsync();
        await PrepareClosedByCorrectionAsync();
    }

    private async Task PrepareUnpublishedAsync()
    {
        await DraftAsync("draft");
        await DraftAsync("binned");
        await ChangeAsync(_ids["binned"], d => d.Discard(_desk.Clock.Now, _desk.Clerk));
        await SubmitAsync(await DraftAsync("submitted"));
        await SubmitAsync(await DraftAsync("reviewed"));
        await ReviewAsync("reviewed", SecrecyConclusion.MayPublish);
        await _desk.ReviewedAsync(await DraftAsync("approved"));
        await SubmitAsync(await DraftAsync("filed", Text("filed") with { Genre = DisclosureGenre.Other, EffectiveOn = null, ExpiresOn = null, DocumentNumber = "", Attribute = DisclosureAttribute.NotPublic, NonDisclosureGround = NonDisclosureGround.InternalAffairs }));
        await ReviewAsync("filed", SecrecyConclusion.MustNotPublish);
        Must(await _desk.WorkAsync(async w => await w.FileAsync(new FileDisclosure(_ids["filed"], await _desk.RevisionAsync(_ids["filed"]), _desk.Reviewer))));
        await ChangeOrganisationAsync(3);
        await SubmitAsync(await DraftAsync("secondReview"));
        await ReviewAsync("secondReview", SecrecyConclusion.MayPublish);
        await ChangeOrganisationAsync(2);
        var imported = await DraftAsync("imported");
        await ChangeAsync(imported, d => d.MarkImported(_desk.Clock.Now, _desk.Clock.Today.AddYears(-1), ""));
        await _desk.ReviewedAsync(imported);
        Must(await _desk.PublishAsync(imported));
    }

    private async Task PrepareRepealedAsync()
    {
        await PublishAsync("repealed");
        await PublishAsync("basisSuspended");
        await DecideAsync(new RecordValidityAct(
            _ids["repealed"], ValidityActKind.Repeal, _desk.Clock.Today, null, _ids["basisSuspended"], "", "清理后废止", null, _desk.Clerk));
        await _desk.SuspendAsync(_ids["basisSuspended"]);
    }

    /// <summary>The first version carries a word in everything that is ever written about it; the second one takes the ground away.</summary>
    private async Task PrepareClosedByCorrectionAsync()
    {
        var id = await PublishAsync("closedByCorrection");
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await BeginAsync(id, closesFormer: true);
        await using (var db = _site.Store.Open())
        {
            var old = (await new DisclosureStore(db, _desk.Clock.Business).FindAsync(id, default))!.Attachments[0].Id;
            Must(await _desk.EditAsync(async e => await e.DetachAsync(id, await _desk.RevisionAsync(id), old, _desk.Clerk)));
        }

        await _desk.AttachAsync(id, Word("closedByCorrection+", Planted.FileName) + ".csv", Word("closedByCorrection+", Planted.FileContent));
        await _desk.ReviewedAsync(id);
        Must(await _desk.PublishAsync(id));
    }

    private async Task<Guid> PublishAsync(string name, DisclosureText? text = null)
    {
        var id = await DraftAsync(name, text);
        await _desk.ReviewedAsync(id);
        Must(await _desk.PublishAsync(id));
        await _desk.ChangeFormedDateAsync(id, _desk.Clock.Today.AddDays(-1), Word(name, Planted.FormedReason));
        await _desk.AddForcedAsync(id, Word(name, Planted.ForcedReason));
        if (text is null && name != "repealed")
            await DecideAsync(new RecordValidityAct(id, ValidityActKind.Continue, _desk.Clock.Today, null, null, "清理结果公告", Word(name, Planted.ValidityReason), null, _desk.Clerk));
        return id;
    }

    private async Task<Guid> DraftAsync(string name, DisclosureText? text = null)
    {
        var id = _ids[name] = await _desk.DraftAsync(text ?? Text(name));
        await _desk.AttachAsync(id, Word(name, Planted.FileName) + ".csv", Word(name, Planted.FileContent));
        return id;
    }

    private async Task BeginAsync(Guid id, bool closesFormer = false)
    {
        var name = _ids.Single(i => i.Value == id).Key;
        Must(await _desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(
            id, await _desk.RevisionAsync(id), ChangeKind.Correction, Word(name, Planted.ChangeReason), _desk.Clerk, ClosesFormer: closesFormer))));
        var text = Text(name + "+") with { FormedOn = _desk.Clock.Today.AddDays(-1) };
        Must(await _desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await _desk.RevisionAsync(id), text, _desk.GoodItems, _desk.Clerk))));
    }

    private DisclosureText Text(string name)
    {
        var good = _desk.GoodText($"关于{Word(name, Planted.Title)}的通知");
        return good with
        {
            Genre = DisclosureGenre.Normative,
            DocumentNumber = $"浔政规〔2026〕{_names.IndexOf(name) + 1}号",
            EffectiveOn = _desk.Clock.Today,
            ExpiresOn = _desk.Clock.Today.AddYears(5),
            Summary = $"部署{Word(name, Planted.Summary)}工作。",
            PlainSummary = $"{Word(name, Planted.PlainSummary)}怎么办，看这里。",
            Keywords = Word(name, Planted.Keywords),
            Source = Word(name, Planted.Source),
            Body = $"{good.Body}\n\n{Word(name, Planted.Body)}。",
        };
    }

    private DisclosureText Persons(string name, int days) => Text(name) with
    {
        Title = $"关于{Word(name, Planted.Title)}名单的公示",
        Genre = DisclosureGenre.NameList,
        Kind = DocumentKind.Other,
        DocumentNumber = "",
        EffectiveOn = null,
        ExpiresOn = null,
        DisplayUntil = _desk.Clock.Today.AddDays(days),
        ObjectionContact = "社会救助股",
    };

    private Task<string> AddressAsync(string name) => _site.Store.ReadAsync(db => db.Disclosures.Where(d => d.Id == _ids[name]).Select(d => d.Address!).SingleAsync());

    private async Task SubmitAsync(Guid id)
    {
        await _desk.ForwardIfAskedAsync(id);
        Must(await _desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await _desk.RevisionAsync(id), _desk.Clerk))));
    }

    private async Task ReviewAsync(string name, SecrecyConclusion conclusion) => Must(await _desk.WorkAsync(async w =>
        await w.ReviewSecrecyAsync(new ReviewSecrecy(_ids[name], await _desk.RevisionAsync(_ids[name]), conclusion, "见审查表", _desk.Reviewer))));

    private async Task ChangeAsync(Guid id, Action<Disclosure> change)
    {
        await using var db = _site.Store.Open();
        change((await new DisclosureStore(db, _desk.Clock.Business).FindAsync(id, default))!);
        await db.SaveChangesAsync();
    }

    private async Task ChangeOrganisationAsync(int steps)
    {
        await using var db = _site.Store.Open();
        (await db.Organisations.SingleAsync(o => o.Id == _desk.Organisation.Id)).SetReviewSteps(steps);
        await db.SaveChangesAsync();
    }

    // The public catalogue is the city government's edition.
    private async Task AddCityEditionAsync()
    {
        var item = await _site.Store.ReadAsync(db => db.Items.SingleAsync());
        var city = TestData.CreateOrganisation("szf", "桂平市人民政府", OrganisationKind.Government);
        var edition = CatalogueEdition.Draft(Guid.NewGuid(), city.Id, "标准目录（2026年版）", 2026, null, _desk.Clock.Now, null);
        edition.Add(item.CopyTo(Guid.NewGuid(), edition.Id, ItemAdoption.Applies));
        edition.PutInForce(_desk.Clock.Today);
        await _site.Store.AddAsync(city, edition);
    }

    private async Task DecideAsync(RecordValidityAct command)
    {
        await using var db = _site.Store.Open();
        var recorded = await new ValidityDesk(db, _desk.Clock.Business).RecordAsync(command);
        Must(recorded.IsDone ? Outcome.Done : Outcome.Refused([.. recorded.Refusals]));
        Must(await new ValidityDesk(db, _desk.Clock.Business).ConfirmAsync(new DecideValidityAct(recorded.Value, command.DisclosureId, 0, _desk.Reviewer)));
    }

    private static void Must(Outcome outcome)
    {
        if (!outcome.IsDone) throw new InvalidOperationException($"{outcome.Kind} {string.Join("; ", outcome.Refusals)}");
    }
}
