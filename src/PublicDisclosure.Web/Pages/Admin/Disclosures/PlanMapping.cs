using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Between the form of a plan and the commands of Core.</summary>
public static class PlanMapping
{
    /// <summary>The form of a plan; what a new one is proposed to say where there is none.</summary>
    public static InterpretationModel.PlanFields ToFields(InterpretationPlan? plan)
    {
        if (plan is null) return new InterpretationModel.PlanFields { Forms = [InterpretationForm.Text, InterpretationForm.QuestionsAndAnswers], Channels = [Channel.Website] };
        var fields = new InterpretationModel.PlanFields
        {
            Outline = plan.Text.Outline,
            Forms = [.. plan.Text.ChosenForms],
            Channels = [.. plan.Text.Channels.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(Enum.GetNames<Channel>().Contains).Select(Enum.Parse<Channel>)],
            Time = plan.Text.Time,
            IsHead = plan.IsHead,
            WhyNotHead = plan.Text.WhyNotHead,
        };
        fields.Show(plan.Interpreter);
        return fields;
    }

    /// <summary>What the plan says.</summary>
    public static PlanText ToText(this InterpretationModel.PlanFields fields) => new()
    {
        Outline = fields.Outline ?? "",
        Forms = PlanText.NamesOf(fields.Forms.Where(Enum.IsDefined)),
        Channels = string.Join(',', fields.Channels.Where(Enum.IsDefined).Distinct().Order()),
        Time = fields.Time ?? "",
        WhyNotHead = fields.WhyNotHead ?? "",
    };
}
