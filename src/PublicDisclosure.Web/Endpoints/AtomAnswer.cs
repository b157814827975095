using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>A feed as the site answers it.</summary>
internal static class AtomAnswer
{
    /// <summary>The feed in the name of the site's host unit, as Atom 1.0.</summary>
    public static IResult Of(SyndicationFeed feed, string host)
    {
        feed.Authors.Add(new SyndicationPerson { Name = host });
        using var memory = new MemoryStream();
        using (var writer = XmlWriter.Create(memory, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) feed.SaveAsAtom10(writer);
        return Results.Bytes(memory.ToArray(), "application/atom+xml; charset=utf-8");
    }
}

/// <summary>Text as XML may carry it.</summary>
internal static class XmlText
{
    /// <summary>The text without characters that XML forbids.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
