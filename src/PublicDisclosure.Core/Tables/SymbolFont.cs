namespace PublicDisclosure.Core.Tables;

/// <summary>Characters of symbol fonts (Wingdings and the like), which office programs keep in a private area of Unicode.</summary>
internal static class SymbolFont
{
    /// <summary>The sign that a reader sees, in plain Unicode; a blank for what means nothing here.</summary>
    public static char Read(char c) => (char)(c & 0xff) switch
    {
        'R' or 'n' or 't' or 'S' or 'T' or 'P' or 'V' or 'g' or '\u00fc' or '\u00fe' or '\u00fd' => '■',
        '\u00a3' or '\u00a8' or 'o' or 'q' or 'r' or '*' => '□',
        'l' or '\u00b7' or '\u009f' => '●',
        _ => ' ',
    };
}
