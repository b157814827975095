using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PublicDisclosure.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeadlinesAndCoverage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Elements",
                table: "PublicListingItems",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "Duties",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RecordsFrom",
                table: "Duties",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Estimates",
                table: "DueDates",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ToldAt",
                table: "DueDateMoves",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Text_TriggerOn",
                table: "DisclosureVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Text_TriggerOn",
                table: "DisclosureTemplates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstTriggerOn",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Text_TriggerOn",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContentChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DutyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentChecks_Duties_DutyId",
                        column: x => x.DutyId,
                        principalTable: "Duties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentChecks_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CoverageMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoverageMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CoverageSnapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MonthEnd = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DomainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    OnTime = table.Column<int>(type: "INTEGER", nullable: false),
                    Late = table.Column<int>(type: "INTEGER", nullable: false),
                    Overdue = table.Column<int>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoverageSnapshots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoverageSnapshots_DisclosureDomains_DomainId",
                        column: x => x.DomainId,
                        principalTable: "DisclosureDomains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoverageSnapshots_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CoverageUnits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DutyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DomainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AspectBits = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueAmount = table.Column<int>(type: "INTEGER", nullable: false),
                    DueUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CountedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FulfilledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HasZeroReport = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsRated = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsNeverPublished = table.Column<bool>(type: "INTEGER", nullable: false),
                    MissingElements = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsIncomplete = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoverageUnits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoverageUnits_DisclosureDomains_DomainId",
                        column: x => x.DomainId,
                        principalTable: "DisclosureDomains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoverageUnits_Duties_DutyId",
                        column: x => x.DutyId,
                        principalTable: "Duties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CoverageUnits_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DueNotices",
                columns: table => new
                {
                    Matter = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueNotices", x => new { x.Matter, x.DueOn, x.Step });
                    table.ForeignKey(
                        name: "FK_DueNotices_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DueRecounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueRecounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TryAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Via = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingMails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutgoingMails_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutgoingMails_StaffUsers_ToUserId",
                        column: x => x.ToUserId,
                        principalTable: "StaffUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SelfTestFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubjectTitle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SubjectPath = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ColumnKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Arguments = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    FirstSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MendedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastRunId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfTestFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelfTestFindings_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SelfTestRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Pass = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsClosing = table.Column<bool>(type: "INTEGER", nullable: false),
                    Checked = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfTestRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ZeroReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DutyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeclaredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecisionRemark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledByRecordId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ZeroReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ZeroReports_Duties_DutyId",
                        column: x => x.DutyId,
                        principalTable: "Duties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ZeroReports_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnitDueMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitDueMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitDueMoves_CoverageUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "CoverageUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_UnitDueMoves_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SelfTestEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FindingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfTestEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelfTestEvents_SelfTestFindings_FindingId",
                        column: x => x.FindingId,
                        principalTable: "SelfTestFindings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SelfTestEvents_SelfTestRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "SelfTestRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SelfTestFigures",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Open = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Mended = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfTestFigures", x => new { x.RunId, x.Indicator });
                    table.ForeignKey(
                        name: "FK_SelfTestFigures_SelfTestRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "SelfTestRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DueDateMoves_ToldAt",
                table: "DueDateMoves",
                column: "ToldAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentChecks_DisclosureId_CheckedOn",
                table: "ContentChecks",
                columns: new[] { "DisclosureId", "CheckedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentChecks_DutyId_CheckedOn",
                table: "ContentChecks",
                columns: new[] { "DutyId", "CheckedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentChecks_OrganisationId",
                table: "ContentChecks",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_CoverageSnapshots_DomainId",
                table: "CoverageSnapshots",
                column: "DomainId");

            migrationBuilder.CreateIndex(
                name: "IX_CoverageSnapshots_MonthEnd_OrganisationId_DomainId_Number",
                table: "CoverageSnapshots",
                columns: new[] { "MonthEnd", "OrganisationId", "DomainId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoverageSnapshots_OrganisationId",
                table: "CoverageSnapshots",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_CoverageUnits_DomainId_OrganisationId_IsRated_Kind_HasZeroReport_DueOn_FulfilledOn_IsIncomplete_Level_AspectBits",
                table: "CoverageUnits",
                columns: new[] { "DomainId", "OrganisationId", "IsRated", "Kind", "HasZeroReport", "DueOn", "FulfilledOn", "IsIncomplete", "Level", "AspectBits" });

            migrationBuilder.CreateIndex(
                name: "IX_CoverageUnits_DutyId_Key",
                table: "CoverageUnits",
                columns: new[] { "DutyId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoverageUnits_ItemCode_OrganisationId",
                table: "CoverageUnits",
                columns: new[] { "ItemCode", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_CoverageUnits_OrganisationId_FulfilledOn_DueOn",
                table: "CoverageUnits",
                columns: new[] { "OrganisationId", "FulfilledOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CoverageUnits_RecordId",
                table: "CoverageUnits",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_DueNotices_OrganisationId_On",
                table: "DueNotices",
                columns: new[] { "OrganisationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_DueRecounts_DoneAt",
                table: "DueRecounts",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_Key",
                table: "OutgoingMails",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_OrganisationId_QueuedAt",
                table: "OutgoingMails",
                columns: new[] { "OrganisationId", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_QueuedAt",
                table: "OutgoingMails",
                column: "QueuedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_State_TryAt",
                table: "OutgoingMails",
                columns: new[] { "State", "TryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_ToUserId",
                table: "OutgoingMails",
                column: "ToUserId");

            migrationBuilder.CreateIndex(
                name: "IX_SelfTestEvents_FindingId",
                table: "SelfTestEvents",
                column: "FindingId");

            migrationBuilder.CreateIndex(
                name: "IX_SelfTestEvents_RunId_Kind",
                table: "SelfTestEvents",
                columns: new[] { "RunId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_SelfTestFindings_Indicator_Key",
                table: "SelfTestFindings",
                columns: new[] { "Indicator", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelfTestFindings_Indicator_MendedAt_FirstSeenAt_Id",
                table: "SelfTestFindings",
                columns: new[] { "Indicator", "MendedAt", "FirstSeenAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SelfTestFindings_OrganisationId_Indicator_MendedAt_FirstSeenAt_Id",
                table: "SelfTestFindings",
                columns: new[] { "OrganisationId", "Indicator", "MendedAt", "FirstSeenAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SelfTestRuns_EndedAt",
                table: "SelfTestRuns",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SelfTestRuns_StartedAt_Id",
                table: "SelfTestRuns",
                columns: new[] { "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_UnitDueMoves_OrganisationId_At",
                table: "UnitDueMoves",
                columns: new[] { "OrganisationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_UnitDueMoves_ToldAt",
                table: "UnitDueMoves",
                column: "ToldAt");

            migrationBuilder.CreateIndex(
                name: "IX_UnitDueMoves_UnitId",
                table: "UnitDueMoves",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ZeroReports_DutyId_Period",
                table: "ZeroReports",
                columns: new[] { "DutyId", "Period" });

            migrationBuilder.CreateIndex(
                name: "IX_ZeroReports_OrganisationId_State_DeclaredAt",
                table: "ZeroReports",
                columns: new[] { "OrganisationId", "State", "DeclaredAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContentChecks");

            migrationBuilder.DropTable(
                name: "CoverageMarks");

            migrationBuilder.DropTable(
                name: "CoverageSnapshots");

            migrationBuilder.DropTable(
                name: "DueNotices");

            migrationBuilder.DropTable(
                name: "DueRecounts");

            migrationBuilder.DropTable(
                name: "OutgoingMails");

            migrationBuilder.DropTable(
                name: "SelfTestEvents");

            migrationBuilder.DropTable(
                name: "SelfTestFigures");

            migrationBuilder.DropTable(
                name: "UnitDueMoves");

            migrationBuilder.DropTable(
                name: "ZeroReports");

            migrationBuilder.DropTable(
                name: "SelfTestFindings");

            migrationBuilder.DropTable(
                name: "SelfTestRuns");

            migrationBuilder.DropTable(
                name: "CoverageUnits");

            migrationBuilder.DropIndex(
                name: "IX_DueDateMoves_ToldAt",
                table: "DueDateMoves");

            migrationBuilder.DropColumn(
                name: "Elements",
                table: "PublicListingItems");

            migrationBuilder.DropColumn(
                name: "EndedOn",
                table: "Duties");

            migrationBuilder.DropColumn(
                name: "RecordsFrom",
                table: "Duties");

            migrationBuilder.DropColumn(
                name: "Estimates",
                table: "DueDates");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "DueDateMoves");

            migrationBuilder.DropColumn(
                name: "Text_TriggerOn",
                table: "DisclosureVersions");

            migrationBuilder.DropColumn(
                name: "Text_TriggerOn",
                table: "DisclosureTemplates");

            migrationBuilder.DropColumn(
                name: "FirstTriggerOn",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "Text_TriggerOn",
                table: "Disclosures");
        }
    }
}
