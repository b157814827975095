namespace PublicDisclosure.Core.Catalogue;

/// <summary>Names under which acts on the catalogue stand in the audit log.</summary>
public static class CatalogueActs
{
    public const string Import = "Catalogue.Import";
    public const string Draft = "Catalogue.Draft";
    public const string Adopt = "Catalogue.Adopt";
    public const string PutInForce = "Catalogue.PutInForce";
    public const string Discard = "Catalogue.Discard";
    public const string AddItem = "Catalogue.AddItem";
    public const string EditItem = "Catalogue.EditItem";
    public const string RetireItem = "Catalogue.RetireItem";
    public const string ConfirmItem = "Catalogue.ConfirmItem";
    public const string ConfirmClassification = "Catalogue.ConfirmClassification";
    public const string StrikeItem = "Catalogue.StrikeItem";
    public const string ConfirmApplies = "Catalogue.ConfirmApplies";
    public const string ProposeNotApplicable = "Catalogue.ProposeNotApplicable";
    public const string AgreeNotApplicable = "Catalogue.AgreeNotApplicable";
    public const string RefuseNotApplicable = "Catalogue.RefuseNotApplicable";
    public const string AssignLead = "Catalogue.AssignLead";
    public const string SaveClassificationRule = "Catalogue.SaveClassificationRule";
    public const string DeleteClassificationRule = "Catalogue.DeleteClassificationRule";
    public const string SaveBodyRule = "Catalogue.SaveBodyRule";
    public const string DeleteBodyRule = "Catalogue.DeleteBodyRule";

    /// <summary>Every act, for the words of the audit page.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Import, Draft, Adopt, PutInForce, Discard, AddItem, EditItem, RetireItem,
        ConfirmItem, ConfirmClassification, StrikeItem, ConfirmApplies, ProposeNotApplicable, AgreeNotApplicable, RefuseNotApplicable,
        AssignLead, SaveClassificationRule, DeleteClassificationRule, SaveBodyRule, DeleteBodyRule,
    ];
}
