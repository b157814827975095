using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Accounts;

/// <summary>
/// What a password must be: 12 characters with letters, digits and signs, or 20 characters of anything (a sentence). After
/// GB/T 22239-2019 (等级保护), 8.1.4.1, which asks for complexity and regular change of identification data.
/// </summary>
public static class PasswordRule
{
    public const int ShortestMixed = 12;
    public const int ShortestSentence = 20;
    public const int Longest = 128;

    // A password of one repeated pattern passes the counts and is guessed first.
    private const int FewestDistinct = 6;

    /// <summary>Every reason why the password is too weak for this account.</summary>
    public static IReadOnlyList<Refusal> Check(string password, string userName, string field = "Password")
    {
        var refusals = new List<Refusal>();
        if (password.Length > Longest) refusals.Add(new Refusal("Password.TooLong", field, Longest));
        else if (password.Length < ShortestMixed) refusals.Add(new Refusal("Password.TooShort", field, ShortestMixed));
        else if (password.Length < ShortestSentence && !IsMixed(password))
            refusals.Add(new Refusal("Password.NotMixed", field, ShortestSentence));
        if (password.Length >= ShortestMixed && password.Distinct().Count() < FewestDistinct)
            refusals.Add(new Refusal("Password.TooUniform", field, FewestDistinct));
        if (userName.Length > 0 && password.Contains(userName, StringComparison.OrdinalIgnoreCase))
            refusals.Add(new Refusal("Password.HoldsUserName", field));
        return refusals;
    }

    private static bool IsMixed(string password) =>
        password.Any(char.IsLetter) && password.Any(char.IsDigit) && password.Any(c => !char.IsLetterOrDigit(c));
}
