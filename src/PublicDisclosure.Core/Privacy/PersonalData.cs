namespace PublicDisclosure.Core.Privacy;

/// <summary>What of a person was found in a text.</summary>
public enum PersonalDataKind
{
    /// <summary>公民身份号码, 18 digits (GB 11643-1999), the 15 of before 1999, or the 20 of a 残疾人证号, which begins with one.</summary>
    IdentityNumber,

    /// <summary>疑似公民身份号码: 18 digits whose check digit is wrong, most likely a mistyped number of a real person.</summary>
    SuspectedIdentityNumber,

    /// <summary>银行卡号 with a valid check digit.</summary>
    BankCard,

    /// <summary>手机号码</summary>
    Mobile,

    /// <summary>家庭住址 down to a group, house or flat.</summary>
    HomeAddress,
}

/// <summary>One piece of personal data in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The number in half-width digits without blanks and hyphens (an address: as written). Never shown to anybody as it is.</param>
/// <param name="Start">Where it begins in the text that was searched.</param>
/// <param name="Length">Its length there, blanks and hyphens included.</param>
public readonly record struct PersonalDataHit(PersonalDataKind Kind, string Value, int Start, int Length)
{
    /// <summary>The value as a finding may name it: enough to find the place, too little to be of use to anybody.</summary>
    public string Masked => Kind switch
    {
        PersonalDataKind.HomeAddress => Value.Length <= 6 ? Value[..2] + "***" : Value[..6] + "***",
        _ => PersonalNumbers.Shown(Value),
    };
}
