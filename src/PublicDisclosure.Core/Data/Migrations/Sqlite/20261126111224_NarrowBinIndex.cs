using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PublicDisclosure.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NarrowBinIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Disclosures_DiscardedAt",
                table: "Disclosures");

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_DiscardedAt",
                table: "Disclosures",
                column: "DiscardedAt",
                filter: "DiscardedAt IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Disclosures_DiscardedAt",
                table: "Disclosures");

            migrationBuilder.CreateIndex(
                name: "IX_Disclosures_DiscardedAt",
                table: "Disclosures",
                column: "DiscardedAt");
        }
    }
}
