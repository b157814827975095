using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PublicDisclosure.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InterpretAndRespond : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "TaskMail",
                table: "StaffUsers",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Daily");

            migrationBuilder.AddColumn<string>(
                name: "Text_Concerns",
                table: "DisclosureVersions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "Text_Concerns",
                table: "DisclosureTemplates",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "Text_Concerns",
                table: "Disclosures",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<Guid>(
                name: "OrganisationId",
                table: "DisclosureItems",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "DeskNotices",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskNotices", x => new { x.UserId, x.Key, x.Step });
                    table.ForeignKey(
                        name: "FK_DeskNotices_StaffUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ErrorReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueWorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ForgottenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErrorReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ErrorReports_ErrorReports_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "ErrorReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ErrorReports_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ForwardedInterpretations",
                columns: table => new
                {
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForwardedInterpretations", x => new { x.PolicyId, x.IsPublic });
                    table.ForeignKey(
                        name: "FK_ForwardedInterpretations_Disclosures_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InterpretationPlans",
                columns: table => new
                {
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsHead = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Interpreter_ContactPhone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Interpreter_ContactUnit = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Interpreter_Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Interpreter_Post = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Text_Channels = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Forms = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Outline = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Text_Time = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_WhyNotHead = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterpretationPlans", x => x.PolicyId);
                    table.ForeignKey(
                        name: "FK_InterpretationPlans_Disclosures_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Interpretations",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Interpreter_ContactPhone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Interpreter_ContactUnit = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Interpreter_Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Interpreter_Post = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interpretations", x => x.DisclosureId);
                    table.ForeignKey(
                        name: "FK_Interpretations_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InterpretationWaivers",
                columns: table => new
                {
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    GrantedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterpretationWaivers", x => x.PolicyId);
                    table.ForeignKey(
                        name: "FK_InterpretationWaivers_Disclosures_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LetterChannels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterChannels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LetterFingerprintKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterFingerprintKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SubmissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AddressedToId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WantsPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    AboutPath = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsComplex = table.Column<bool>(type: "INTEGER", nullable: false),
                    LimitFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LimitDays = table.Column<int>(type: "INTEGER", nullable: false),
                    AnswerDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TriageFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TriageDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Extension_Days = table.Column<int>(type: "INTEGER", nullable: true),
                    Extension_Reason = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: true),
                    Extension_ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Extension_ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Extension_ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Extension_ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    FirstAnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinalAnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FirstDays = table.Column<int>(type: "INTEGER", nullable: true),
                    FinalDays = table.Column<int>(type: "INTEGER", nullable: true),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    MergedIntoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DirectedTo = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReopenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Satisfaction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Adoption = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ForgottenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemindedBefore = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemindedAfter = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Publicity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublicTitle = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PublicQuestion = table.Column<string>(type: "TEXT", maxLength: 6000, nullable: false),
                    PublicAnswer = table.Column<string>(type: "TEXT", maxLength: 6000, nullable: false),
                    PublicName = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DomainId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenDownAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakeDownReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Letters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Letters_DisclosureDomains_DomainId",
                        column: x => x.DomainId,
                        principalTable: "DisclosureDomains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Letters_Letters_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Letters_Organisations_AddressedToId",
                        column: x => x.AddressedToId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Letters_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpinionCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EventAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EventEvidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FoundEvidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Assessment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Measures = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Evaluation = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MarkReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpinionCases_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PublicInterpretations",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Interpreter_ContactPhone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Interpreter_ContactUnit = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Interpreter_Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Interpreter_Post = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicInterpretations", x => x.DisclosureId);
                    table.ForeignKey(
                        name: "FK_PublicInterpretations_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InterpretationLinks",
                columns: table => new
                {
                    InterpretationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterpretationLinks", x => new { x.InterpretationId, x.PolicyId });
                    table.ForeignKey(
                        name: "FK_InterpretationLinks_Disclosures_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterpretationLinks_Interpretations_InterpretationId",
                        column: x => x.InterpretationId,
                        principalTable: "Interpretations",
                        principalColumn: "DisclosureId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LetterFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LetterFiles_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LetterOriginals",
                columns: table => new
                {
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: true),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: true),
                    Again = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterOriginals", x => x.LetterId);
                    table.ForeignKey(
                        name: "FK_LetterOriginals_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LetterParts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: true),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DroppedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LetterParts_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LetterParts_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LetterQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    DomainId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LetterQuestions_DisclosureDomains_DomainId",
                        column: x => x.DomainId,
                        principalTable: "DisclosureDomains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LetterQuestions_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LetterReplies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: false),
                    Adoption = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AdoptionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterReplies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LetterReplies_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LetterSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 60000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LetterSteps_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LetterSteps_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LetterSteps_Organisations_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpinionCaseConsultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OutsideName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    PaperOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionCaseConsultations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpinionCaseConsultations_OpinionCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "OpinionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OpinionCaseConsultations_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpinionCaseDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Responds = table.Column<bool>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecisionRemark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionCaseDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpinionCaseDecisions_OpinionCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "OpinionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OpinionCaseFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionCaseFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpinionCaseFiles_OpinionCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "OpinionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OpinionCaseLimits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CountsFrom = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Hours = table.Column<int>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionCaseLimits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpinionCaseLimits_OpinionCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "OpinionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OpinionCaseSteps",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionCaseSteps", x => new { x.CaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_OpinionCaseSteps_OpinionCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "OpinionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OpinionCaseTimeChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    To = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecisionRemark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionCaseTimeChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpinionCaseTimeChanges_OpinionCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "OpinionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PublicResponses",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Concern = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ClarifiesMisreading = table.Column<bool>(type: "INTEGER", nullable: false),
                    PublicVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    PublicConcern = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PublicPolicyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PublicMatter = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PublicClarifies = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicResponses", x => x.DisclosureId);
                    table.ForeignKey(
                        name: "FK_PublicResponses_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PublicResponses_Disclosures_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PublicResponses_Disclosures_PublicPolicyId",
                        column: x => x.PublicPolicyId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PublicResponses_OpinionCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "OpinionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PublicInterpretationLinks",
                columns: table => new
                {
                    InterpretationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicInterpretationLinks", x => new { x.InterpretationId, x.PolicyId });
                    table.ForeignKey(
                        name: "FK_PublicInterpretationLinks_Disclosures_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PublicInterpretationLinks_PublicInterpretations_InterpretationId",
                        column: x => x.InterpretationId,
                        principalTable: "PublicInterpretations",
                        principalColumn: "DisclosureId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureItems_OrganisationId_ItemCode",
                table: "DisclosureItems",
                columns: new[] { "OrganisationId", "ItemCode" });

            migrationBuilder.CreateIndex(
                name: "IX_ErrorReports_Address_State",
                table: "ErrorReports",
                columns: new[] { "Address", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ErrorReports_CodeHash",
                table: "ErrorReports",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ErrorReports_MergedIntoId",
                table: "ErrorReports",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_ErrorReports_OrganisationId_State_DueOn",
                table: "ErrorReports",
                columns: new[] { "OrganisationId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ErrorReports_ReceivedAt",
                table: "ErrorReports",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ErrorReports_State_DueOn",
                table: "ErrorReports",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_InterpretationLinks_PolicyId",
                table: "InterpretationLinks",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_InterpretationWaivers_SettledAt_OwedFrom",
                table: "InterpretationWaivers",
                columns: new[] { "SettledAt", "OwedFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterChannels_Kind",
                table: "LetterChannels",
                column: "Kind",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LetterFiles_Hash",
                table: "LetterFiles",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_LetterFiles_LetterId_Ordinal",
                table: "LetterFiles",
                columns: new[] { "LetterId", "Ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterParts_LetterId",
                table: "LetterParts",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_LetterParts_OrganisationId_GivenAt",
                table: "LetterParts",
                columns: new[] { "OrganisationId", "GivenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterQuestions_DomainId",
                table: "LetterQuestions",
                column: "DomainId");

            migrationBuilder.CreateIndex(
                name: "IX_LetterQuestions_LetterId",
                table: "LetterQuestions",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_LetterQuestions_RemovedAt_ChangedAt",
                table: "LetterQuestions",
                columns: new[] { "RemovedAt", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterReplies_LetterId_SubmittedAt",
                table: "LetterReplies",
                columns: new[] { "LetterId", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_AddressedToId",
                table: "Letters",
                column: "AddressedToId");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_ClosedAt_ForgottenAt",
                table: "Letters",
                columns: new[] { "ClosedAt", "ForgottenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_DomainId",
                table: "Letters",
                column: "DomainId");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Fingerprint_ReceivedAt",
                table: "Letters",
                columns: new[] { "Fingerprint", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_MergedIntoId",
                table: "Letters",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Number",
                table: "Letters",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Letters_OrganisationId_ReceivedAt",
                table: "Letters",
                columns: new[] { "OrganisationId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_OrganisationId_State_DueOn",
                table: "Letters",
                columns: new[] { "OrganisationId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Publicity_DomainId_PublishedAt",
                table: "Letters",
                columns: new[] { "Publicity", "DomainId", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Publicity_Kind_PublishedAt",
                table: "Letters",
                columns: new[] { "Publicity", "Kind", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Publicity_OrganisationId_PublishedAt",
                table: "Letters",
                columns: new[] { "Publicity", "OrganisationId", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Publicity_PublishedAt_Id",
                table: "Letters",
                columns: new[] { "Publicity", "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_ReceivedOn_OrganisationId_Kind_State_FirstDays_FinalDays_IsLate_AnswerDueOn_Satisfaction",
                table: "Letters",
                columns: new[] { "ReceivedOn", "OrganisationId", "Kind", "State", "FirstDays", "FinalDays", "IsLate", "AnswerDueOn", "Satisfaction" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_Revision",
                table: "Letters",
                column: "Revision");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_State_DueOn",
                table: "Letters",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_SubmissionId_Fingerprint",
                table: "Letters",
                columns: new[] { "SubmissionId", "Fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LetterSteps_LetterId_Number",
                table: "LetterSteps",
                columns: new[] { "LetterId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterSteps_OrganisationId",
                table: "LetterSteps",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_LetterSteps_OtherId",
                table: "LetterSteps",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCaseConsultations_CaseId",
                table: "OpinionCaseConsultations",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCaseConsultations_OrganisationId_AnsweredAt",
                table: "OpinionCaseConsultations",
                columns: new[] { "OrganisationId", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCaseDecisions_CaseId",
                table: "OpinionCaseDecisions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCaseFiles_CaseId",
                table: "OpinionCaseFiles",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCaseLimits_CaseId_EndedAt",
                table: "OpinionCaseLimits",
                columns: new[] { "CaseId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCases_OrganisationId_Stage",
                table: "OpinionCases",
                columns: new[] { "OrganisationId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCases_Stage_ChangedAt",
                table: "OpinionCases",
                columns: new[] { "Stage", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OpinionCaseTimeChanges_CaseId",
                table: "OpinionCaseTimeChanges",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_PublicInterpretationLinks_PolicyId",
                table: "PublicInterpretationLinks",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_PublicInterpretations_Form",
                table: "PublicInterpretations",
                column: "Form");

            migrationBuilder.CreateIndex(
                name: "IX_PublicResponses_CaseId",
                table: "PublicResponses",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_PublicResponses_PolicyId",
                table: "PublicResponses",
                column: "PolicyId");

            migrationBuilder.CreateIndex(
                name: "IX_PublicResponses_PublicPolicyId",
                table: "PublicResponses",
                column: "PublicPolicyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeskNotices");

            migrationBuilder.DropTable(
                name: "ErrorReports");

            migrationBuilder.DropTable(
                name: "ForwardedInterpretations");

            migrationBuilder.DropTable(
                name: "InterpretationLinks");

            migrationBuilder.DropTable(
                name: "InterpretationPlans");

            migrationBuilder.DropTable(
                name: "InterpretationWaivers");

            migrationBuilder.DropTable(
                name: "LetterChannels");

            migrationBuilder.DropTable(
                name: "LetterFiles");

            migrationBuilder.DropTable(
                name: "LetterFingerprintKeys");

            migrationBuilder.DropTable(
                name: "LetterOriginals");

            migrationBuilder.DropTable(
                name: "LetterParts");

            migrationBuilder.DropTable(
                name: "LetterQuestions");

            migrationBuilder.DropTable(
                name: "LetterReplies");

            migrationBuilder.DropTable(
                name: "LetterSteps");

            migrationBuilder.DropTable(
                name: "OpinionCaseConsultations");

            migrationBuilder.DropTable(
                name: "OpinionCaseDecisions");

            migrationBuilder.DropTable(
                name: "OpinionCaseFiles");

            migrationBuilder.DropTable(
                name: "OpinionCaseLimits");

            migrationBuilder.DropTable(
                name: "OpinionCaseSteps");

            migrationBuilder.DropTable(
                name: "OpinionCaseTimeChanges");

            migrationBuilder.DropTable(
                name: "PublicInterpretationLinks");

            migrationBuilder.DropTable(
                name: "PublicResponses");

            migrationBuilder.DropTable(
                name: "Interpretations");

            migrationBuilder.DropTable(
                name: "Letters");

            migrationBuilder.DropTable(
                name: "PublicInterpretations");

            migrationBuilder.DropTable(
                name: "OpinionCases");

            migrationBuilder.DropIndex(
                name: "IX_DisclosureItems_OrganisationId_ItemCode",
                table: "DisclosureItems");

            migrationBuilder.DropColumn(
                name: "TaskMail",
                table: "StaffUsers");

            migrationBuilder.DropColumn(
                name: "Text_Concerns",
                table: "DisclosureVersions");

            migrationBuilder.DropColumn(
                name: "Text_Concerns",
                table: "DisclosureTemplates");

            migrationBuilder.DropColumn(
                name: "Text_Concerns",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "OrganisationId",
                table: "DisclosureItems");
        }
    }
}
