using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Responses;

namespace PublicDisclosure.Web.Pages.Admin.Responses;

/// <summary>What a response answers, as the forms carry it.</summary>
public sealed record ResponseInput
{
    [Display(Name = "类型"), EnumDataType(typeof(ResponseKind))]
    public ResponseKind Kind { get; set; }

    [Display(Name = "群众关心的问题"), Required, StringLength(ResponseFacts.ConcernLength)]
    public string? Concern { get; set; }

    [Display(Name = "有关文件的网页地址"), StringLength(300)]
    public string? Policy { get; set; }

    [Display(Name = "所涉事项"), StringLength(ResponseFacts.MatterLength)]
    public string? Matter { get; set; }

    [Display(Name = "误读澄清：对文件的误读作出说明")]
    public bool ClarifiesMisreading { get; set; }

    /// <summary>The facts, with the document that the address was found to be.</summary>
    public ResponseFacts ToFacts(Guid? policy) => new(Kind, Concern ?? "", policy, Matter ?? "", ClarifiesMisreading);

    /// <summary>The form of stored facts.</summary>
    public static ResponseInput Of(ResponseFacts facts, PolicyLink? policy) => new()
    {
        Kind = facts.Kind,
        Concern = facts.Concern,
        Policy = policy?.Path,
        Matter = facts.Matter,
        ClarifiesMisreading = facts.ClarifiesMisreading,
    };
}
