namespace PublicDisclosure.Core.Accounts;

/// <summary>
/// Something a role may do within its organisation, or in the whole city for city-wide roles. <see cref="RolePermissions"/>
/// is the one table of who has what; <c>docs/permissions.md</c> repeats it.
/// </summary>
public enum Permission
{
    /// <summary>Sees drafts, history and checklist of the organisation's disclosures.</summary>
    DisclosuresView,

    /// <summary>Writes, corrects and submits disclosures.</summary>
    DisclosuresDraft,

    /// <summary>Records the secrecy review, approves, returns.</summary>
    DisclosuresReview,

    /// <summary>Publishes and schedules.</summary>
    DisclosuresPublish,

    /// <summary>Keeps templates for the organisation's documents; in the whole city, those for every organisation.</summary>
    TemplatesKeep,

    /// <summary>Brings pages of an old site in as drafts; in the whole city, for several organisations at once.</summary>
    ImportsBring,

    /// <summary>Publishes in an emergency without 审签, which another person makes up for (应急发布); gives the office's opinion.</summary>
    DisclosuresForce,

    /// <summary>Lets a policy out without its interpretation in an emergency, which stays owed in public.</summary>
    InterpretationsWaive,

    /// <summary>Proposes to take a public page back.</summary>
    WithdrawalsPropose,

    /// <summary>Suspends a public page at once, and decides what another person suspended or proposed to withdraw.</summary>
    WithdrawalsDecide,

    /// <summary>Sees editions, items and duties in the staff pages.</summary>
    CatalogueView,

    /// <summary>Confirms or strikes unconfirmed rows, agrees that an item does not apply.</summary>
    CatalogueConfirm,

    /// <summary>Imports, edits and puts editions in force.</summary>
    CatalogueSteward,

    /// <summary>Sees what is due, late and missing.</summary>
    CoverageRead,

    /// <summary>Sees public-opinion cases (舆情).</summary>
    CasesView,

    /// <summary>Enters and handles cases, and answers questions of those who do.</summary>
    CasesHandle,

    /// <summary>Grades, decides to respond, evaluates, and confirms as second person the times of a case.</summary>
    CasesConfirm,

    /// <summary>Approves as second person that a case gets no public response.</summary>
    CasesOversee,

    /// <summary>Answers reports of errors on the site.</summary>
    ErrorReportsHandle,

    /// <summary>Sees the letters of the organisation as cases; the writer's words only with one of the three below.</summary>
    LettersView,

    /// <summary>Handles letters: answers, passes on, asks others, proposes what becomes public.</summary>
    LettersHandle,

    /// <summary>Reviews replies, extensions and public texts of letters; never of one's own making.</summary>
    LettersReview,

    /// <summary>Decides whose a letter is, directs it elsewhere, keeps channels and frequently asked questions.</summary>
    LettersTriage,

    /// <summary>Keeps the rules by which personal data is masked.</summary>
    MaskingRulesKeep,

    /// <summary>Keeps the contact data of an organisation.</summary>
    OrganisationManage,

    /// <summary>Keeps accounts and roles.</summary>
    UsersManage,

    /// <summary>Reads the audit log.</summary>
    AuditRead,

    /// <summary>Keeps the lists of wrong and sensitive forms.</summary>
    WordsManage,

    /// <summary>Enters, corrects and signs off the holiday notices that every limit is counted by.</summary>
    CalendarKeep,

    /// <summary>Sees which mails were sent to the staff of the organisation, and what became of them.</summary>
    MailRead,

    /// <summary>Has a mail tried again that failed.</summary>
    MailKeep,

    /// <summary>Starts the self-test of the whole site.</summary>
    SelfTestRun,

    /// <summary>Makes and revokes keys by which business systems of the organisation send drafts.</summary>
    ApiKeysKeep,

    /// <summary>Runs the platform: organisations, city-wide roles, settings.</summary>
    PlatformManage,
}
