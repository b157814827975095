namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>What the assistant masks in a text or file, or takes out of a file.</summary>
public enum MaskingKind
{
    /// <summary>公民身份号码</summary>
    IdentityNumber,

    /// <summary>疑似公民身份号码, with a wrong check digit; masked by the rule of <see cref="IdentityNumber"/>, and may be left out.</summary>
    SuspectedIdentityNumber,

    /// <summary>银行卡号、账号</summary>
    BankCard,

    /// <summary>手机号码</summary>
    Mobile,

    /// <summary>家庭住址</summary>
    HomeAddress,

    /// <summary>姓名, known by the heading of its column.</summary>
    Name,

    /// <summary>Cells of a column that may not be public at all: illness, disability, reason of poverty, guardian.</summary>
    SensitiveColumn,

    /// <summary>Hidden sheets taken out.</summary>
    HiddenSheet,

    /// <summary>Hidden rows taken out.</summary>
    HiddenRow,

    /// <summary>Hidden columns taken out.</summary>
    HiddenColumn,

    /// <summary>Comments and notes taken out.</summary>
    Comment,

    /// <summary>Tracked changes accepted: what was deleted is gone.</summary>
    TrackedChange,

    /// <summary>Runs of hidden text taken out.</summary>
    HiddenText,

    /// <summary>Embedded files, charts, diagrams and pictures of sheets taken out.</summary>
    EmbeddedObject,

    /// <summary>What else no reader sees, left behind: defined names, choices and hints of cells, print headers, cached data, custom XML.</summary>
    OtherContent,
}

/// <summary>How a value is masked.</summary>
public enum MaskMethod
{
    /// <summary>First and last characters stay, a sign for each one between.</summary>
    KeepEnds,

    /// <summary>The surname stays (欧阳 and other compound surnames count as one), then the sign twice.</summary>
    Surname,

    /// <summary>An address up to village or community; the rest goes.</summary>
    Village,

    /// <summary>Three signs, whatever stood there.</summary>
    Replace,
}
