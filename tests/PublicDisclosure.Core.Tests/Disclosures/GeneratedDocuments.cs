using System.Text;
using System.Xml.Linq;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Tests.Guards;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>What the developer documents about transitions and checklist must say, made from the code.</summary>
public static class GeneratedDocuments
{
    private static readonly Dictionary<string, string> Words = Texts("Words"), Refusals = Texts("Refusals");

    /// <summary>docs/transitions.md</summary>
    public static string Transitions(IEnumerable<(DisclosureState From, DisclosureAction Action, DisclosureState To)> rows)
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

            | From | Action | To |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (from, action, to) in rows)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {Word(from)} `{from}` | {Word(action)} `{action}` | {Word(to)} `{to}` |\n");
        return text.ToString();
    }

    /// <summary>docs/checklist.md</summary>
    public static string Checklist(IReadOnlyList<ChecklistRule> rules)
    {
        var text = new StringBuilder($"""
            # The publication checklist

            The {rules.Count} rules of `PublicationChecklist`, in the order in which a clerk meets them; a test holds this file against the code.
            It is asked on saving, submitting, approving, filing and publishing. **Errors** block; **warnings** need a reason, which stays
            in the history and holds for the text as it stood. Rules marked * are asked whatever the attribute; the others only where the
            text is to be public (主动公开).

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

    private static string Word(Enum value) => Words[$"{value.GetType().Name}.{value}"];

    private static Dictionary<string, string> Texts(string resource) =>
        XDocument.Load(Path.Combine(Repository.Root, $"src/PublicDisclosure.Web/Resources/{resource}.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
}
