using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>Letters that wait for a person: to be given to somebody, answered, or looked at as second person. Their titles are number and subject, beside them the kind; nothing of the writer.</summary>
internal sealed class LetterDeskSource(DisclosureDb db) : IDeskSource
{
    /// <inheritdoc/>
    public Task<int> CountAsync(DeskPerson person, CancellationToken stop) => Heaps(person).Select(h => h.Letters.Select(l => l.Id)).CountTogetherAsync(stop);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop)
    {
        var tasks = new List<DeskTask>();
        foreach (var (kind, letters) in Heaps(person))
        {
            var rows = await letters.Select(l => new
            {
                l.Id,
                l.Number,
                l.Kind,
                // Whoever has it on the desk may open it, the masked title that waits for a second person included.
                Subject = l.Matter != "" ? l.Matter : l.PublicTitle,
                l.OrganisationId,
                Name = db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.ShortName).First(),
                l.LimitFrom,
                l.LimitDays,
                l.DueOn,
                Since = l.Steps.Max(s => s.At),
            }).ToListAsync(stop);
            tasks.AddRange(rows.Select(r => new DeskTask(
                kind, $"letter:{r.Id:N}:{kind}", r.Subject.Length > 0 ? $"留言 {r.Number}：{r.Subject}" : $"留言 {r.Number}", $"/admin/letters/{r.Id}", r.OrganisationId, r.Name, r.Since)
            {
                Sort = r.Kind,
                DueOn = r.DueOn,
                ExplanationPath = kind == DeskTaskKind.LetterTriage || r.DueOn is null ? "" : DueLine.PathOf(r.LimitFrom, new LimitSpan(r.LimitDays, LimitUnit.WorkingDay), null),
            }));
        }

        return tasks;
    }

    private IEnumerable<(DeskTaskKind Kind, IQueryable<Letter> Letters)> Heaps(DeskPerson person)
    {
        var rights = person.Rights;
        if (!rights.Has(Permission.LettersTriage) && !rights.Has(Permission.LettersHandle) && !rights.Has(Permission.LettersReview)) yield break;
        var letters = db.Letters.AsNoTracking();
        if (rights.Has(Permission.LettersTriage)) yield return (DeskTaskKind.LetterTriage, letters.Where(l => l.State == LetterState.AwaitingTriage));
        if (rights.Has(Permission.LettersHandle))
        {
            var own = rights.ScopeOf(Permission.LettersHandle);
            yield return (DeskTaskKind.LetterReply, own.Apply(letters, l => l.OrganisationId).Where(l => l.State == LetterState.InHand));
            var ids = own.OrganisationIds.ToList();
            if (!own.IsWholeCity)
                yield return (DeskTaskKind.LetterPart, letters.Where(l => l.State == LetterState.InHand && l.Parts.Any(p => p.GivenAt == null && p.DroppedAt == null && ids.Contains(p.OrganisationId))));
        }

        if (rights.Has(Permission.LettersReview))
            yield return (DeskTaskKind.LetterReview, rights.ScopeOf(Permission.LettersReview).Apply(letters, l => l.OrganisationId).Where(WaitsFor(person.Id)));
    }

    /// <summary>What waits for a second person, unless the first was this one.</summary>
    private static Expression<Func<Letter, bool>> WaitsFor(Guid person) => l =>
        (l.State == LetterState.AwaitingReview && l.Replies.Any(r => r.AnsweredAt == null && r.ReturnedAt == null && r.SubmittedBy != person))
        || (l.Publicity == LetterPublicity.Proposed && l.ProposedBy != person)
        || (l.State == LetterState.InHand && l.Extension != null && l.Extension.ConfirmedAt == null && l.Extension.ProposedBy != person);
}
