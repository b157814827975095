using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>What makes a demo document an interpretation.</summary>
/// <param name="Form">Its form.</param>
/// <param name="PolicyKey">Key of the policy it explains.</param>
/// <param name="PolicyBody">The policy's text, for the check of repetition.</param>
/// <param name="Interpreter">Who explains.</param>
internal sealed record DemoExplanation(InterpretationForm Form, string PolicyKey, string PolicyBody, Interpreter Interpreter);

/// <summary>The interpretations written by hand, one file for each policy or subject; they come out in the minutes after their policy.</summary>
internal static class DemoInterpretations
{
    /// <summary>The interpretations of these documents, in the order in which they come out.</summary>
    public static IEnumerable<DemoDraft> Drafts(IReadOnlyList<DemoDraft> handwritten)
    {
        var policies = handwritten.ToDictionary(d => d.Key);
        foreach (var name in SeedFiles.Names("Demo/interpretations/"))
        {
            var minutes = 0;
            foreach (var document in DemoDocumentReader.Read(SeedFiles.Text(name)))
            {
                // A policy that the story has not published yet has no interpretation either.
                if (policies.TryGetValue(document["policy"], out var policy)) yield return Draft(document, policy, ++minutes);
            }
        }
    }

    private static DemoDraft Draft(DemoDocument document, DemoDraft policy, int minutes)
    {
        var form = Enum.Parse<InterpretationForm>(document["form"], ignoreCase: true);
        var at = policy.PublishAt.AddMinutes(minutes);
        var text = InterpretationDraft.Of(policy.Text, form) with
        {
            Keywords = document["keywords"],
            Summary = document["summary"],
            PlainSummary = document["plain"],
            Channels = "Website,ReadingPoint",
            FormedOn = Time.BusinessClock.BeijingDate(at),
            Body = document.Body,
        };
        var interpreter = new Interpreter { Name = document["interpreter"], Post = document["post"], ContactUnit = document["unit"], ContactPhone = document["phone"] };
        return new DemoDraft($"{policy.Key}-{document["form"]}", policy.Organisation, text, [], at, document.Attachments, [], null)
        {
            Explanation = new DemoExplanation(form, policy.Key, policy.Text.Body, interpreter),
        };
    }
}
