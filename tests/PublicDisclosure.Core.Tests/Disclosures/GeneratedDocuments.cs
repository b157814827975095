using System.Text;
using System.Xml.Linq;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Tests.Guards;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>What the developer documents about transitions and checklist must say, made from the code.</summary>
public static class GeneratedDocuments
{
    private static readonly Dictionary<string, string> Words = Texts("Words"), Refusals = Texts("Refusals");

    /// <summary>How often the checklist is wrong; <c>FalseErrorsTests</c> measures it.</summary>
    public const string FalseErrors = "0 of 3,455 texts (0.0 %)";

    /// <summary>How often the shipped word lists are wrong, warnings counted too; measured by the same test.</summary>
    public const string FalseWords = "0 of 3,455 texts (0.0 %)";

    /// <summary>A refusal as a clerk reads it.</summary>
    public static string RefusalText(Core.Shared.Refusal refusal) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Refusals[refusal.Code], refusal.Arguments);

    /// <summary>docs/transitions.md</summary>
    public static string Transitions(
        IEnumerable<(DisclosureState From, DisclosureAction Action, DisclosureState To)> rows,
        IEnumerable<(PublicStanding From, StandingAction Action, PublicStanding To)> standings,
        IEnumerable<(ZeroReportState? From, string Act, ZeroReportState To)>? reports = null,
        IEnumerable<LetterTransition>? letters = null,
        IEnumerable<(CaseStage? From, string Act, CaseStage To)>? cases = null,
        IEnumerable<(ErrorReportState? From, string Act, ErrorReportState To)>? errors = null)
    {
        var text = new StringBuilder("""
            # Transitions of a disclosure

            The table of `DisclosureTransitions`; a test holds this file against it. An action that is not listed for a state throws. Every
            move leaves a row with who, when and remark. Beyond the table: nobody who submitted a text or changed its text or files may
            review, approve or file it; a change after review voids review and approval; only 主动公开 is approved and published, the
            others are filed; Withdraw and AbandonCorrection need a public version. A second row for one action holds where the
            organisation reviews in three steps: nobody gives two reviews in a row of one text, nor signs what they passed as second
            reviewer. ForcePublish is the disclosure office's alone, skips Approve and nothing else, and is reviewed by another person
            afterwards (`ForcedPublication`). GiveOpinion and File go together for policy files that are not to be public at all.
            Withdraw has no button of its own: it follows from a change of the public standing below.

            A policy that has to be interpreted (规范性文件, and what is marked as touching rights, the public interest or the market; settings)
            has three gates more, asked by the checklist at every door. Submit needs its plan. Approve needs material of at least two forms with
            text in 待审签, each with its own secrecy review, signs all of it off in the same save, and only if the approver has seen each piece.
            Publish, its schedule and ForcePublish take the material along in the same transaction: all or none. Material of a policy that is not
            public is approved, scheduled and published by no step of its own; material added to an approved policy is approved by itself and goes
            out with it; of a public policy it goes its own way; of a withdrawn or suspended one it stays where it is and loses nothing.
            The disclosure office alone lets a policy pass without (`InterpretationWaiver`, until its first publication), which leaves a public debt; an
            interpretation of the issuing level stands for plan and material of a policy that is forwarded. A page of an old site (`Imports`)
            meets the gate as everything does: its mark and its old date make it history, neither in time nor late, and open no door. What
            explained it there is linked in the same way as that of the issuing level. `PolicyAndMaterialTests` holds every state of policy and
            material against every step, `DoorsOfTheGateTests` every way in against every missing part.

            | From | Action | To |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (from, action, to) in rows)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {Word(from)} `{from}` | {Word(action)} `{action}` | {Word(to)} `{to}` |\n");
        text.Append('\n').Append(Standing).Append('\n');
        foreach (var (from, action, to) in standings)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {Word(from)} `{from}` | {Word(action)} `{action}` | {Word(to)} `{to}` |\n");
        text.Append(Reports);
        foreach (var (from, act, to) in reports ?? ZeroReportTransitions.All)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {(from is { } state ? $"{Word(state)} `{state}`" : "—")} | {Words["Act." + act]} `{act}` | {Word(to)} `{to}` |\n");
        text.Append(Letters);
        foreach (var (from, act, to) in letters ?? LetterTransitions.All)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {(from is { } state ? $"{Word(state)} `{state}`" : "—")} | {Word(act)} `{act}` | {Word(to)} `{to}` |\n");
        text.Append(Cases);
        foreach (var (from, act, to) in cases ?? CaseTransitions.All)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {(from is { } state ? $"{Word(state)} `{state}`" : "—")} | {Words["Act." + act]} `{act}` | {Word(to)} `{to}` | `{CaseTransitions.PermissionFor(act)}` |\n");
        text.Append(Errors);
        foreach (var (from, act, to) in errors ?? ErrorReportTransitions.All)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {(from is { } state ? $"{Word(state)} `{state}`" : "—")} | {Words["Act." + act]} `{act}` | {Word(to)} `{to}` |\n");
        return text.ToString();
    }

    private static string Cases => """

        # Public-opinion cases (舆情)

        The table of `CaseTransitions`, held by the same test. What is not listed is refused (`OpinionCase.NotNow`). Every move leaves a row
        of history (`CaseStep`) and an audit row. The permission is asked for the organisation of the case; for an answer, for the
        organisation that was asked. Beyond the table: nobody decides their own proposal not to respond, or their own request for another
        time; Handle waits for the opinions that are still due; Evaluate needs something published; a mark needs its reason. ChangeGrade and
        ConfirmTime end the limits that run and set new ones from the same times: what had passed by then stays missed. Nothing of a case is
        public but its response, which is a disclosure (`DisclosureGenre.Response`) and moves by the first table of this page.

        | From | Act | To | Permission |
        |---|---|---|---|

        """.ReplaceLineEndings("\n");

    private static string Errors => """

        # Error reports (网站找错)

        The table of `ErrorReportTransitions`, held by the same test. Receive is the citizen's; the others need `ErrorReportsHandle`. The last
        day stays when a report is handed on. What was merged is answered with the report it was merged into, and its code finds that answer.
        SeeContact and Forget move nothing and leave an audit row.

        | From | Act | To |
        |---|---|---|

        """.ReplaceLineEndings("\n");

    private static string Letters => """

        # Letters (网民留言)

        The table of `LetterTransitions`, held by the same test. What is not listed is refused (`Letter.NotNow`). Every move leaves a row
        of history (`LetterStep`) and an audit row with number and act, never with a word of the letter. The office triages
        (`LettersTriage`), a clerk handles (`LettersHandle`), another person reviews (`LettersReview`): nobody decides about a reply, an
        extension or a public text of one's own. A letter with parts still open is neither answered nor passed on; one that others
        were merged into is not merged; Publish needs the writer's consent and texts in which nothing is unmasked. Reopen and Rate are
        the writer's, once each; Forget is the system's.

        | From | Act | To |
        |---|---|---|

        """.ReplaceLineEndings("\n");

    private static string Reports => """

        # Declarations of 本期无信息

        The table of `ZeroReportTransitions`, held by the same test. A clerk declares (`DisclosuresDraft`), another person confirms or
        returns (`DisclosuresReview`); only then it counts and is public, with the name of the organisation and the date. It holds for one
        period of one duty. A returned one is not taken up again: the period is declared anew. Cancel is the system's act, when a record
        turns out to belong to the period: the unit counts by that record, and the declaration stays readable as wrong.

        | From | Act | To |
        |---|---|---|

        """.ReplaceLineEndings("\n");

    /// <summary>docs/visibility.md</summary>
    public static string Visibility(IEnumerable<(PublicStanding Standing, WithdrawalReason? Reason, PublicView View)> rows)
    {
        var parts = Enum.GetValues<PublicPart>();
        var text = new StringBuilder(VisibilityHead).Append('\n');
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| Standing | Status | {string.Join(" | ", parts.Select(p => $"{Word(p)} `{p}`"))} |\n");
        text.Append("|---|---").Append(string.Concat(parts.Select(_ => "|:-:"))).Append("|\n");
        foreach (var (standing, reason, view) in rows)
        {
            var name = $"{Word(standing)} `{standing}`" + (reason is { } why ? $"：{Word(why)} `{why}`" : "");
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {name} | {view.Status} | {string.Join(" | ", parts.Select(p => view.Shows(p) ? "●" : "–"))} |\n");
        }

        text.Append('\n').Append(VisibilityFoot).Append('\n').Append(LetterVisibilityHead);
        foreach (var row in LetterVisibility.All)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {Word(row.Publicity)} `{row.Publicity}` | {row.Status} | {(row.Texts ? "●" : "–")} | {(row.Notice ? "●" : "–")} |\n");
        text.Append(LetterVisibilityFoot).Append(InterpretationVisibilityHead);
        foreach (var (standing, reason, view) in rows)
        {
            var name = $"{Word(standing)} `{standing}`" + (reason is { } why ? $"：{Word(why)} `{why}`" : "");
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| {name} | {InterpretationVisibility.QuestionStatus(view)} | {Mark(InterpretationVisibility.IsListed(view))} | {Mark(InterpretationVisibility.NamesMaterial(view))} | {Mark(InterpretationVisibility.IsNamed(view))} |\n");
        }

        text.Append(InterpretationVisibilityFoot).Append(CaseVisibilityHead);
        foreach (var stage in Enum.GetValues<CaseStage>()) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {Word(stage)} `{stage}` | – | – | – |\n");
        text.Append(ErrorVisibilityHead);
        foreach (var state in Enum.GetValues<ErrorReportState>())
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {Word(state)} `{state}` | – | – | {Mark(state != ErrorReportState.Received)} |\n");
        return text.ToString();
    }

    private static string Mark(bool isOpen) => isOpen ? "●" : "–";

    private static string LetterVisibilityFoot => """

        A frequently asked question made of a letter has no public address of its own: it goes with its letter, and when it is taken off
        it leaves the list; its staff address answers 410 from then on, 404 where there never was one.

        """.ReplaceLineEndings("\n");

    private static string InterpretationVisibilityHead => """

        # Interpretations (政策解读)

        An interpretation is a disclosure: its page and every output of it follow the first table by its own standing. This table says what
        joins it to its policy, and is read twice: the first two columns by the interpretation's standing, the last two by the policy's.
        At the top of a policy's page stands what is listed, where the page names its material at all; the draft of an interpretation is
        nowhere, its title neither on the policy's page nor in the register of debts (/interpretations/owed).
        `InterpretationVisibilityTests` brings every pair of standings about and asks every output.

        | Own or policy's standing | 问答网址 | 解读：列表、订阅、检索、政策页 | 政策：页面列出解读 | 政策：标题见于解读页和待发布登记 |
        |---|---|:-:|:-:|:-:|

        """.ReplaceLineEndings("\n");

    private static string InterpretationVisibilityFoot => """

        A question that a later version left out answers 410. Closing a policy does not close what explains it, whose title and words are its
        own and may repeat the policy's: the pages on which a policy is suspended or withdrawn name every interpretation that stays open.

        """.ReplaceLineEndings("\n");

    private static string CaseVisibilityHead => """

        # Opinion cases (舆情)

        Nothing of a case is public in any stage: no page, no list, no count. The response is a disclosure of its own and shows what the first
        table says; nothing on it leads to the case. `OfficialMattersVisibilityTests` plants words in every stage and asks every open address.

        | Stage | Page | Texts, times, files | Counts |
        |---|:-:|:-:|:-:|

        """.ReplaceLineEndings("\n");

    private static string ErrorVisibilityHead => """

        # Error reports (网站找错)

        Nothing of a report is public but the yearly counts. With the query code the writer reads page, kind, state and due date, and the answer
        where there is one; a merged report shows that of the one it was merged into, once it has one. Words and contact come back to nobody, the
        writer included. Held by the same test.

        | State | Page, list, search, feed | Words and contact | Answer, by code |
        |---|:-:|:-:|:-:|

        """.ReplaceLineEndings("\n");

    private static string LetterVisibilityHead => """

        # Letters (网民留言)

        The table of `LetterVisibility`. Masked texts stand on the page of the letter, in the list, its search and feed, among suggestions
        and in the questions made from it. The original, the reply, name and contact of the writer are public in no state; a writer
        without an account reads the own case by number and code. `LetterVisibilityTests` searches every output for every state.

        | Publicity | Status | Masked texts | Notice |
        |---|---|:-:|:-:|

        """.ReplaceLineEndings("\n");

    /// <summary>docs/checklist.md</summary>
    public static string Checklist(IReadOnlyList<ChecklistRule> rules)
    {
        var text = new StringBuilder($"""
            # The publication checklist

            The {rules.Count} rules of `PublicationChecklist`, in the order in which a clerk meets them; a test holds this file against the code.
            It is asked on saving, submitting, approving, filing and publishing. **Errors** block; **warnings** need a reason, which stays
            in the history and holds for the text as it stood. Rules marked * are asked whatever the attribute; the others only where the
            text is to be public (主动公开). They are asked of everything alike: of what is written here, of rows of a batch, of pages brought in
            from an old site, which are marked as such, keep their old date and alone owe no plain summary, and of every next version.

            Attached files are inspected whole, hidden parts included; what was found is kept by content and inspector version. A message
            never repeats the number it found. False errors: the checklist refuses {FalseErrors} of the demo year with all
            their files, which are all fit to be published; the shipped word lists find something in {FalseWords}. At most 2 % are
            allowed of either, and a test measures both. {"{4}"} and {"{5}"} are what can be done about a file of that kind.

            | Code | Severity | Field | What the clerk reads | Source |
            |---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var rule in rules)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| `{rule.Code}`{(rule.OnlyForPublication ? "" : " *")} | {Word(rule.Severity)} | {(rule.Field is null ? "" : $"`{rule.Field}`")} | {Refusals[rule.Code]} | {rule.Source} |\n");
        }

        return text.ToString();
    }

    private static readonly string Standing = """
        # What the public may see

        The table of `StandingTransitions`, held by the same test. It moves by itself, whatever the working copy does, and every move leaves
        a row (`StandingChange`) with from, to, who, when, remark, the public reason where there is one, and the versions closed by it.
        [visibility.md](visibility.md) says what each standing leaves readable.

        - **Suspension** is one person's act and closes everything at once. Another person confirms it (it becomes a withdrawal) or lifts
          it within a working day (setting); overdue ones stand on the desk and are counted in the public register.
        - **Withdrawal** is proposed by one person and agreed to by another; until then nothing changes for the public. While a page is
          suspended a proposal waits, and a confirmed suspension settles it.
        - **Closure**: a withdrawal for personal or secret information closes every version for good; so does a correction on that ground
          with every version before the new one, in the transaction that publishes it. Closed versions keep number, date and content hash.
          CloseWithdrawn closes what another kind of withdrawal had left readable; one person is enough, as nothing is opened by it.
        - **Publish** is barred while a withdrawal waits, and from Suspended unless the new version closes every former one: it then stands
          in their place and ends the suspension.
        - **EndDisplay** is the system's act at the end of a list's last day (Beijing). Readers go by the date, the job only leaves the row and
          takes the listing off: the list stands in no list, feed, search or sitemap any more; its address answers 200 with 公示期满, the dates
          and the organisation, and the register names it. It is no withdrawal. A longer display is an update with a new period, through
          review; a correction cannot lengthen it. Lifting a suspension leads to Public also after the display has ended, where the
          date closes it at once and the job records the end anew.

        | From | Action | To |
        |---|---|---|
        """.ReplaceLineEndings("\n");

    private static readonly string VisibilityHead = """
        # What the public may see of a disclosure

        The table of `PublicVisibility`, the one place that every public page and endpoint asks; a test holds this file against it, and
        another one asks every output of the site for words planted in title, summary, body, file, file name and difference. ● is
        open, – is closed. The status is that of the disclosure's own address; closed outputs below it answer 410 (404 where there
        never was anything).

        """.ReplaceLineEndings("\n");

    private static readonly string VisibilityFoot = """
        Where neither title nor 撤回说明 is open, the page reads 该信息已停止公开, with date, organisation and index number and nothing from which a
        reader could guess what was closed; the register names it in the same way. The index number goes on leading to the page.

        A version that is closed for good (`ClosedThrough`) answers 410 in every output, whatever the standing: its page, files, download and
        every difference with it. The list of versions keeps its number and date without the reason, and the version that took its place
        says 此前各版本已停止公开 instead of a reason. A withdrawn disclosure whose versions are all closed shows what 含个人信息或涉密信息 shows.

        A list of persons (genre 名单公示) counts as `DisplayEnded` from the day after its last day, at every read. It carries noindex throughout:
        a page tag on page, versions, differences and print, `X-Robots-Tag` on files and downloads; it is not in the sitemap even while
        it is on display.

        ## Situations

        Which row a disclosure reads as in every situation that the tests bring about. Written by hand; the tests take it from here.

        | Situation | Reads as |
        |---|---|
        | 起草 `draft` | `None` |
        | 在回收站 `binned` | `None` |
        | 待保密审查 `submitted` | `None` |
        | 待复审 `secondReview` | `None` |
        | 待审签 `reviewed` | `None` |
        | 待发布 `approved` | `None` |
        | 不公开归档 `filed` | `None` |
        | 已发布 `published` | `Public` |
        | 已发布，更正尚在办理：公众看到原版本 `corrected` | `Public` |
        | 应急发布，待补办审签 `forced` | `Public` |
        | 从原网站导入 `imported` | `Public` |
        | 规范性文件已失效 `expired` | `Public` |
        | 规范性文件已废止 `repealed` | `Public` |
        | 名单公示期内 `displayed` | `Public` |
        | 名单公示期满，任务已执行 `ended` | `DisplayEnded` |
        | 名单公示期满，任务尚未执行 `endedLate` | `DisplayEnded` |
        | 名单公示期内暂停公开 `listSuspended` | `Suspended` |
        | 暂停公开 `suspended` | `Suspended` |
        | 暂停公开，且是另一文件废止的依据 `basisSuspended` | `Suspended` |
        | 暂停后恢复公开 `lifted` | `Public` |
        | 撤回：内容有误 `withdrawnError` | `Withdrawn` `Error` |
        | 撤回：已被替代 `withdrawnReplaced` | `Withdrawn` `Replaced` |
        | 撤回：发布有误 `withdrawnPublishedInError` | `Withdrawn` `PublishedInError` |
        | 撤回：含个人信息或涉密信息 `withdrawnPersonalOrSecret` | `Withdrawn` `PersonalOrSecret` |
        | 撤回：其他 `withdrawnOther` | `Withdrawn` `Other` |
        | 撤回后关闭全部内容 `closedByWithdrawal` | `Withdrawn` `PersonalOrSecret` |
        | 更正发布并关闭此前版本：新版本公开，此前版本的内容任何地方都没有 `closedByCorrection` | `Public` |
        """.ReplaceLineEndings("\n");

    private static string Word(Enum value) => Words[$"{value.GetType().Name}.{value}"];

    private static Dictionary<string, string> Texts(string resource) =>
        XDocument.Load(Path.Combine(Repository.Root, $"src/PublicDisclosure.Web/Resources/{resource}.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
}
