using System.Security.Cryptography;
using System.Text;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>What exactly is wrong; its Chinese text has places for the finding's values.</summary>
public enum SelfTestFault
{
    HomeHasNothingNew,
    HomeWasNeverNew,
    ColumnNotUpdated,
    ColumnWasNeverNew,
    ColumnIsEmpty,
    DocumentDateInFuture,
    DatedAfterPublication,
    FormedAfterPublication,
    FormedAfterOldPublication,
    EndsBeforeItBegins,
    RepealedBeforeInForce,
    DisplayEndsBeforePublication,
    WrongForm,
    LinkToClosedDisclosure,
    LinkToMissingVersion,
    LinkToMissingFile,
    LinkToNoPage,
    LinkToStaffPage,
    LinkToMissingPlace,
    PictureNotFound,
    FileNotFound,
    TitleTagMissing,
    SourceTagMissing,
    KeywordsTagMissing,
    DescriptionTagMissing,
    SiteSettingMissing,
    ExpiredByItsOwnText,
    RepealedByAnother,
    InterpretationNotThere,
    InterpretationLate,
    LinkElsewhere,
    LetterUnanswered,
    LettersNotUpdated,
    ResponseOverdue,
    ErrorReportOverdue,
}

/// <summary>What a finding is about.</summary>
public enum SelfTestSubjectKind
{
    /// <summary>网站</summary>
    Site,

    /// <summary>栏目</summary>
    Column,

    /// <summary>公开信息</summary>
    Document,

    /// <summary>网民留言, by its number</summary>
    Letter,

    /// <summary>舆情, without a word of it</summary>
    OpinionCase,

    /// <summary>网站找错, by the page</summary>
    ErrorReport,
}

/// <summary>The page, column or setting that a finding is about.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The disclosure; null for others.</param>
/// <param name="Title">Its name.</param>
/// <param name="Path">Its public address; empty for a setting.</param>
/// <param name="Column">Kind of column; null for others.</param>
public sealed record SelfTestSubject(SelfTestSubjectKind Kind, Guid? Id, string Title, string Path, SiteColumnKind? Column = null)
{
    /// <summary>A public disclosure.</summary>
    public static SelfTestSubject Of(Guid id, string title, string address) => new(SelfTestSubjectKind.Document, id, title, "/disclosures/" + address);

    /// <summary>A public column.</summary>
    public static SelfTestSubject Of(SiteColumn column) => new(SelfTestSubjectKind.Column, null, column.Title, column.Path, column.Kind);
}

/// <summary>A fault as a check found it.</summary>
/// <param name="Indicator">The indicator it counts for.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="OrganisationId">Who has to mend it; null for the whole site.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Place">Tells faults of one kind within one subject apart: the target of a link, the name of a file.</param>
/// <param name="Arguments">Values for the text.</param>
public sealed record FoundFault(
    SelfTestIndicator Indicator, SelfTestFault Fault, Guid? OrganisationId, SelfTestSubject Subject, string Place, params IReadOnlyList<string> Arguments)
{
    /// <summary>The same fault has the same key in every run, whatever its values say meanwhile.</summary>
    public string Key
    {
        get
        {
            var subject = Subject.Id?.ToString("N") ?? Subject.Path;
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Fault}\n{subject}\n{Place}")))[..SelfTestFinding.KeyLength];
        }
    }
}
