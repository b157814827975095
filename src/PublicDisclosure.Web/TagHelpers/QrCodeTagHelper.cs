using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PublicDisclosure.Web.Infrastructure;
using QRCoder;

namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// A QR code as one SVG path, no picture and no script: <c>&lt;qr-code text="address" label="本页地址的二维码" /&gt;</c>. That of a public
/// address is drawn once and remembered with <c>is-public="true"</c>; a secret must never say so.
/// </summary>
[HtmlTargetElement("qr-code", Attributes = "text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrCodeTagHelper(QrDrawings drawings) : TagHelper
{
    /// <summary>What the code says.</summary>
    public required string Text { get; set; }

    /// <summary>What a reader who cannot see it is told.</summary>
    public string Label { get; set; } = "本页地址的二维码";

    /// <summary>Everybody may know what it says, so that the drawing may be remembered.</summary>
    public bool IsPublic { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (size, path) = IsPublic ? drawings.Of(Text, Draw) : Draw(Text);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("qr");
        output.Content.AppendHtml($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"")
            .Append(Label)
            .AppendHtml($"\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path stroke=\"#000\" d=\"").AppendHtml(path).AppendHtml("\"/></svg>");
    }

    private static QrDrawing Draw(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            var end = -1;
            for (var x = 0; x < row.Count; x++)
            {
                if (!row[x]) continue;
                var start = x;
                while (x + 1 < row.Count && row[x + 1]) x++;
                var run = x - start + 1;
                // A line of the thickness of a module, from the end of the one before: half the characters of rectangles, and every page of a document has it.
                if (end < 0) path.Append(CultureInfo.InvariantCulture, $"M{start} {y}.5h{run}");
                else path.Append(CultureInfo.InvariantCulture, $"m{start - end} 0h{run}");
                end = start + run;
            }
        }

        return new QrDrawing(code.ModuleMatrix.Count, path.ToString());
    }
}
