namespace PublicDisclosure.Core.Accounts;

/// <summary>How a person is written to about what waits on the desk.</summary>
public enum TaskMail
{
    /// <summary>每天一封</summary>
    Daily,

    /// <summary>随时发送</summary>
    AtOnce,

    /// <summary>不发送</summary>
    None,
}
