using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;

namespace PublicDisclosure.Web.Pages.Admin.Audit;

/// <summary>The search form of the audit log, kept in the address so that a search can be passed on.</summary>
public sealed record AuditFilter
{
    [Display(Name = "人员"), StringLength(StaffUser.DisplayNameLength)]
    public string? Person { get; init; }

    [Display(Name = "对象"), StringLength(AuditEntry.ObjectNameLength)]
    public string? About { get; init; }

    [Display(Name = "操作"), StringLength(AuditEntry.ActionLength)]
    public string? Act { get; init; }

    [Display(Name = "起始日期")]
    public DateOnly? From { get; init; }

    [Display(Name = "截止日期")]
    public DateOnly? To { get; init; }

    /// <summary>The search in the words of the log.</summary>
    public AuditSearch ToSearch() => new() { Person = Person?.Trim(), About = About?.Trim(), Action = Act, From = From, To = To };
}
