using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace PublicDisclosure.Core.OpenData;

/// <summary>A file of a whole data set.</summary>
/// <param name="Name">Name in its address: <c>disclosures.csv</c>.</param>
/// <param name="Stored">Name in the folder, which changes with the content: what is being read is never written over.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Rows">Rows in it.</param>
public sealed record DownloadFile(string Name, string Stored, long Size, string Sha256, int Rows);

/// <summary>All files of one making.</summary>
/// <param name="AsOf">UTC instant before which everything was read as it was public.</param>
/// <param name="Files">The files.</param>
public sealed record DownloadSet(DateTime AsOf, IReadOnlyList<DownloadFile> Files);

/// <summary>
/// Where the files of the whole data sets lie: folder <c>open-data</c> of the data folder. A set appears at once and whole: files are
/// written under names of their own, and the list that names them is moved into place last.
/// </summary>
public sealed class DownloadShelf(string folder)
{
    /// <summary>Folder below the data folder.</summary>
    public const string FolderName = "open-data";

    private const string ListName = "files.json";

    /// <summary>The newest set; null while there is none.</summary>
    public async Task<DownloadSet?> FindAsync(CancellationToken stop)
    {
        var list = Path.Combine(folder, ListName);
        if (!File.Exists(list)) return null;
        try
        {
            await using var stream = new FileStream(list, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return await JsonSerializer.DeserializeAsync<DownloadSet>(stream, cancellationToken: stop);
        }
        catch (JsonException)
        {
            // Somebody wrote into the folder: the next making puts it right.
            return null;
        }
    }

    /// <summary>Path of a file.</summary>
    public string PathOf(DownloadFile file) => Path.Combine(folder, Path.GetFileName(file.Stored));

    /// <summary>Opens a file to be written; it belongs to nothing until <see cref="PutAsync"/>.</summary>
    public FileStream Begin(string name)
    {
        Directory.CreateDirectory(folder);
        return new FileStream(Path.Combine(folder, name + ".part"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, useAsync: true);
    }

    /// <summary>Makes begun files the newest set, and takes away what belongs neither to it nor to the set before.</summary>
    /// <param name="asOf">Of when they are.</param>
    /// <param name="written">Names with their rows, all closed.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<DownloadSet> PutAsync(DateTime asOf, IReadOnlyDictionary<string, int> written, CancellationToken stop)
    {
        var before = await FindAsync(stop);
        var files = new List<DownloadFile>();
        foreach (var (name, rows) in written)
        {
            var part = Path.Combine(folder, name + ".part");
            string hash;
            await using (var stream = File.OpenRead(part)) hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
            var stored = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}-{asOf:yyyyMMddHHmmss}-{hash[..12]}{Path.GetExtension(name)}");
            var size = new FileInfo(part).Length;
            File.Move(part, Path.Combine(folder, stored), overwrite: true);
            files.Add(new DownloadFile(name, stored, size, hash, rows));
        }

        var set = new DownloadSet(asOf, files);
        var list = Path.Combine(folder, ListName);
        await File.WriteAllTextAsync(list + ".part", JsonSerializer.Serialize(set), stop);
        File.Move(list + ".part", list, overwrite: true);
        Clear([.. files.Concat(before?.Files ?? []).Select(f => f.Stored)]);
        return set;
    }

    private void Clear(HashSet<string> kept)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Where(p => Path.GetFileName(p) is var name && name != ListName && !kept.Contains(name)))
        {
            try
            {
                File.Delete(path);
            }
            catch (IOException)
            {
                // Still being read (Windows): the next making takes it away.
            }
        }
    }
}
