using System.Text.Json;

namespace PublicDisclosure.Core.Backup;

/// <summary>What a backup folder holds. Stored beside the files as <see cref="FileName"/>.</summary>
/// <param name="Format">Layout of the folder; this program reads <see cref="CurrentFormat"/>.</param>
/// <param name="CreatedAt">UTC instant at which the database was copied.</param>
/// <param name="Provider">Engine of the site: <c>Sqlite</c> or <c>SqlServer</c>.</param>
/// <param name="LastMigration">Last migration applied to the database, or null when it had none.</param>
/// <param name="Files">Every file of the backup except the manifest.</param>
public sealed record BackupManifest(
    int Format, DateTime CreatedAt, string Provider, string? LastMigration, IReadOnlyList<BackupFile> Files)
{
    public const string FileName = "manifest.json";
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Writes the manifest last: a folder without one is not a backup.</summary>
    public void Save(string folder) =>
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json));

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="OperationRefusedException">There is none, or it cannot be read by this program.</exception>
    public static BackupManifest Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) throw new OperationRefusedException($"'{folder}' is not a backup: it has no {FileName}.");
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(path), Json);
            if (manifest is { Format: CurrentFormat, Files: not null }) return manifest;
        }
        catch (JsonException)
        {
            // Said below, in words an operator can use.
        }
        throw new OperationRefusedException($"The backup in '{folder}' is damaged or of another version: {FileName} cannot be read.");
    }
}

/// <summary>One file of a backup.</summary>
/// <param name="Path">Path within the backup folder, with forward slashes.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">Hash of the content, lower-case hexadecimal.</param>
public sealed record BackupFile(string Path, long Size, string Sha256);
