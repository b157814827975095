using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>Keeps the table of channels that letters are directed to.</summary>
public sealed class LetterChannels(DisclosureDb db, BusinessClock clock)
{
    /// <summary>What the audit log calls a change.</summary>
    public const string Act = "LetterChannel.Change";

    /// <summary>All of them, in the order of their kinds.</summary>
    public async Task<IReadOnlyList<LetterChannel>> ReadAsync(CancellationToken stop = default) =>
        [.. (await db.LetterChannels.AsNoTracking().ToListAsync(stop)).OrderBy(c => c.Kind)];

    /// <summary>Changes one.</summary>
    public async Task<Outcome> ChangeAsync(LetterChannelKind kind, int seenRevision, LetterChannelText text, Guid by, CancellationToken stop = default)
    {
        var channel = await db.LetterChannels.SingleOrDefaultAsync(c => c.Kind == kind, stop);
        if (channel is null) return Outcome.NotFound;
        if (channel.Revision != seenRevision) return Outcome.EditedMeanwhile;
        return await db.ActAndSaveAsync(() =>
        {
            channel.Change(text, clock.Now);
            db.Add(AuditEntry.Record(clock.Now, by, Act, null, channel.Id, channel.Name, $"{channel.Address} {channel.Phone}"));
        }, stop);
    }
}

/// <summary>The four channels with the rules they rest on; addresses are the city's own and stay empty until the office enters them.</summary>
public sealed class LetterChannelSeed(DisclosureDb db, BusinessClock clock) : ISeed
{
    private static readonly (LetterChannelKind Kind, LetterChannelText Text)[] Rows =
    [
        (LetterChannelKind.Petition, new("桂平市信访局", "", "", "《信访工作条例》第十七条")),
        (LetterChannelKind.InformationRequest, new("政府信息公开申请受理机构", "", "", "《中华人民共和国政府信息公开条例》第二十七条、第二十九条")),
        (LetterChannelKind.Supervision, new("纪检监察机关", "", "12388", "《中华人民共和国监察法》第三十五条")),
        (LetterChannelKind.Hotline, new("12345政务服务便民热线", "", "12345", "《国务院办公厅关于进一步优化地方政务服务便民热线的指导意见》（国办发〔2020〕53号）")),
    ];

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var known = await db.LetterChannels.Select(c => c.Kind).ToListAsync(stop);
        db.AddRange(Rows.Where(r => !known.Contains(r.Kind)).Select(r => LetterChannel.Create(Guid.CreateVersion7(clock.Now), r.Kind, r.Text, clock.Now)));
        return await db.SaveChangesAsync(stop);
    }
}
