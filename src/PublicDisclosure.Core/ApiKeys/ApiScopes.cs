namespace PublicDisclosure.Core.ApiKeys;

/// <summary>What a key of a business system opens. None of them reaches further than a draft: everything after that is done by people.</summary>
[Flags]
public enum ApiScopes
{
    None = 0,

    /// <summary>登记形成信息: say that a piece of information was formed, which starts its clock.</summary>
    Register = 1,

    /// <summary>起草: send a draft with its files to the clerk's desk.</summary>
    Draft = 2,

    /// <summary>查询状态: ask what became of what was sent.</summary>
    Status = 4,
}
