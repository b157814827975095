namespace PublicDisclosure.Core.Text;

/// <summary>A block of a Word document on its way to Markdown.</summary>
/// <param name="Markdown">Inline Markdown of a paragraph, or the finished Markdown of a table.</param>
/// <param name="Plain">The words alone.</param>
internal sealed record WordBlock(string Markdown, string Plain)
{
    public bool IsTable { get; init; }

    public bool IsBullet { get; init; }

    public int BulletLevel { get; init; }

    /// <summary>1 to 6 by style or outline level, null for body text.</summary>
    public int? HeadingLevel { get; init; }

    public bool IsTitleStyle { get; init; }

    public bool Centered { get; init; }

    /// <summary>Half-points, 0 when unknown.</summary>
    public int FontSize { get; init; }

    public string Font { get; init; } = "";

    public bool Red { get; init; }
}
