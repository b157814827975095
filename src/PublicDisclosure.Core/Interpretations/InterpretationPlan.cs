using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>What a plan says (解读方案: 提纲、形式、渠道、时间), and who explains.</summary>
public sealed record PlanText
{
    public const int OutlineLength = 4000;
    public const int FormsLength = 200;
    public const int WordsLength = 200;

    /// <summary>解读提纲</summary>
    public string Outline { get; init; } = "";

    /// <summary>The chosen forms; names of <see cref="InterpretationForm"/>, separated by commas, in their order.</summary>
    public string Forms { get; init; } = "";

    /// <summary>解读渠道, names of <c>Channel</c> separated by commas.</summary>
    public string Channels { get; init; } = "";

    /// <summary>解读时间 in words: 与文件同步发布.</summary>
    public string Time { get; init; } = "";

    /// <summary>Why not the head of the department explains; empty where the head does.</summary>
    public string WhyNotHead { get; init; } = "";

    /// <summary>The chosen forms.</summary>
    public IReadOnlyList<InterpretationForm> ChosenForms => FormsOf(Forms);

    /// <summary>Reads <see cref="Forms"/>; a name that is none is passed over.</summary>
    public static IReadOnlyList<InterpretationForm> FormsOf(string names) => [.. names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(n => Enum.IsDefined(typeof(InterpretationForm), n)).Select(Enum.Parse<InterpretationForm>).Distinct().Order()];

    /// <summary>Writes forms as <see cref="Forms"/> keeps them.</summary>
    public static string NamesOf(IEnumerable<InterpretationForm> forms) => string.Join(',', forms.Distinct().Order());
}

/// <summary>
/// The plan of how a policy is to be interpreted (解读方案). It belongs to the policy and is made before the policy is handed in:
/// without it there is no submission (同步组织). The organisation that drafts the policy makes it.
/// </summary>
public sealed class InterpretationPlan
{
    private InterpretationPlan()
    {
    }

    /// <summary>The policy's disclosure.</summary>
    public Guid PolicyId { get; private set; }

    public PlanText Text { get; private set; } = new();

    /// <summary>Who explains: the head of the department first.</summary>
    public Interpreter Interpreter { get; private set; } = new();

    /// <summary>The interpreter is the head of the drafting department (主要负责人是第一解读人).</summary>
    public bool IsHead { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public Guid ChangedBy { get; private set; }

    /// <summary>Concurrency token; raised by every change.</summary>
    public int Revision { get; private set; }

    /// <summary>Makes the plan of a policy.</summary>
    /// <param name="policyId">The policy's disclosure.</param>
    /// <param name="text">What it says.</param>
    /// <param name="interpreter">Who explains.</param>
    /// <param name="isHead">The interpreter heads the department.</param>
    /// <param name="least">How many forms at least, and whether one must be text.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="by">Who makes it.</param>
    public static InterpretationPlan Make(Guid policyId, PlanText text, Interpreter interpreter, bool isHead, LeastForms least, DateTime now, Guid by)
    {
        var plan = new InterpretationPlan { PolicyId = policyId };
        plan.Change(text, interpreter, isHead, least, now, by);
        return plan;
    }

    /// <summary>Says it anew.</summary>
    public void Change(PlanText text, Interpreter interpreter, bool isHead, LeastForms least, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(Check(text, interpreter, isHead, least));
        (Text, Interpreter, IsHead) = (Normalised(text, isHead), interpreter.Normalised(), isHead);
        (ChangedAt, ChangedBy) = (now, by);
        Revision++;
    }

    /// <summary>Every reason why this is no plan: a plan is whole or none, so that its presence says something.</summary>
    public static IReadOnlyList<Refusal> Check(PlanText text, Interpreter interpreter, bool isHead, LeastForms least)
    {
        var refusals = new List<Refusal>(Interpreter.Check(interpreter));
        Need(text.Outline, nameof(PlanText.Outline), PlanText.OutlineLength);
        Need(text.Channels, nameof(PlanText.Channels), PlanText.WordsLength);
        Need(text.Time, nameof(PlanText.Time), PlanText.WordsLength);
        if (!isHead) Need(text.WhyNotHead, nameof(PlanText.WhyNotHead), PlanText.WordsLength);
        if (!least.IsMetBy(text.ChosenForms)) refusals.Add(new Refusal(least.NeedsText ? "InterpretationPlan.FormsMissing" : "InterpretationPlan.TooFewForms", nameof(PlanText.Forms), least.Count));
        if (interpreter.Name.Trim().Length == 0) refusals.Add(new Refusal("InterpretationPlan.FieldMissing", nameof(Interpreter.Name)));
        if (interpreter.Post.Trim().Length == 0) refusals.Add(new Refusal("InterpretationPlan.FieldMissing", nameof(Interpreter.Post)));
        if (interpreter.ContactUnit.Trim().Length == 0) refusals.Add(new Refusal("InterpretationPlan.FieldMissing", nameof(Interpreter.ContactUnit)));
        if (interpreter.ContactPhone.Trim().Length == 0) refusals.Add(new Refusal("InterpretationPlan.FieldMissing", nameof(Interpreter.ContactPhone)));
        return refusals;

        void Need(string value, string field, int length)
        {
            if (string.IsNullOrWhiteSpace(value)) refusals.Add(new Refusal("InterpretationPlan.FieldMissing", field));
            else if (value.Trim().Length > length) refusals.Add(new Refusal("Disclosure.TextTooLong", field, length, value.Trim().Length));
        }
    }

    private static PlanText Normalised(PlanText text, bool isHead) => text with
    {
        Outline = text.Outline.Trim().ReplaceLineEndings("\n"),
        Forms = PlanText.NamesOf(text.ChosenForms),
        Time = text.Time.Trim(),
        WhyNotHead = isHead ? "" : text.WhyNotHead.Trim(),
    };
}

/// <summary>What material a policy needs at least.</summary>
/// <param name="Count">How many different forms.</param>
/// <param name="NeedsText">One of them is 文字解读.</param>
public sealed record LeastForms(int Count, bool NeedsText)
{
    /// <summary>Whether these forms are enough.</summary>
    public bool IsMetBy(IEnumerable<InterpretationForm> forms)
    {
        var distinct = forms.ToHashSet();
        return distinct.Count >= Count && (!NeedsText || distinct.Contains(InterpretationForm.Text));
    }
}
