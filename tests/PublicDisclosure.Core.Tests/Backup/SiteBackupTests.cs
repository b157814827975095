using Microsoft.Extensions.Time.Testing;
using PublicDisclosure.Core.Backup;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Tests.Backup;

public sealed class SiteBackupTests : IDisposable
{
    private static readonly string[] Migrations = ["20260101000000_First", "20260201000000_Second"];
    private readonly SiteOnDisk _site = new();
    private readonly BusinessClock _clock = new(new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 1, 2, 3, TimeSpan.Zero)));

    public void Dispose() => _site.Dispose();

    [Fact]
    public void BackUp_SiteInUse_RestoresEverythingIntoAnEmptyFolder()
    {
        using var inUse = _site.OpenWithUncheckpointedRow("只在日志里的一行");
        SiteOnDisk.Write(_site.DataFolder, "attachments/ab/abcdef", "附件");
        SiteOnDisk.Write(_site.DataFolder, "logs/site.log", "not kept");

        var manifest = BackUp();
        Restore(_site.EmptyPlaces);

        Assert.Equal(new DateTime(2026, 3, 2, 1, 2, 3, DateTimeKind.Utc), manifest.CreatedAt);
        Assert.Equal(["database/disclosure.db", "files/attachments/ab/abcdef"], manifest.Files.Select(file => file.Path));
        var restored = SiteOnDisk.Snapshot(_site.EmptyPlaces.DataFolder);
        Assert.Equal("只在日志里的一行", SiteOnDisk.TextIn(_site.EmptyPlaces.SqliteFile!));
        Assert.Equal("wal", SiteOnDisk.Ask(_site.EmptyPlaces.SqliteFile!, "PRAGMA journal_mode"));
        Assert.Equal(["attachments/ab/abcdef", "disclosure.db"], restored.Keys.Order());
        Assert.Equal(SiteOnDisk.Snapshot(_site.DataFolder)["attachments/ab/abcdef"], restored["attachments/ab/abcdef"]);
    }

    [Fact]
    public void BackUp_ClosedStore_IsKeptEncryptedAndComesBack()
    {
        using var inUse = _site.OpenWithUncheckpointedRow("一行");
        SiteOnDisk.Write(_site.DataFolder, $"{ClosedStore.FolderName}/ab/cdef", "cipher text");
        SiteOnDisk.Write(_site.DataFolder, $"{ClosedStore.FolderName}/keep-1.tmp", "half");

        BackUp();
        Restore(_site.EmptyPlaces);

        Assert.Equal("cipher text", File.ReadAllText(Path.Combine(_site.EmptyPlaces.DataFolder, ClosedStore.FolderName, "ab", "cdef")));
        Assert.False(File.Exists(Path.Combine(_site.EmptyPlaces.DataFolder, ClosedStore.FolderName, "keep-1.tmp")));
    }

    [Fact]
    public void BackUp_FolderNotEmpty_IsRefused()
    {
        SiteOnDisk.Write(_site.BackupFolder, "yesterday.txt", "x");

        Assert.Contains("not empty", Assert.Throws<OperationRefusedException>(() => BackUp()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BackUp_InsideTheDataFolder_IsRefused()
    {
        var inside = Path.Combine(_site.DataFolder, "backup");

        Assert.Throws<OperationRefusedException>(() => new SiteBackup(_clock).BackUp(_site.Places, null, inside));
        Assert.False(Directory.Exists(inside));
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("missing")]
    [InlineData("foreign")]
    [InlineData("manifest")]
    [InlineData("no manifest")]
    [InlineData("escaping path")]
    public void Restore_DamagedBackup_IsRefusedAndTouchesNothing(string damage)
    {
        MakeBackup();
        var file = Path.Combine(_site.BackupFolder, "files", "attachments", "a");
        var manifest = Path.Combine(_site.BackupFolder, BackupManifest.FileName);
        switch (damage)
        {
            case "changed": File.WriteAllText(file, "Attachment"); break;
            case "missing": File.Delete(file); break;
            case "foreign": File.WriteAllText(file + "2", "x"); break;
            case "manifest": File.WriteAllText(manifest, "{ \"Format\": 1"); break;
            case "no manifest": File.Delete(manifest); break;
            default:
                SiteOnDisk.Write(_site.BackupFolder, "../outside", "x");
                File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("files/attachments/a", "files/../../outside", StringComparison.Ordinal));
                break;
        }

        Assert.Throws<OperationRefusedException>(() => Restore(_site.EmptyPlaces));
        Assert.False(Directory.Exists(_site.EmptyPlaces.DataFolder));
    }

    [Fact]
    public void Restore_TargetNotEmpty_IsRefusedWithoutForce()
    {
        MakeBackup();
        SiteOnDisk.Write(_site.EmptyPlaces.DataFolder, "attachments/mine", "mine");
        var before = SiteOnDisk.Snapshot(_site.EmptyPlaces.DataFolder);

        Assert.Throws<OperationRefusedException>(() => Restore(_site.EmptyPlaces));
        Assert.Equal(before, SiteOnDisk.Snapshot(_site.EmptyPlaces.DataFolder));
    }

    [Fact]
    public void Restore_Forced_MovesWhatWasThereAside()
    {
        MakeBackup();
        SiteOnDisk.Write(_site.EmptyPlaces.DataFolder, "attachments/mine", "mine");
        SiteOnDisk.Write(_site.EmptyPlaces.DataFolder, "disclosure.db", "an older database");

        Restore(_site.EmptyPlaces, force: true);

        var aside = Path.Combine(_site.EmptyPlaces.DataFolder, SiteRestore.BeforeRestore, "20260302T010203Z");
        Assert.Equal("mine", File.ReadAllText(Path.Combine(aside, "attachments", "mine")));
        Assert.Equal("an older database", File.ReadAllText(Path.Combine(aside, "disclosure.db")));
        Assert.False(File.Exists(Path.Combine(_site.EmptyPlaces.DataFolder, "attachments", "mine")));
        Assert.Equal("一行", SiteOnDisk.TextIn(_site.EmptyPlaces.SqliteFile!));
    }

    [Fact]
    public void Restore_BackupOfNewerProgram_IsRefused()
    {
        MakeBackup();

        var refusal = Assert.Throws<OperationRefusedException>(
            () => new SiteRestore(_clock).Restore(_site.BackupFolder, _site.EmptyPlaces, [Migrations[0]], force: false));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_OntoAnotherEngine_IsRefused()
    {
        MakeBackup();

        Assert.Throws<OperationRefusedException>(() => Restore(_site.EmptyPlaces with { SqliteFile = null }));
    }

    private void MakeBackup()
    {
        using var inUse = _site.OpenWithUncheckpointedRow("一行");
        SiteOnDisk.Write(_site.DataFolder, "attachments/a", "attachment");
        BackUp();
    }

    private BackupManifest BackUp() => new SiteBackup(_clock).BackUp(_site.Places, Migrations[1], _site.BackupFolder);

    private void Restore(SitePlaces places, bool force = false) =>
        new SiteRestore(_clock).Restore(_site.BackupFolder, places, Migrations, force);
}
