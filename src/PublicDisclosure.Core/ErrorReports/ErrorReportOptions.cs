using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.ErrorReports;

/// <summary>Settings of section <c>ErrorReports</c>.</summary>
public sealed class ErrorReportOptions
{
    public const string Section = "ErrorReports";

    /// <summary>Working days for the answer, the day of receipt not counted (国办发〔2017〕47号: 3 working days).</summary>
    [Range(1, 60)]
    public int AnswerWorkingDays { get; set; } = 3;

    /// <summary>Days after the answer for which a contact is kept. The house's own number (未核实).</summary>
    [Range(1, 3650)]
    public int KeepContactDays { get; set; } = 180;
}
