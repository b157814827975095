using PublicDisclosure.Core.Privacy;
using static PublicDisclosure.Core.Disclosures.ChecklistRule;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Personal data in title, summaries and body (个人信息保护法第二十八条); <see cref="PersonalDataFinder"/> says what is one.</summary>
internal static class PrivacyRules
{
    // Enough to find the places; a list of thousands needs another remedy than going through it one by one.
    private const int Most = 3;

    public static IReadOnlyList<ChecklistRule> All { get; } =
    [
        Error("IdentityNumberFound", "Body", "个人信息保护法第二十八条; GB 11643-1999", s => Found(s, PersonalDataKind.IdentityNumber), always: true),
        Warning("SuspectedIdentityNumberFound", "Body", "个人信息保护法第二十八条; GB 11643-1999: a wrong check digit", s => Found(s, PersonalDataKind.SuspectedIdentityNumber)),
        Error("BankCardFound", "Body", "个人信息保护法第二十八条", s => Found(s, PersonalDataKind.BankCard), always: true),
        Warning("MobileNumberFound", "Body", "个人信息保护法第六条: minimum necessary", s => Found(s, PersonalDataKind.Mobile)),
        Warning("HomeAddressFound", "Body", "个人信息保护法第六条: minimum necessary", s => Found(s, PersonalDataKind.HomeAddress)),
    ];

    private static IEnumerable<object[]> Found(ChecklistSubject subject, PersonalDataKind kind) =>
        subject.PersonalData.Where(h => h.Kind == kind).DistinctBy(h => h.Value).Take(Most).Select(h => new object[] { h.Masked });
}
