using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.Text;

/// <summary>What an attacker would type into a text. Each must come out as words, never as behaviour.</summary>
public class MarkdownAttackTests
{
    private static readonly string[] Elements =
    [
        "p", "br", "h2", "h3", "h4", "h5", "h6", "em", "strong", "a", "img", "ul", "ol", "li", "blockquote", "hr", "pre", "code",
        "table", "thead", "tbody", "tr", "th", "td", "div", "sup",
    ];

    private static readonly string[] Attributes =
        ["href", "src", "alt", "title", "id", "class", "colspan", "rowspan", "scope", "start", "type", "role", "tabindex", "aria-label"];

    public static TheoryData<string> Attacks =>
    [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x]( javascript:alert(1))", "[x](javascript&colon;alert(1))",
        "[x](&#106;avascript:alert(1))", "[x](&#x6A&#x61&#x76&#x61script:alert(1))", "[x](java\\script:alert(1))", "[x](<java\tscript:alert(1)>)",
        "[x](\u0001javascript:alert(1))", "[x](javas\u200Bcript:alert(1))", "[x](javascript\uFF1Aalert(1))", "[x](\u202Ejavascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "[x](vbscript:msgbox(1))", "[x](file:///etc/passwd)", "[x](blob:https://a/b)",
        "[x](ms-word:ofe|u|https://evil/a.docx)", "[x](//evil.example/a)", "[x](\\\\evil.example\\a)", "[x](/\\evil.example)", "[x](intent://a#Intent;end)",
        "![x](javascript:alert(1))", "![x](data:image/svg+xml;base64,PHN2Zy8+)", "![x](//evil.example/p.png)", "![x](x\" onerror=\"alert(1))",
        "![x](/a.png \"\\\" onerror=\\\"alert(1)\")", "![\" onerror=\"alert(1)](/a.png)", "<javascript:alert(1)>", "<vbscript:a>", "<data:text/html,a>", "<a@b.example\" onclick=\"alert(1)>",
        "[x][1]\n\n[1]: javascript:alert(1)", "[x]\n\n[x]: vbscript:a 'title'", "[1]: data:text/html,x \"\\\"><script>alert(1)</script>\"\n\n[1]",
        "[^1]\n\n[^1]: <script>alert(1)</script>", "[^a]\n\n[^a]: [x](javascript:alert(1))", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<style>@import 'https://evil.example'</style>", "<a href=\"javascript:alert(1)\">x</a>", "<!--><img src=x onerror=alert(1)>-->",
        "<details open ontoggle=alert(1)>", "<base href=//evil.example>", "<form action=https://evil.example><input>", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "# 标题 {onclick=alert(1)}", "{onclick=alert(1) .a}\n段落", "[x](/a){onclick=alert(1)}", "**粗**{style=position:fixed}", "# a {#x onmouseover=alert(1)}",
        "| a | b |\n|---|---|\n| <script>alert(1)</script> | [x](javascript:a) |", "| a |\n|---|\n| <br onload=alert(1)> |", "> - > [x](javascript:alert(1))",
        "```\"><script>alert(1)</script>\ncode\n```", "`<script>alert(1)</script>`", "```html onclick=alert(1)\n<b>\n```", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "[a](javascript:alert(1)//[b](https://ok.example))", "[![x](javascript:a)](javascript:b)", "</table></div><script>alert(1)</script>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "a. [x](javascript:a)\nb. <script>", "[x](https:javascript:alert(1)\n)", "\u0000<script\u0000>alert(1)</script>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "[x](mailto:a@b.example?subject=x\"onclick=alert(1))", "[x](https://ok.example/\"><script>alert(1)</script>)", "<plaintext>", "<title><img title=\"</title><img src=x onerror=alert(1)>\">",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Render_AttackString_KeepsOnlySafeElementsAttributesAndAddresses(string attack)
    {
        var rendered = MarkdownRenderer.Render(attack);

        Assert.Empty(Faults(rendered.Html));
    }

    [Theory]
    [InlineData("<p onclick=\"a\">x</p>")]
    [InlineData("<script>a</script>")]
    [InlineData("<a href=\"javascript:a\">x</a>")]
    [InlineData("<img src=\"//evil.example/a.png\">")]
    [InlineData("<a href=\"java\tscript:a\">x</a>")]
    public void Faults_PlantedHole_IsFoundAndTheWallStopsIt(string hole)
    {
        Assert.NotEmpty(Faults(hole));
        Assert.Empty(Faults(HtmlWall.Pass(hole)));
    }

    /// <summary>Every element, attribute and address that the walls should have stopped.</summary>
    internal static List<string> Faults(string html)
    {
        var faults = new List<string>();
        foreach (var element in new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*").Concat(new HtmlParser().ParseDocument(html).Head!.Children))
        {
            if (!Elements.Contains(element.LocalName)) faults.Add("element " + element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                if (!Attributes.Contains(attribute.Name)) faults.Add("attribute " + attribute.Name);
                if (attribute.Name is "href" or "src" && !Safe(attribute.Value)) faults.Add("address " + attribute.Value);
            }
        }

        return faults;
    }

    /// <summary>How a browser reads an address: what it ignores is taken out, then only known schemes may remain.</summary>
    private static bool Safe(string address)
    {
        var read = string.Concat(address.Where(c => c > ' ')).Replace('\\', '/');
        if (read.StartsWith("//", StringComparison.Ordinal)) return false;
        var end = read.IndexOfAny([':', '/', '?', '#']);
        return end < 0 || read[end] != ':' || read[..end].ToLowerInvariant() is "http" or "https" or "mailto";
    }
}
