using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace PublicDisclosure.Core.Storage;

/// <summary>Settings of section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Folder for the SQLite file, attachments and logs. Relative paths start at the content root.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>The data folder as a full path, from the settings as they are before the container exists.</summary>
    public static string DataFolderIn(IConfiguration configuration, string contentRoot) =>
        Path.GetFullPath((configuration.GetSection(Section).Get<StorageOptions>() ?? new StorageOptions()).DataFolder, contentRoot);

    /// <summary>Largest attachment in bytes; 50 MB unless set.</summary>
    [Range(1024, 2_000_000_000)]
    public long LargestAttachment { get; set; } = 50L * 1024 * 1024;

    /// <summary>Largest sound or film in bytes; 1 GB unless set.</summary>
    [Range(1024, 20_000_000_000)]
    public long LargestMedia { get; set; } = 1024L * 1024 * 1024;
}
