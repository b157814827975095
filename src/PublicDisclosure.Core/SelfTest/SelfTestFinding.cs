using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>What happened to a finding.</summary>
public enum SelfTestEventKind
{
    /// <summary>发现</summary>
    Found,

    /// <summary>已改正: a run did not find it any more.</summary>
    Mended,

    /// <summary>再次发现</summary>
    Reopened,
}

/// <summary>
/// A fault that the self-test found. However many runs find it, it is one row; mended ones stay, and one that comes back is
/// opened again with its history.
/// </summary>
public sealed class SelfTestFinding
{
    public const int KeyLength = 32;
    public const int TitleLength = 200;
    public const int PathLength = 200;
    public const int ArgumentsLength = 1000;

    private readonly List<SelfTestEvent> _events = [];

    private SelfTestFinding()
    {
    }

    public Guid Id { get; private set; }

    public SelfTestIndicator Indicator { get; private set; }

    /// <summary>Tells it from every other finding of its indicator, in every run.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Who has to mend it; null for the whole site.</summary>
    public Guid? OrganisationId { get; private set; }

    public SelfTestSubjectKind SubjectKind { get; private set; }

    /// <summary>The disclosure it is about.</summary>
    public Guid? SubjectId { get; private set; }

    public string SubjectTitle { get; private set; } = "";

    public string SubjectPath { get; private set; } = "";

    public SiteColumnKind? ColumnKind { get; private set; }

    public SelfTestFault Fault { get; private set; }

    /// <summary>Values for the text, one a line.</summary>
    public string Arguments { get; private set; } = "";

    public DateTime FirstSeenAt { get; private set; }

    public DateTime LastSeenAt { get; private set; }

    /// <summary>When a run did not find it any more; null while it is open.</summary>
    public DateTime? MendedAt { get; private set; }

    /// <summary>The last run that found it.</summary>
    public Guid LastRunId { get; private set; }

    /// <summary>Found, mended, found again ... in order.</summary>
    public IReadOnlyList<SelfTestEvent> Events => _events;

    internal static SelfTestFinding Open(FoundFault found, Guid runId, DateTime now)
    {
        var finding = new SelfTestFinding { Id = Guid.CreateVersion7(now), Indicator = found.Indicator, Key = found.Key, FirstSeenAt = now };
        finding.Take(found, runId, now);
        finding.Note(SelfTestEventKind.Found, runId, now);
        return finding;
    }

    /// <summary>A run found it again.</summary>
    internal void See(FoundFault found, Guid runId, DateTime now)
    {
        Take(found, runId, now);
        if (MendedAt is null) return;
        MendedAt = null;
        Note(SelfTestEventKind.Reopened, runId, now);
    }

    /// <summary>A run did not find it any more.</summary>
    internal void Mend(Guid runId, DateTime now)
    {
        MendedAt = now;
        Note(SelfTestEventKind.Mended, runId, now);
    }

    private void Take(FoundFault found, Guid runId, DateTime now)
    {
        (OrganisationId, Fault, Arguments) = (found.OrganisationId, found.Fault, ShortText.Start(string.Join('\n', found.Arguments.Select(a => a.ReplaceLineEndings(" "))), ArgumentsLength));
        (SubjectKind, SubjectId, ColumnKind) = (found.Subject.Kind, found.Subject.Id, found.Subject.Column);
        (SubjectTitle, SubjectPath) = (ShortText.Start(found.Subject.Title, TitleLength), ShortText.Start(found.Subject.Path, PathLength));
        (LastRunId, LastSeenAt) = (runId, now);
    }

    private void Note(SelfTestEventKind kind, Guid runId, DateTime now) => _events.Add(new SelfTestEvent(Guid.CreateVersion7(now), Id, runId, kind, now));
}

/// <summary>One step in the history of a finding, never changed.</summary>
public sealed class SelfTestEvent
{
    private SelfTestEvent()
    {
    }

    internal SelfTestEvent(Guid id, Guid findingId, Guid runId, SelfTestEventKind kind, DateTime at) =>
        (Id, FindingId, RunId, Kind, At) = (id, findingId, runId, kind, at);

    public Guid Id { get; private set; }

    public Guid FindingId { get; private set; }

    /// <summary>The run that saw it.</summary>
    public Guid RunId { get; private set; }

    public SelfTestEventKind Kind { get; private set; }

    public DateTime At { get; private set; }
}
