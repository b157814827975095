using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Web.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Pages.Admin.Postings;

/// <summary>What the forms of a posting carry.</summary>
public sealed record PostingInput
{
    [Display(Name = "公示内容"), Required, StringLength(PostingDetails.WhatLength)]
    public string? What { get; set; }

    [Display(Name = "公示地点"), Required, StringLength(PostingDetails.PlacesLength)]
    public string? Places { get; set; }

    [Display(Name = "起始日期"), Required, LegalDate]
    public DateOnly? From { get; set; }

    [Display(Name = "截止日期"), Required, LegalDate]
    public DateOnly? To { get; set; }

    [Display(Name = "公示渠道")]
    public Channel Channel { get; set; } = Channel.NoticeBoard;

    [Display(Name = "备注"), StringLength(PostingDetails.NoteLength)]
    public string? Note { get; set; }

    [Display(Name = "现场照片")]
    public IFormFile? Photo { get; set; }

    [Display(Name = "更正原因"), StringLength(PostingRecord.ReasonLength)]
    public string? Reason { get; set; }

    /// <summary>The details typed.</summary>
    public PostingDetails ToDetails() => new() { What = What ?? "", Places = Places ?? "", From = From ?? default, To = To ?? default, Channel = Channel, Note = Note ?? "" };

    /// <summary>The form for a record that is corrected.</summary>
    public static PostingInput Of(PostingDetails details) => new()
    {
        What = details.What,
        Places = details.Places,
        From = details.From,
        To = details.To,
        Channel = details.Channel,
        Note = details.Note,
    };
}
