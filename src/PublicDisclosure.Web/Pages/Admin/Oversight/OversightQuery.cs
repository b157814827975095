using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Oversight;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Admin.Oversight;

/// <summary>The search form of the auditor's lists, kept in the address so that a search can be passed on.</summary>
public sealed record OversightQuery
{
    [Display(Name = "单位"), StringLength(Core.Organisations.Organisation.SlugLength)]
    public string? Organisation { get; init; }

    [Display(Name = "起始日期")]
    public DateOnly? From { get; init; }

    [Display(Name = "截止日期")]
    public DateOnly? To { get; init; }

    /// <summary>The filter in the words of the lists.</summary>
    public OversightFilter ToFilter(string? after = null, string? before = null) => new(Organisation, From, To, ListPosition.Read(after), ListPosition.Read(before));
}
