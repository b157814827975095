using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PublicDisclosure.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InitialCreate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ObjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ObjectName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CalendarDays",
                columns: table => new
                {
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarDays", x => x.On);
                });

            migrationBuilder.CreateTable(
                name: "ClassificationRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DomainCode = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Reach = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Aspects = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MandatoryClass = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassificationRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Xml = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobLeases",
                columns: table => new
                {
                    JobName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    HeldUntil = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobLeases", x => x.JobName);
                });

            migrationBuilder.CreateTable(
                name: "JobRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    JobName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Handled = table.Column<int>(type: "INTEGER", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DivisionCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    CreditCodeIsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    NameIsUnconfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Contact_Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Contact_Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Contact_Fax = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Contact_OfficeHours = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Contact_OfficeName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Contact_Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Contact_PostalCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StaffUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeactivatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BodyRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DomainCode = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Phrase = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyRules_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CatalogueEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerOrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BasedOnEditionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InForceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SupersededOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CatalogueEditions_CatalogueEditions_BasedOnEditionId",
                        column: x => x.BasedOnEditionId,
                        principalTable: "CatalogueEditions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CatalogueEditions_Organisations_OwnerOrganisationId",
                        column: x => x.OwnerOrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DisclosureDomains",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Ministry = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    GuidelineNumber = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    LeadOrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisclosureDomains", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisclosureDomains_Organisations_LeadOrganisationId",
                        column: x => x.LeadOrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Disclosures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftDocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    TextRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedTextRevision = table.Column<int>(type: "INTEGER", nullable: true),
                    ScheduledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ScheduledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    IndexNumber = table.Column<string>(type: "TEXT", maxLength: 29, nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CurrentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstPublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastPublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PendingChange = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PendingChangeReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text_Aspects = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text_Attribute = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text_Body = table.Column<string>(type: "TEXT", maxLength: 500000, nullable: false),
                    Text_Channels = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Text_DisplayUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text_DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text_DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Text_EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text_ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text_FormedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text_Genre = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text_Keywords = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text_MandatoryClass = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Text_NonDisclosureGround = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Text_ObjectionContact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_PlainSummary = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Text_Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text_Summary = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Text_Theme = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text_Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disclosures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Disclosures_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IndexCounters",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexCounters", x => new { x.OrganisationId, x.Year });
                    table.ForeignKey(
                        name: "FK_IndexCounters_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GrantedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Memberships_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_StaffUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StaffUserClaims_StaffUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_StaffUserLogins_StaffUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_StaffUserTokens_StaffUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CatalogueImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CatalogueImports_CatalogueEditions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "CatalogueEditions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Duties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DomainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TrackedFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Duties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Duties_DisclosureDomains_DomainId",
                        column: x => x.DomainId,
                        principalTable: "DisclosureDomains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Duties_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandardItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DomainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sequence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    Levels = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Aspects = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AspectsConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    MandatoryClass = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MandatoryClassConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Provenance = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Confirmation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Adoption = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AdoptionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AdoptionDecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsLocal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Text_Audience = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Text_Body = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Text_Channels = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Text_Elements = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Text_Extra = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Text_LegalBasis = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Text_Level1 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Level2 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Level3 = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_TimeLimit = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandardItems_CatalogueEditions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "CatalogueEditions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StandardItems_DisclosureDomains_DomainId",
                        column: x => x.DomainId,
                        principalTable: "DisclosureDomains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DisclosureAttachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    IsOriginal = table.Column<bool>(type: "INTEGER", nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisclosureAttachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisclosureAttachments_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DisclosureContributors",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisclosureContributors", x => new { x.DisclosureId, x.UserId });
                    table.ForeignKey(
                        name: "FK_DisclosureContributors_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DisclosureItems",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Elements = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisclosureItems", x => new { x.DisclosureId, x.ItemCode });
                    table.ForeignKey(
                        name: "FK_DisclosureItems_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DisclosureTransitions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisclosureTransitions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisclosureTransitions_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DisclosureVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Html = table.Column<string>(type: "TEXT", maxLength: 4000000, nullable: false),
                    PlainText = table.Column<string>(type: "TEXT", maxLength: 4000000, nullable: false),
                    RendererVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ChangeReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text_Aspects = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text_Attribute = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text_Body = table.Column<string>(type: "TEXT", maxLength: 500000, nullable: false),
                    Text_Channels = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Text_DisplayUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text_DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text_DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Text_EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text_ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text_FormedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text_Genre = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text_Keywords = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text_MandatoryClass = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Text_NonDisclosureGround = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Text_ObjectionContact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_PlainSummary = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Text_Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text_Summary = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Text_Theme = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text_Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisclosureVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisclosureVersions_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PublicListings",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IndexNumber = table.Column<string>(type: "TEXT", maxLength: 29, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Genre = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MandatoryClass = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AspectBits = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FormedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstPublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastPublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    AttachmentCount = table.Column<int>(type: "INTEGER", nullable: false),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicListings", x => x.DisclosureId);
                    table.ForeignKey(
                        name: "FK_PublicListings_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PublicListings_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SecrecyReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Conclusion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    TextRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecrecyReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SecrecyReviews_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WarningReasons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    TextRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WarningReasons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WarningReasons_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Withdrawals",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReplacementAddress = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Withdrawals", x => x.DisclosureId);
                    table.ForeignKey(
                        name: "FK_Withdrawals_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VersionAttachments",
                columns: table => new
                {
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    IsOriginal = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VersionAttachments", x => new { x.VersionId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_VersionAttachments_DisclosureVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "DisclosureVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PublicListingDomains",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DomainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Genre = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MandatoryClass = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AspectBits = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstPublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicListingDomains", x => new { x.DisclosureId, x.DomainId });
                    table.ForeignKey(
                        name: "FK_PublicListingDomains_DisclosureDomains_DomainId",
                        column: x => x.DomainId,
                        principalTable: "DisclosureDomains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PublicListingDomains_PublicListings_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "PublicListings",
                        principalColumn: "DisclosureId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PublicListingItems",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstPublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicListingItems", x => new { x.DisclosureId, x.ItemCode });
                    table.ForeignKey(
                        name: "FK_PublicListingItems_PublicListings_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "PublicListings",
                        principalColumn: "DisclosureId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At_Id",
                table: "AuditEntries",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_By_At",
                table: "AuditEntries",
                columns: new[] { "By", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ObjectId_At",
                table: "AuditEntries",
                columns: new[] { "ObjectId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_BodyRules_DomainCode_Level",
                table: "BodyRules",
                columns: new[] { "DomainCode", "Level" });

            migrationBuilder.CreateIndex(
                name: "IX_BodyRules_OrganisationId",
                table: "BodyRules",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueEditions_BasedOnEditionId",
                table: "CatalogueEditions",
                column: "BasedOnEditionId");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueEditions_OwnerOrganisationId_Status",
                table: "CatalogueEditions",
                columns: new[] { "OwnerOrganisationId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueImports_EditionId_UploadedBy",
                table: "CatalogueImports",
                columns: new[] { "EditionId", "UploadedBy" });

            migrationBuilder.CreateIndex(
                name: "IX_ClassificationRules_SortOrder",
                table: "ClassificationRules",
                column: "SortOrder");

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureAttachments_DisclosureId",
                table: "DisclosureAttachments",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureDomains_Code",
                table: "DisclosureDomains",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureDomains_LeadOrganisationId",
                table: "DisclosureDomains",
                column: "LeadOrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureDomains_Name",
                table: "DisclosureDomains",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureDomains_Slug",
                table: "DisclosureDomains",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureItems_ItemCode",
                table: "DisclosureItems",
                column: "ItemCode");

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_Address",
                table: "Disclosures",
                column: "Address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_IndexNumber",
                table: "Disclosures",
                column: "IndexNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_OrganisationId_DraftDocumentNumber",
                table: "Disclosures",
                columns: new[] { "OrganisationId", "DraftDocumentNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_OrganisationId_State_ChangedAt",
                table: "Disclosures",
                columns: new[] { "OrganisationId", "State", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_State_ScheduledAt",
                table: "Disclosures",
                columns: new[] { "State", "ScheduledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureTransitions_DisclosureId_Step",
                table: "DisclosureTransitions",
                columns: new[] { "DisclosureId", "Step" });

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureVersions_Change_PublishedAt",
                table: "DisclosureVersions",
                columns: new[] { "Change", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureVersions_DisclosureId_Number",
                table: "DisclosureVersions",
                columns: new[] { "DisclosureId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Duties_DomainId",
                table: "Duties",
                column: "DomainId");

            migrationBuilder.CreateIndex(
                name: "IX_Duties_ItemCode",
                table: "Duties",
                column: "ItemCode");

            migrationBuilder.CreateIndex(
                name: "IX_Duties_OrganisationId_ItemCode",
                table: "Duties",
                columns: new[] { "OrganisationId", "ItemCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_JobName_StartedAt",
                table: "JobRuns",
                columns: new[] { "JobName", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_OrganisationId",
                table: "Memberships",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_UserId_OrganisationId_Role",
                table: "Memberships",
                columns: new[] { "UserId", "OrganisationId", "Role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Slug",
                table: "Organisations",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_SortOrder",
                table: "Organisations",
                column: "SortOrder");

            migrationBuilder.CreateIndex(
                name: "IX_PublicListingDomains_DomainId_DueOn_PublishedOn",
                table: "PublicListingDomains",
                columns: new[] { "DomainId", "DueOn", "PublishedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListingDomains_DomainId_FirstPublishedAt_DisclosureId_OrganisationId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListingDomains",
                columns: new[] { "DomainId", "FirstPublishedAt", "DisclosureId", "OrganisationId", "Genre", "AspectBits", "Year", "EffectiveOn", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListingDomains_OrganisationId_DomainId_FirstPublishedAt_DisclosureId",
                table: "PublicListingDomains",
                columns: new[] { "OrganisationId", "DomainId", "FirstPublishedAt", "DisclosureId" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListingItems_ItemCode_FirstPublishedAt_DisclosureId",
                table: "PublicListingItems",
                columns: new[] { "ItemCode", "FirstPublishedAt", "DisclosureId" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListingItems_OrganisationId_ItemCode_FirstPublishedAt_DisclosureId",
                table: "PublicListingItems",
                columns: new[] { "OrganisationId", "ItemCode", "FirstPublishedAt", "DisclosureId" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_Address",
                table: "PublicListings",
                column: "Address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_DocumentNumber",
                table: "PublicListings",
                column: "DocumentNumber");

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_FirstPublishedAt_DisclosureId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListings",
                columns: new[] { "FirstPublishedAt", "DisclosureId", "Genre", "AspectBits", "Year", "EffectiveOn", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_Genre_FirstPublishedAt_DisclosureId_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListings",
                columns: new[] { "Genre", "FirstPublishedAt", "DisclosureId", "AspectBits", "Year", "EffectiveOn", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_IndexNumber",
                table: "PublicListings",
                column: "IndexNumber");

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_OrganisationId_AspectBits_DueOn_PublishedOn",
                table: "PublicListings",
                columns: new[] { "OrganisationId", "AspectBits", "DueOn", "PublishedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_OrganisationId_FirstPublishedAt_DisclosureId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListings",
                columns: new[] { "OrganisationId", "FirstPublishedAt", "DisclosureId", "Genre", "AspectBits", "Year", "EffectiveOn", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_OrganisationId_Genre_FirstPublishedAt_DisclosureId",
                table: "PublicListings",
                columns: new[] { "OrganisationId", "Genre", "FirstPublishedAt", "DisclosureId" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_OrganisationId_MandatoryClass_FirstPublishedAt_DisclosureId",
                table: "PublicListings",
                columns: new[] { "OrganisationId", "MandatoryClass", "FirstPublishedAt", "DisclosureId" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_OrganisationId_Title",
                table: "PublicListings",
                columns: new[] { "OrganisationId", "Title" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_Year_FirstPublishedAt_DisclosureId_Genre_AspectBits",
                table: "PublicListings",
                columns: new[] { "Year", "FirstPublishedAt", "DisclosureId", "Genre", "AspectBits" });

            migrationBuilder.CreateIndex(
                name: "IX_SecrecyReviews_DisclosureId",
                table: "SecrecyReviews",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffUserClaims_UserId",
                table: "StaffUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffUserLogins_UserId",
                table: "StaffUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "StaffUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "StaffUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandardItems_Code",
                table: "StandardItems",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_StandardItems_DomainId",
                table: "StandardItems",
                column: "DomainId");

            migrationBuilder.CreateIndex(
                name: "IX_StandardItems_EditionId_Code",
                table: "StandardItems",
                columns: new[] { "EditionId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandardItems_EditionId_DomainId_SortOrder",
                table: "StandardItems",
                columns: new[] { "EditionId", "DomainId", "SortOrder" });

            migrationBuilder.CreateIndex(
                name: "IX_VersionAttachments_Hash",
                table: "VersionAttachments",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_WarningReasons_DisclosureId",
                table: "WarningReasons",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_At",
                table: "Withdrawals",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "BodyRules");

            migrationBuilder.DropTable(
                name: "CalendarDays");

            migrationBuilder.DropTable(
                name: "CatalogueImports");

            migrationBuilder.DropTable(
                name: "ClassificationRules");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DisclosureAttachments");

            migrationBuilder.DropTable(
                name: "DisclosureContributors");

            migrationBuilder.DropTable(
                name: "DisclosureItems");

            migrationBuilder.DropTable(
                name: "DisclosureTransitions");

            migrationBuilder.DropTable(
                name: "Duties");

            migrationBuilder.DropTable(
                name: "IndexCounters");

            migrationBuilder.DropTable(
                name: "JobLeases");

            migrationBuilder.DropTable(
                name: "JobRuns");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "PublicListingDomains");

            migrationBuilder.DropTable(
                name: "PublicListingItems");

            migrationBuilder.DropTable(
                name: "SecrecyReviews");

            migrationBuilder.DropTable(
                name: "StaffUserClaims");

            migrationBuilder.DropTable(
                name: "StaffUserLogins");

            migrationBuilder.DropTable(
                name: "StaffUserTokens");

            migrationBuilder.DropTable(
                name: "StandardItems");

            migrationBuilder.DropTable(
                name: "VersionAttachments");

            migrationBuilder.DropTable(
                name: "WarningReasons");

            migrationBuilder.DropTable(
                name: "Withdrawals");

            migrationBuilder.DropTable(
                name: "PublicListings");

            migrationBuilder.DropTable(
                name: "StaffUsers");

            migrationBuilder.DropTable(
                name: "CatalogueEditions");

            migrationBuilder.DropTable(
                name: "DisclosureDomains");

            migrationBuilder.DropTable(
                name: "DisclosureVersions");

            migrationBuilder.DropTable(
                name: "Disclosures");

            migrationBuilder.DropTable(
                name: "Organisations");
        }
    }
}
