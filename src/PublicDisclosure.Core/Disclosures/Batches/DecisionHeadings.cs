using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>What a column of a spreadsheet of decisions holds.</summary>
internal enum DecisionField
{
    Subject,
    SubjectKind,
    IdentityNumber,
    Number,
    LicenceNumber,
    Category,
    Facts,
    Basis,
    Result,
    DecidedOn,
    Authority,
    ValidFrom,
    ValidUntil,
    Fine,
    Remark,
}

/// <summary>
/// Headings of 双公示 tables (国家公共信用信息中心《行政许可和行政处罚等信用信息公示数据标准》usage) by field; own alternatives come
/// from the settings. 原因 and 原行号 are our own columns of rejected rows and mean nothing.
/// </summary>
internal static class DecisionHeadings
{
    private static readonly Dictionary<DecisionField, string[]> Known = new()
    {
        [DecisionField.Subject] = ["行政相对人名称", "行政相对人", "相对人名称", "当事人", "当事人名称", "被处罚人", "申请人", "被许可人"],
        [DecisionField.SubjectKind] = ["行政相对人类别", "相对人类别", "当事人类别"],
        [DecisionField.IdentityNumber] = ["证件号码", "身份证号", "身份证号码", "公民身份号码", "居民身份证号", "自然人身份证号"],
        [DecisionField.Number] = ["决定书文号", "行政处罚决定书文号", "行政许可决定文书号", "行政许可决定书文号", "文书号", "决定文书号", "文号"],
        [DecisionField.LicenceNumber] = ["许可编号", "许可证编号", "证照编号"],
        [DecisionField.Category] = ["处罚类别", "许可类别", "处罚种类", "类别", "违法行为类型"],
        [DecisionField.Facts] = ["违法事实", "许可内容", "主要违法事实", "违法事实和理由", "许可事项"],
        [DecisionField.Basis] = ["依据", "处罚依据", "许可依据", "法律依据"],
        [DecisionField.Result] = ["处罚结果", "处罚内容", "许可结果", "决定内容"],
        [DecisionField.DecidedOn] = ["决定日期", "处罚决定日期", "许可决定日期", "作出决定日期"],
        [DecisionField.Authority] = ["决定机关", "处罚机关", "许可机关", "作出决定机关"],
        [DecisionField.ValidFrom] = ["有效期自", "有效期起"],
        [DecisionField.ValidUntil] = ["有效期", "有效期至", "有效期止", "处罚有效期"],
        [DecisionField.Fine] = ["罚款金额", "罚款金额（万元）", "罚款金额(万元)"],
        [DecisionField.Remark] = ["备注"],
    };

    // A table of three of these is no accident; a title line above it has one cell.
    private const int Fewest = 3;
    /// <summary>The row of headings with the fields of its columns; null when there is none.</summary>
    public static (int Row, IReadOnlyDictionary<DecisionField, int> Columns)? Find(RawTable table, IReadOnlyDictionary<string, string[]> own) =>
        HeadingRow.Find(table, Known, own, columns => columns.Count >= Fewest);

    /// <summary>The usual heading of a field, for messages.</summary>
    public static string NameOf(DecisionField field) => Known[field][0];
}
