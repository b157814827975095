using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>Where a run stands.</summary>
public enum SelfTestRunState
{
    /// <summary>正在进行</summary>
    Running,

    /// <summary>已完成</summary>
    Done,

    /// <summary>未完成: it failed again and again at the same place.</summary>
    Failed,
}

/// <summary>
/// One run of the self-test over the whole site, batch by batch. It remembers where it stands, so that a run that was
/// interrupted goes on from there.
/// </summary>
public sealed class SelfTestRun
{
    public const int FailureLength = 1000;

    // The same place is tried so often before the run gives up.
    private const int MostFailures = 3;

    private readonly List<SelfTestFigure> _figures = [];

    private SelfTestRun()
    {
    }

    public Guid Id { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>Who asked for it; null for the nightly one.</summary>
    public Guid? RequestedBy { get; private set; }

    public SelfTestRunState State { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Which pass it is in, from 0.</summary>
    public int Pass { get; private set; }

    /// <summary>Where in the pass it stands.</summary>
    public Guid Position { get; private set; }

    /// <summary>The pass has looked at everything; what it did not find any more is being closed.</summary>
    public bool IsClosing { get; private set; }

    /// <summary>How much was looked at so far.</summary>
    public int Checked { get; private set; }

    /// <summary>Until when somebody is at work on it; another takes over after that.</summary>
    public DateTime HeldUntil { get; private set; }

    /// <summary>How often the step at hand has failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Type and message of the last failure; empty when there was none.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>Concurrency token: of two nodes at the same step one does not save.</summary>
    public int Revision { get; private set; }

    /// <summary>What it found by indicator; complete once it is done.</summary>
    public IReadOnlyList<SelfTestFigure> Figures => _figures;

    /// <summary>Begins a run.</summary>
    /// <param name="by">Who asked for it; null for the nightly one.</param>
    /// <param name="now">UTC.</param>
    public static SelfTestRun Begin(Guid? by, DateTime now) => new() { Id = Guid.CreateVersion7(now), StartedAt = now, RequestedBy = by, HeldUntil = now };

    /// <summary>A batch was looked at; the pass goes on behind a position, or has come to its end.</summary>
    internal void MoveOn(Guid? next, int seen)
    {
        Checked += seen;
        if (next is { } position) Position = position;
        else IsClosing = true;
        Step();
    }

    /// <summary>A batch of what was not found any more is closed; there may be more.</summary>
    internal void Step()
    {
        (Failures, Failure) = (0, "");
        Revision++;
    }

    /// <summary>The pass is over.</summary>
    internal void EndPass(IEnumerable<SelfTestFigure> figures, bool isLast, DateTime now)
    {
        _figures.AddRange(figures);
        (Pass, Position, IsClosing) = (Pass + 1, Guid.Empty, false);
        if (isLast) (State, EndedAt) = (SelfTestRunState.Done, now);
        Step();
    }

    /// <summary>The step at hand failed; after several times the run gives up and closes nothing.</summary>
    internal void Fail(string failure, DateTime now)
    {
        Failures++;
        Failure = ShortText.Start(failure, FailureLength);
        if (Failures >= MostFailures) (State, EndedAt) = (SelfTestRunState.Failed, now);
        Revision++;
    }

    /// <summary>Keeps others from working on it for a while.</summary>
    internal void Hold(DateTime until) => HeldUntil = until;
}

/// <summary>What a run found for one indicator.</summary>
public sealed class SelfTestFigure
{
    private SelfTestFigure()
    {
    }

    internal SelfTestFigure(Guid runId, SelfTestIndicator indicator, int open, int added, int mended) =>
        (RunId, Indicator, Open, Added, Mended) = (runId, indicator, open, added, mended);

    public Guid RunId { get; private set; }

    public SelfTestIndicator Indicator { get; private set; }

    /// <summary>Open at the end of the run.</summary>
    public int Open { get; private set; }

    /// <summary>Found for the first time or again.</summary>
    public int Added { get; private set; }

    /// <summary>Not found any more.</summary>
    public int Mended { get; private set; }
}
