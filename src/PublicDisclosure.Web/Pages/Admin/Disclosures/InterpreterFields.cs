using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Who explains, as the forms of plan and interpretation carry it.</summary>
public abstract record InterpreterFields
{
    [Display(Name = "解读人"), StringLength(Interpreter.NameLength)]
    public string? Name { get; set; }

    [Display(Name = "职务"), StringLength(Interpreter.PostLength)]
    public string? Post { get; set; }

    [Display(Name = "解读机构"), StringLength(Interpreter.UnitLength)]
    public string? ContactUnit { get; set; }

    [Display(Name = "联系电话"), StringLength(Interpreter.PhoneLength)]
    public string? ContactPhone { get; set; }

    /// <summary>Who explains, with what was left empty as empty words.</summary>
    public Interpreter ToInterpreter() => new()
    {
        Name = Name ?? "",
        Post = Post ?? "",
        ContactUnit = ContactUnit ?? "",
        ContactPhone = ContactPhone ?? "",
    };

    /// <summary>Fills the fields with who explains so far.</summary>
    public void Show(Interpreter interpreter) => (Name, Post, ContactUnit, ContactPhone) = (interpreter.Name, interpreter.Post, interpreter.ContactUnit, interpreter.ContactPhone);
}
