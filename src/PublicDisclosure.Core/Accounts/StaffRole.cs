namespace PublicDisclosure.Core.Accounts;

/// <summary>What a person may be within one organisation. <c>RolePermissions</c> says what each role may do.</summary>
public enum StaffRole
{
    /// <summary>Drafts and submits (经办人).</summary>
    Clerk,

    /// <summary>Records secrecy review, approves, publishes (审核人).</summary>
    Reviewer,

    /// <summary>Keeps the organisation's people and contact data (单位管理员).</summary>
    OrganisationAdmin,

    /// <summary>Keeps the catalogue of a township, or of the city when the organisation is the disclosure office (目录管理员).</summary>
    CatalogueSteward,

    /// <summary>Member of the disclosure office (政府信息公开工作主管部门), for the whole city.</summary>
    DisclosureOffice,

    /// <summary>Reads everything, changes nothing (审计员), for the whole city.</summary>
    Auditor,

    /// <summary>Runs the platform: accounts, organisations, settings (平台管理员); never content.</summary>
    PlatformAdmin,
}
