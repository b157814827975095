using System.Globalization;
using System.Text;

namespace PublicDisclosure.Core.Mail;

/// <summary>
/// The plain text of a mail: who is spoken to, numbered entries with indented lines, the same last words. People read it on a
/// phone; nothing in it is more than one line of sense.
/// </summary>
internal sealed class MailWords
{
    /// <summary>Entries a mail lists; what is more is counted and stands on the site.</summary>
    public const int MostEntries = 100;

    private readonly StringBuilder _text = new();

    /// <param name="organisation">Short name of the organisation.</param>
    public MailWords(string organisation) => _text.Append(organisation).Append("：\n");

    /// <summary>A paragraph.</summary>
    public MailWords Paragraph(string text)
    {
        _text.Append('\n').Append(text).Append('\n');
        return this;
    }

    /// <summary>A list with its heading; nothing where there are no entries.</summary>
    /// <param name="heading">What the entries are.</param>
    /// <param name="entries">Of each its title and the lines below it.</param>
    public MailWords List(string heading, IReadOnlyList<(string Title, IReadOnlyList<string> Lines)> entries)
    {
        if (entries.Count == 0) return this;
        _text.Append(CultureInfo.InvariantCulture, $"\n{heading}（{entries.Count} 件）\n");
        for (var i = 0; i < entries.Count && i < MostEntries; i++)
        {
            _text.Append(CultureInfo.InvariantCulture, $"\n{i + 1}. {entries[i].Title}\n");
            foreach (var line in entries[i].Lines) _text.Append("   ").Append(line).Append('\n');
        }

        if (entries.Count > MostEntries) _text.Append(CultureInfo.InvariantCulture, $"\n其余 {entries.Count - MostEntries} 件请登录平台查看。\n");
        return this;
    }

    /// <summary>The whole, with the last words.</summary>
    public string End(MailOptions options)
    {
        if (options.SiteAddress.Length == 0) _text.Append("\n以上网址请接在本平台的网址后面打开。\n");
        return _text.Append("\n————\n本邮件由政务公开平台自动发出，请勿回复。办理须登录平台，平台不会在邮件中索要密码。\n").ToString();
    }

    /// <summary>2026年1月5日</summary>
    public static string Date(DateOnly on) => on.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>A subject as mail programs list it.</summary>
    public static string Subject(string text) => "【政务公开】" + text;
}
