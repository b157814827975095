namespace PublicDisclosure.Web.Pages.Admin.Templates;

/// <summary>A page with the form of a template; the model of <c>_TemplateFields</c>.</summary>
public interface ITemplateForm
{
    TemplateInput Input { get; }
}
