using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class InternalNotesTests
{
    [Theory, EveryEngine]
    public async Task Write_ThenStrike_KeepsWordsAndReason(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.DraftAsync();
        around.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await around.NotesAsync(n => n.WriteAsync(new WriteNote(id, " 已电话核实 ", around.Desk.Clerk)))).IsDone);
        var note = Assert.Single(await around.NotesAsync(n => n.ReadAsync(id)));
        around.Desk.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True((await around.NotesAsync(n => n.StrikeAsync(new StrikeNote(id, note.Id, note.Revision, "写错了", around.Desk.Reviewer)))).IsDone);

        var struck = Assert.Single(await around.NotesAsync(n => n.ReadAsync(id)));
        Assert.Equal(("已电话核实", "写错了", around.Desk.Clock.Now), (struck.Text, struck.StrikeReason, struck.StruckAt));
        Assert.Equal(["Disclosure.Create", "Note.Add", "Note.Strike"], await around.ActsAsync(id));
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await around.NotesAsync(n => n.StrikeAsync(new StrikeNote(id, note.Id, note.Revision, "再划", around.Desk.Clerk)))).Kind);
        Assert.Equal(["Note.AlreadyStruck"], (await around.NotesAsync(n => n.StrikeAsync(new StrikeNote(id, note.Id, struck.Revision, "再划", around.Desk.Clerk)))).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Write_Note_ChangesNothingOfTheDisclosure(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var id = await around.Desk.PublishedAsync();
        var before = await around.FindAsync(id);

        await around.NotesAsync(n => n.WriteAsync(new WriteNote(id, "备注", around.Desk.Clerk)));

        var after = await around.FindAsync(id);
        Assert.Equal((before.Revision, before.TextRevision, before.ChangedAt, before.LastPublishedAt), (after.Revision, after.TextRevision, after.ChangedAt, after.LastPublishedAt));
    }

    [Theory, EveryEngine]
    public async Task WriteOrStrike_BadInput_IsRefused(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var (id, other) = (await around.Desk.DraftAsync(), await around.Desk.DraftAsync());
        Task<Outcome> Write(string text) => around.NotesAsync(n => n.WriteAsync(new WriteNote(id, text, around.Desk.Clerk)));

        Assert.Equal([new Refusal("Note.TextMissing", "Text")], (await Write(" ")).Refusals);
        Assert.Equal([new Refusal("Disclosure.TextTooLong", "Text", 1000, 1001)], (await Write(new string('长', 1001))).Refusals);
        Assert.Equal([new Refusal("Text.ForbiddenCharacters", "Text")], (await Write("表\u202Egnp")).Refusals);
        Assert.Equal(OutcomeKind.NotFound, (await around.NotesAsync(n => n.WriteAsync(new WriteNote(Guid.NewGuid(), "x", around.Desk.Clerk)))).Kind);
        Assert.True((await Write("好")).IsDone);
        var note = Assert.Single(await around.NotesAsync(n => n.ReadAsync(id)));
        Assert.Equal([new Refusal("Note.StrikeReasonMissing", "Reason")], (await around.NotesAsync(n => n.StrikeAsync(new StrikeNote(id, note.Id, 0, "", around.Desk.Clerk)))).Refusals);
        Assert.Equal(OutcomeKind.NotFound, (await around.NotesAsync(n => n.StrikeAsync(new StrikeNote(other, note.Id, 0, "原因", around.Desk.Clerk)))).Kind);
    }

    [Theory]
    [InlineData(StaffRole.Clerk, true, true)]
    [InlineData(StaffRole.Reviewer, true, true)]
    [InlineData(StaffRole.OrganisationAdmin, true, true)]
    [InlineData(StaffRole.CatalogueSteward, true, false)]
    [InlineData(StaffRole.Auditor, true, false)]
    [InlineData(StaffRole.PlatformAdmin, true, false)]
    [InlineData(StaffRole.DisclosureOffice, false, true)]
    [InlineData(StaffRole.Clerk, false, false)]
    [InlineData(StaffRole.Reviewer, false, false)]
    [InlineData(StaffRole.Auditor, false, false)]
    public void MayUse_EachRole_ColleaguesAndTheOfficeOnly(StaffRole role, bool isSame, bool may)
    {
        var organisation = Guid.NewGuid();
        var rights = new StaffRights([new RoleAt(isSame ? organisation : Guid.NewGuid(), role)]);

        Assert.Equal(may, InternalNotes.MayUse(rights, organisation));
    }
}
