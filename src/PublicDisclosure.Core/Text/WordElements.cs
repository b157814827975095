using DocumentFormat.OpenXml;

namespace PublicDisclosure.Core.Text;

/// <summary>Reading OpenXml elements by local name, which serves WordprocessingML, DrawingML and VML alike.</summary>
internal static class WordElements
{
    public static OpenXmlElement? Child(this OpenXmlElement? element, string name) => element?.ChildElements.FirstOrDefault(e => e.LocalName == name);

    public static string? Val(this OpenXmlElement? element, string name = "val") =>
        element?.GetAttributes().FirstOrDefault(a => a.LocalName == name).Value;

    /// <summary>An on/off property such as bold: present without a value means on.</summary>
    public static bool? Toggle(this OpenXmlElement? properties, string name) =>
        properties.Child(name) is { } toggle ? toggle.Val() is not ("0" or "false" or "off" or "none") : null;
}
