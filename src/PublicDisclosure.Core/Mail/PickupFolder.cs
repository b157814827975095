using System.Globalization;
using MimeKit;

namespace PublicDisclosure.Core.Mail;

/// <summary>
/// Writes each mail as one .eml file. The file appears whole under a name made of the mail's time and id, so that a reader never
/// sees half of one and a mail that is handed over twice is one file.
/// </summary>
public sealed class PickupFolder(string folder) : IMailCarrier
{
    /// <summary>Full path of the folder.</summary>
    public string Folder => folder;

    /// <inheritdoc/>
    public MailDelivery Via => MailDelivery.Pickup;

    /// <inheritdoc/>
    public async Task CarryAsync(MimeMessage message, CancellationToken stop)
    {
        var id = message.MessageId?.Split('@')[0] ?? throw new ArgumentException("A mail without an id would be written twice.", nameof(message));
        var target = Path.Combine(folder, $"{message.Date.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{id}.eml");
        var temporary = target + ".tmp";
        try
        {
            Directory.CreateDirectory(folder);
            await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await message.WriteToAsync(file, stop);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new MailNotCarriedException($"邮件文件夹不能写入：{problem.Message}", isFinal: false, isUnreachable: true, problem);
        }
    }
}
