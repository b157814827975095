using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PublicDisclosure.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublishingInDepth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PublicListings_FirstPublishedAt_DisclosureId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListings");

            migrationBuilder.DropIndex(
                name: "IX_PublicListings_Genre_FirstPublishedAt_DisclosureId_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListings");

            migrationBuilder.DropIndex(
                name: "IX_PublicListings_OrganisationId_FirstPublishedAt_DisclosureId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListings");

            migrationBuilder.DropIndex(
                name: "IX_PublicListingDomains_DomainId_FirstPublishedAt_DisclosureId_OrganisationId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListingDomains");

            migrationBuilder.AddColumn<bool>(
                name: "AtApproval",
                table: "WarningReasons",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AmendedOn",
                table: "PublicListings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DisplayUntil",
                table: "PublicListings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasValidity",
                table: "PublicListings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsImported",
                table: "PublicListings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RepealedOn",
                table: "PublicListings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Theme",
                table: "PublicListings",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ValidityActAt",
                table: "PublicListings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AmendedOn",
                table: "PublicListingDomains",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RepealedOn",
                table: "PublicListingDomains",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewSteps",
                table: "Organisations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 2);

            migrationBuilder.AddColumn<Guid>(
                name: "SuccessorId",
                table: "Organisations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ApprovedBy",
                table: "DisclosureVersions",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ChangedOn",
                table: "DisclosureVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ClosesFormer",
                table: "DisclosureVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "DisclosureVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LateFor",
                table: "DisclosureVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "BatchId",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BatchRow",
                table: "Disclosures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ClosedThrough",
                table: "Disclosures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "CopiedFromId",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DiscardedAt",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DiscardedBy",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DisplayEndedOn",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FormedOnChangedAt",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FormedOnFixedAt",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ImportedAt",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OriginalAddress",
                table: "Disclosures",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "OriginalPublishedOn",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PendingChangedOn",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PendingClosesFormer",
                table: "Disclosures",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReexamineOn",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReexaminedFromId",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewSteps",
                table: "Disclosures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 2);

            migrationBuilder.AddColumn<DateTime>(
                name: "SecondReviewedAt",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SecondReviewedBy",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SecondReviewedTextRevision",
                table: "Disclosures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SuspendedAt",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawalProposedAt",
                table: "Disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BatchUploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TemplateId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MasksNames = table.Column<bool>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Rejected = table.Column<string>(type: "TEXT", maxLength: 50000000, nullable: false),
                    RejectedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchUploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BatchUploads_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContentReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NextOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentReviews_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DisclosureBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RowCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisclosureBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisclosureBatches_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DisclosureReplacements",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplacedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Repeals = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisclosureReplacements", x => new { x.DisclosureId, x.ReplacedId });
                    table.ForeignKey(
                        name: "FK_DisclosureReplacements_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DisclosureReplacements_Disclosures_ReplacedId",
                        column: x => x.ReplacedId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DisclosureTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_DisclosureTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisclosureTemplates_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ForcedPublications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReviewDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReviewRemark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForcedPublications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ForcedPublications_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FormedDateChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DueBefore = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueAfter = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AtVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormedDateChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormedDateChanges_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InspectedFiles",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    InspectorVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    InspectedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignatureOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Findings = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InspectedFiles", x => new { x.Hash, x.InspectorVersion });
                });

            migrationBuilder.CreateTable(
                name: "InternalNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    StruckAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StruckBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    StrikeReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InternalNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InternalNotes_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MaskedFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OriginalHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MaskedHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MaskedFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MaskedFiles_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MaskingRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    KeepFirst = table.Column<int>(type: "INTEGER", nullable: false),
                    KeepLast = table.Column<int>(type: "INTEGER", nullable: false),
                    Sign = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ColumnWords = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsVerified = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MaskingRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OfficeOpinions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Agrees = table.Column<bool>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    TextRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeOpinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfficeOpinions_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OffsitePostings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ConfirmedNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OffsitePostings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OffsitePostings_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaperSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SignerName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    SignerPost = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ScanKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ScanName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ScanKind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ScanSize = table.Column<long>(type: "INTEGER", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperSignatures_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PreviewLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreviewLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreviewLinks_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reexaminations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NextOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NewDraftId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reexaminations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reexaminations_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DomainId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromOrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToOrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    CloseRemark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_DisclosureDomains_DomainId",
                        column: x => x.DomainId,
                        principalTable: "DisclosureDomains",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_Organisations_FromOrganisationId",
                        column: x => x.FromOrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_Organisations_ToOrganisationId",
                        column: x => x.ToOrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewDates",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemindedFor = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OverdueNotedFor = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewDates", x => x.DisclosureId);
                    table.ForeignKey(
                        name: "FK_ReviewDates_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScheduleRefusals",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduleRefusals", x => x.DisclosureId);
                    table.ForeignKey(
                        name: "FK_ScheduleRefusals_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShelvedListings",
                columns: table => new
                {
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ItemCodes = table.Column<string>(type: "TEXT", maxLength: 820, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShelvedListings", x => x.DisclosureId);
                    table.ForeignKey(
                        name: "FK_ShelvedListings_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StandingChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PublicReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ClosedThrough = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandingChanges_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Suspensions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suspensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Suspensions_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ValidityActs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NewExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BasisDisclosureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CorrectsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsByReplacement = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RefusalReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ValidityActs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ValidityActs_Disclosures_BasisDisclosureId",
                        column: x => x.BasisDisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ValidityActs_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ValidityActs_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ValidityActs_ValidityActs_CorrectsId",
                        column: x => x.CorrectsId,
                        principalTable: "ValidityActs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VersionReplacements",
                columns: table => new
                {
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplacedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Repeals = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VersionReplacements", x => new { x.VersionId, x.ReplacedId });
                    table.ForeignKey(
                        name: "FK_VersionReplacements_DisclosureVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "DisclosureVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_VersionReplacements_Disclosures_ReplacedId",
                        column: x => x.ReplacedId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WithdrawalProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReplacementAddress = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WithdrawalProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WithdrawalProposals_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WordRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wrong = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Right = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsGrave = table.Column<bool>(type: "INTEGER", nullable: false),
                    Exceptions = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WordRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BatchRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Seen = table.Column<string>(type: "TEXT", maxLength: 400000, nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BatchRuns_DisclosureBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "DisclosureBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ForcedPublicationAuthors",
                columns: table => new
                {
                    ForcedPublicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForcedPublicationAuthors", x => new { x.ForcedPublicationId, x.UserId });
                    table.ForeignKey(
                        name: "FK_ForcedPublicationAuthors_ForcedPublications_ForcedPublicationId",
                        column: x => x.ForcedPublicationId,
                        principalTable: "ForcedPublications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PostingRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PostingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PhotoHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PhotoName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Details_Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Details_From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Details_Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Details_Places = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Details_To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Details_What = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostingRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PostingRecords_OffsitePostings_PostingId",
                        column: x => x.PostingId,
                        principalTable: "OffsitePostings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReminderAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReminderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReminderAnswers_Reminders_ReminderId",
                        column: x => x.ReminderId,
                        principalTable: "Reminders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReminderItems",
                columns: table => new
                {
                    ReminderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderItems", x => new { x.ReminderId, x.ItemCode });
                    table.ForeignKey(
                        name: "FK_ReminderItems_Reminders_ReminderId",
                        column: x => x.ReminderId,
                        principalTable: "Reminders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WordFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsGrave = table.Column<bool>(type: "INTEGER", nullable: false),
                    Context = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FirstSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WordFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WordFindings_Disclosures_DisclosureId",
                        column: x => x.DisclosureId,
                        principalTable: "Disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_WordFindings_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WordFindings_WordRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "WordRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BatchRunRows",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Codes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchRunRows", x => new { x.RunId, x.Row });
                    table.ForeignKey(
                        name: "FK_BatchRunRows_BatchRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "BatchRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_DisplayUntil",
                table: "PublicListings",
                column: "DisplayUntil");

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_FirstPublishedAt_DisclosureId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn_AmendedOn_RepealedOn",
                table: "PublicListings",
                columns: new[] { "FirstPublishedAt", "DisclosureId", "Genre", "AspectBits", "Year", "EffectiveOn", "ExpiresOn", "AmendedOn", "RepealedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_Genre_FirstPublishedAt_DisclosureId_AspectBits_Year_EffectiveOn_ExpiresOn_AmendedOn_RepealedOn",
                table: "PublicListings",
                columns: new[] { "Genre", "FirstPublishedAt", "DisclosureId", "AspectBits", "Year", "EffectiveOn", "ExpiresOn", "AmendedOn", "RepealedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_HasValidity_ExpiresOn_OrganisationId_RepealedOn",
                table: "PublicListings",
                columns: new[] { "HasValidity", "ExpiresOn", "OrganisationId", "RepealedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_HasValidity_FirstPublishedAt_DisclosureId_OrganisationId_Genre_Theme_DocumentDate_EffectiveOn_ExpiresOn_AmendedOn_RepealedOn",
                table: "PublicListings",
                columns: new[] { "HasValidity", "FirstPublishedAt", "DisclosureId", "OrganisationId", "Genre", "Theme", "DocumentDate", "EffectiveOn", "ExpiresOn", "AmendedOn", "RepealedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_OrganisationId_FirstPublishedAt_DisclosureId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn_AmendedOn_RepealedOn",
                table: "PublicListings",
                columns: new[] { "OrganisationId", "FirstPublishedAt", "DisclosureId", "Genre", "AspectBits", "Year", "EffectiveOn", "ExpiresOn", "AmendedOn", "RepealedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListingDomains_DomainId_FirstPublishedAt_DisclosureId_OrganisationId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn_AmendedOn_RepealedOn",
                table: "PublicListingDomains",
                columns: new[] { "DomainId", "FirstPublishedAt", "DisclosureId", "OrganisationId", "Genre", "AspectBits", "Year", "EffectiveOn", "ExpiresOn", "AmendedOn", "RepealedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_SuccessorId",
                table: "Organisations",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_BatchId_BatchRow",
                table: "Disclosures",
                columns: new[] { "BatchId", "BatchRow" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_DiscardedAt",
                table: "Disclosures",
                column: "DiscardedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_OriginalAddress",
                table: "Disclosures",
                column: "OriginalAddress");

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_State_ReexamineOn",
                table: "Disclosures",
                columns: new[] { "State", "ReexamineOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_SuspendedAt",
                table: "Disclosures",
                column: "SuspendedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_WithdrawalProposedAt",
                table: "Disclosures",
                column: "WithdrawalProposedAt");

            migrationBuilder.CreateIndex(
                name: "IX_BatchRuns_BatchId_RequestedAt",
                table: "BatchRuns",
                columns: new[] { "BatchId", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_BatchRuns_EndedAt_HeldUntil",
                table: "BatchRuns",
                columns: new[] { "EndedAt", "HeldUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_BatchUploads_OrganisationId_Hash",
                table: "BatchUploads",
                columns: new[] { "OrganisationId", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_BatchUploads_UploadedAt",
                table: "BatchUploads",
                column: "UploadedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentReviews_DisclosureId_At",
                table: "ContentReviews",
                columns: new[] { "DisclosureId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureBatches_OrganisationId_CreatedAt",
                table: "DisclosureBatches",
                columns: new[] { "OrganisationId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureBatches_UploadId_OrganisationId",
                table: "DisclosureBatches",
                columns: new[] { "UploadId", "OrganisationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureReplacements_ReplacedId",
                table: "DisclosureReplacements",
                column: "ReplacedId");

            migrationBuilder.CreateIndex(
                name: "IX_DisclosureTemplates_OrganisationId_ItemCode",
                table: "DisclosureTemplates",
                columns: new[] { "OrganisationId", "ItemCode" });

            migrationBuilder.CreateIndex(
                name: "IX_ForcedPublications_At",
                table: "ForcedPublications",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ForcedPublications_DisclosureId",
                table: "ForcedPublications",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_ForcedPublications_ReviewedAt_ReviewDueOn",
                table: "ForcedPublications",
                columns: new[] { "ReviewedAt", "ReviewDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_FormedDateChanges_Decision_RequestedAt",
                table: "FormedDateChanges",
                columns: new[] { "Decision", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FormedDateChanges_DisclosureId",
                table: "FormedDateChanges",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_InternalNotes_DisclosureId_At",
                table: "InternalNotes",
                columns: new[] { "DisclosureId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MaskedFiles_DisclosureId_MaskedHash",
                table: "MaskedFiles",
                columns: new[] { "DisclosureId", "MaskedHash" });

            migrationBuilder.CreateIndex(
                name: "IX_MaskingRules_Kind",
                table: "MaskingRules",
                column: "Kind",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfficeOpinions_DisclosureId",
                table: "OfficeOpinions",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_OffsitePostings_ItemCode_OrganisationId",
                table: "OffsitePostings",
                columns: new[] { "ItemCode", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_OffsitePostings_OrganisationId_CreatedAt",
                table: "OffsitePostings",
                columns: new[] { "OrganisationId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PaperSignatures_DisclosureId",
                table: "PaperSignatures",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_PostingRecords_PostingId_Number",
                table: "PostingRecords",
                columns: new[] { "PostingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PreviewLinks_DisclosureId_CreatedAt",
                table: "PreviewLinks",
                columns: new[] { "DisclosureId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PreviewLinks_TokenHash",
                table: "PreviewLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reexaminations_DisclosureId",
                table: "Reexaminations",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderAnswers_ReminderId",
                table: "ReminderAnswers",
                column: "ReminderId");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_DomainId_SentAt",
                table: "Reminders",
                columns: new[] { "DomainId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_FromOrganisationId",
                table: "Reminders",
                column: "FromOrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_ToOrganisationId_State_SentAt",
                table: "Reminders",
                columns: new[] { "ToOrganisationId", "State", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewDates_DueOn",
                table: "ReviewDates",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_StandingChanges_Action_At_Id",
                table: "StandingChanges",
                columns: new[] { "Action", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandingChanges_DisclosureId_Step",
                table: "StandingChanges",
                columns: new[] { "DisclosureId", "Step" });

            migrationBuilder.CreateIndex(
                name: "IX_Suspensions_DisclosureId",
                table: "Suspensions",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_Suspensions_Outcome_DueOn",
                table: "Suspensions",
                columns: new[] { "Outcome", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ValidityActs_BasisDisclosureId",
                table: "ValidityActs",
                column: "BasisDisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_ValidityActs_CorrectsId",
                table: "ValidityActs",
                column: "CorrectsId");

            migrationBuilder.CreateIndex(
                name: "IX_ValidityActs_DisclosureId",
                table: "ValidityActs",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_ValidityActs_OrganisationId_State",
                table: "ValidityActs",
                columns: new[] { "OrganisationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ValidityActs_State_DecidedAt_Id",
                table: "ValidityActs",
                columns: new[] { "State", "DecidedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_VersionReplacements_ReplacedId",
                table: "VersionReplacements",
                column: "ReplacedId");

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalProposals_DisclosureId",
                table: "WithdrawalProposals",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalProposals_Outcome_At",
                table: "WithdrawalProposals",
                columns: new[] { "Outcome", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_WordFindings_DisclosureId_GoneAt",
                table: "WordFindings",
                columns: new[] { "DisclosureId", "GoneAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WordFindings_GoneAt_FirstSeenAt_Id",
                table: "WordFindings",
                columns: new[] { "GoneAt", "FirstSeenAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WordFindings_OrganisationId_GoneAt_FirstSeenAt_Id",
                table: "WordFindings",
                columns: new[] { "OrganisationId", "GoneAt", "FirstSeenAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WordFindings_RuleId",
                table: "WordFindings",
                column: "RuleId");

            migrationBuilder.CreateIndex(
                name: "IX_WordRules_Wrong",
                table: "WordRules",
                column: "Wrong",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Disclosures_DisclosureBatches_BatchId",
                table: "Disclosures",
                column: "BatchId",
                principalTable: "DisclosureBatches",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Organisations_Organisations_SuccessorId",
                table: "Organisations",
                column: "SuccessorId",
                principalTable: "Organisations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Disclosures_DisclosureBatches_BatchId",
                table: "Disclosures");

            migrationBuilder.DropForeignKey(
                name: "FK_Organisations_Organisations_SuccessorId",
                table: "Organisations");

            migrationBuilder.DropTable(
                name: "BatchRunRows");

            migrationBuilder.DropTable(
                name: "BatchUploads");

            migrationBuilder.DropTable(
                name: "ContentReviews");

            migrationBuilder.DropTable(
                name: "DisclosureReplacements");

            migrationBuilder.DropTable(
                name: "DisclosureTemplates");

            migrationBuilder.DropTable(
                name: "ForcedPublicationAuthors");

            migrationBuilder.DropTable(
                name: "FormedDateChanges");

            migrationBuilder.DropTable(
                name: "InspectedFiles");

            migrationBuilder.DropTable(
                name: "InternalNotes");

            migrationBuilder.DropTable(
                name: "MaskedFiles");

            migrationBuilder.DropTable(
                name: "MaskingRules");

            migrationBuilder.DropTable(
                name: "OfficeOpinions");

            migrationBuilder.DropTable(
                name: "PaperSignatures");

            migrationBuilder.DropTable(
                name: "PostingRecords");

            migrationBuilder.DropTable(
                name: "PreviewLinks");

            migrationBuilder.DropTable(
                name: "Reexaminations");

            migrationBuilder.DropTable(
                name: "ReminderAnswers");

            migrationBuilder.DropTable(
                name: "ReminderItems");

            migrationBuilder.DropTable(
                name: "ReviewDates");

            migrationBuilder.DropTable(
                name: "ScheduleRefusals");

            migrationBuilder.DropTable(
                name: "ShelvedListings");

            migrationBuilder.DropTable(
                name: "StandingChanges");

            migrationBuilder.DropTable(
                name: "Suspensions");

            migrationBuilder.DropTable(
                name: "ValidityActs");

            migrationBuilder.DropTable(
                name: "VersionReplacements");

            migrationBuilder.DropTable(
                name: "WithdrawalProposals");

            migrationBuilder.DropTable(
                name: "WordFindings");

            migrationBuilder.DropTable(
                name: "BatchRuns");

            migrationBuilder.DropTable(
                name: "ForcedPublications");

            migrationBuilder.DropTable(
                name: "OffsitePostings");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "WordRules");

            migrationBuilder.DropTable(
                name: "DisclosureBatches");

            migrationBuilder.DropIndex(
                name: "IX_PublicListings_DisplayUntil",
                table: "PublicListings");

            migrationBuilder.DropIndex(
                name: "IX_PublicListings_FirstPublishedAt_DisclosureId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn_AmendedOn_RepealedOn",
                table: "PublicListings");

            migrationBuilder.DropIndex(
                name: "IX_PublicListings_Genre_FirstPublishedAt_DisclosureId_AspectBits_Year_EffectiveOn_ExpiresOn_AmendedOn_RepealedOn",
                table: "PublicListings");

            migrationBuilder.DropIndex(
                name: "IX_PublicListings_HasValidity_ExpiresOn_OrganisationId_RepealedOn",
                table: "PublicListings");

            migrationBuilder.DropIndex(
                name: "IX_PublicListings_HasValidity_FirstPublishedAt_DisclosureId_OrganisationId_Genre_Theme_DocumentDate_EffectiveOn_ExpiresOn_AmendedOn_RepealedOn",
                table: "PublicListings");

            migrationBuilder.DropIndex(
                name: "IX_PublicListings_OrganisationId_FirstPublishedAt_DisclosureId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn_AmendedOn_RepealedOn",
                table: "PublicListings");

            migrationBuilder.DropIndex(
                name: "IX_PublicListingDomains_DomainId_FirstPublishedAt_DisclosureId_OrganisationId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn_AmendedOn_RepealedOn",
                table: "PublicListingDomains");

            migrationBuilder.DropIndex(
                name: "IX_Organisations_SuccessorId",
                table: "Organisations");

            migrationBuilder.DropIndex(
                name: "IX_Disclosures_BatchId_BatchRow",
                table: "Disclosures");

            migrationBuilder.DropIndex(
                name: "IX_Disclosures_DiscardedAt",
                table: "Disclosures");

            migrationBuilder.DropIndex(
                name: "IX_Disclosures_OriginalAddress",
                table: "Disclosures");

            migrationBuilder.DropIndex(
                name: "IX_Disclosures_State_ReexamineOn",
                table: "Disclosures");

            migrationBuilder.DropIndex(
                name: "IX_Disclosures_SuspendedAt",
                table: "Disclosures");

            migrationBuilder.DropIndex(
                name: "IX_Disclosures_WithdrawalProposedAt",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "AtApproval",
                table: "WarningReasons");

            migrationBuilder.DropColumn(
                name: "AmendedOn",
                table: "PublicListings");

            migrationBuilder.DropColumn(
                name: "DisplayUntil",
                table: "PublicListings");

            migrationBuilder.DropColumn(
                name: "HasValidity",
                table: "PublicListings");

            migrationBuilder.DropColumn(
                name: "IsImported",
                table: "PublicListings");

            migrationBuilder.DropColumn(
                name: "RepealedOn",
                table: "PublicListings");

            migrationBuilder.DropColumn(
                name: "Theme",
                table: "PublicListings");

            migrationBuilder.DropColumn(
                name: "ValidityActAt",
                table: "PublicListings");

            migrationBuilder.DropColumn(
                name: "AmendedOn",
                table: "PublicListingDomains");

            migrationBuilder.DropColumn(
                name: "RepealedOn",
                table: "PublicListingDomains");

            migrationBuilder.DropColumn(
                name: "ReviewSteps",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "ChangedOn",
                table: "DisclosureVersions");

            migrationBuilder.DropColumn(
                name: "ClosesFormer",
                table: "DisclosureVersions");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "DisclosureVersions");

            migrationBuilder.DropColumn(
                name: "LateFor",
                table: "DisclosureVersions");

            migrationBuilder.DropColumn(
                name: "BatchId",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "BatchRow",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "ClosedThrough",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "CopiedFromId",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "DiscardedAt",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "DiscardedBy",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "DisplayEndedOn",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "FormedOnChangedAt",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "FormedOnFixedAt",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "ImportedAt",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "OriginalAddress",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "OriginalPublishedOn",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "PendingChangedOn",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "PendingClosesFormer",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "ReexamineOn",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "ReexaminedFromId",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "ReviewSteps",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "SecondReviewedAt",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "SecondReviewedBy",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "SecondReviewedTextRevision",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                table: "Disclosures");

            migrationBuilder.DropColumn(
                name: "WithdrawalProposedAt",
                table: "Disclosures");

            migrationBuilder.AlterColumn<Guid>(
                name: "ApprovedBy",
                table: "DisclosureVersions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_FirstPublishedAt_DisclosureId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListings",
                columns: new[] { "FirstPublishedAt", "DisclosureId", "Genre", "AspectBits", "Year", "EffectiveOn", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_Genre_FirstPublishedAt_DisclosureId_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListings",
                columns: new[] { "Genre", "FirstPublishedAt", "DisclosureId", "AspectBits", "Year", "EffectiveOn", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListings_OrganisationId_FirstPublishedAt_DisclosureId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListings",
                columns: new[] { "OrganisationId", "FirstPublishedAt", "DisclosureId", "Genre", "AspectBits", "Year", "EffectiveOn", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PublicListingDomains_DomainId_FirstPublishedAt_DisclosureId_OrganisationId_Genre_AspectBits_Year_EffectiveOn_ExpiresOn",
                table: "PublicListingDomains",
                columns: new[] { "DomainId", "FirstPublishedAt", "DisclosureId", "OrganisationId", "Genre", "AspectBits", "Year", "EffectiveOn", "ExpiresOn" });
        }
    }
}
