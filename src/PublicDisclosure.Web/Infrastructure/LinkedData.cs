using System.Globalization;
using System.Text.Json.Nodes;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>What pages are about in words of schema.org (JSON-LD). Only what the page itself shows; unknown facts are left out.</summary>
public static class LinkedData
{
    private const string Context = "https://schema.org";
    private const string Guide = "指南";

    /// <summary>A document: a 规范性文件 is <c>Legislation</c> with its force, everything else a <c>DigitalDocument</c>.</summary>
    /// <param name="record">What stands behind the address.</param>
    /// <param name="version">The version shown.</param>
    /// <param name="validity">Its validity today.</param>
    /// <param name="url">Makes an address of a path.</param>
    public static JsonObject Document(PublicRecord record, PublicVersion version, PublicValidity validity, Func<string, string> url)
    {
        var text = version.Text;
        var publisher = new JsonObject { ["@type"] = "GovernmentOrganization", ["name"] = version.OrganisationName, ["url"] = url("/organisations/" + record.OrganisationSlug) };
        var data = new JsonObject
        {
            ["@context"] = Context,
            ["@type"] = text.Genre == DisclosureGenre.Normative ? "Legislation" : "DigitalDocument",
            ["@id"] = url(record.Path),
            ["url"] = url(record.Path),
            ["name"] = text.Title,
            ["identifier"] = record.IndexNumber,
            ["inLanguage"] = "zh-CN",
            ["isAccessibleForFree"] = true,
            ["datePublished"] = TimeHtml.Iso(record.FirstPublishedAt),
            ["dateModified"] = TimeHtml.Iso(record.LastPublishedAt),
            ["version"] = version.Number,
            ["publisher"] = publisher,
        };
        Add(data, "abstract", text.Summary);
        Add(data, "keywords", text.Keywords);
        if (validity.Dates.ExpiresOn is { } end && text.Genre.Rule().HasValidity) data["expires"] = TimeHtml.Iso(end);
        if (text.Genre == DisclosureGenre.Normative)
        {
            Add(data, "legislationIdentifier", text.DocumentNumber);
            data["legislationPassedBy"] = publisher.DeepClone();
            if (text.DocumentDate is { } made) data["legislationDate"] = TimeHtml.Iso(made);
            if (validity.Dates.EffectiveOn is { } from) data["legislationDateOfApplicability"] = TimeHtml.Iso(from);
            data["legislationLegalForce"] = Context + (validity.Now is Validity.InForce or Validity.Amended ? "/InForce" : "/NotInForce");
        }

        if (version.Attachments.Count > 0)
        {
            data["encoding"] = new JsonArray([.. version.Attachments.Select(a => new JsonObject
            {
                ["@type"] = "MediaObject",
                ["name"] = a.FileName,
                ["contentUrl"] = url(AttachmentLinks.VersionAddress(record.Address, version.Number, a.Ordinal, a.FileName)),
                ["encodingFormat"] = FileKind.OfExtension(a.Kind)?.MimeType ?? "application/octet-stream",
                ["contentSize"] = a.Size.ToString(CultureInfo.InvariantCulture),
                ["sha256"] = a.Hash,
            })]);
        }

        return data;
    }

    /// <summary>
    /// An item that is a service people can ask for: one of 服务公开 that somebody has confirmed as such, with a guide to it. Null for all
    /// others: a list of penalties is no service.
    /// </summary>
    public static JsonObject? Service(ItemRow row, DomainHead domain, IReadOnlyList<OrganisationName> holders, Func<string, string> url)
    {
        if (!row.Aspects.HasFlag(DisclosureAspects.Service) || row.NeedsChecking || !row.Text.FullName.Contains(Guide, StringComparison.Ordinal)) return null;
        var data = new JsonObject
        {
            ["@context"] = Context,
            ["@type"] = "GovernmentService",
            ["url"] = url($"/catalogue/{domain.Slug}/{row.Code}"),
            ["name"] = row.Text.FullName,
            ["identifier"] = row.Code,
            ["serviceType"] = domain.Name,
        };
        Add(data, "description", row.Text.Elements);
        if (holders.Count > 0)
            data["provider"] = new JsonArray([.. holders.Select(h => new JsonObject { ["@type"] = "GovernmentOrganization", ["name"] = h.Name, ["url"] = url("/organisations/" + h.Slug) })]);
        return data;
    }

    /// <summary>An organisation; a made-up credit code does not go out.</summary>
    public static JsonObject Organisation(OrganisationPage organisation, Func<string, string> url)
    {
        var data = new JsonObject
        {
            ["@context"] = Context,
            ["@type"] = organisation.Kind == OrganisationKind.Enterprise ? "Organization" : "GovernmentOrganization",
            ["@id"] = url(organisation.Path),
            ["url"] = url(organisation.Path),
            ["name"] = organisation.Name,
        };
        if (organisation.ShortName != organisation.Name) Add(data, "alternateName", organisation.ShortName);
        if (!organisation.CreditCodeIsDemo) Add(data, "taxID", organisation.CreditCode?.Value);
        Add(data, "telephone", organisation.Contact.Phone);
        Add(data, "faxNumber", organisation.Contact.Fax);
        Add(data, "email", organisation.Contact.Email);
        if (organisation.Contact.Address is { Length: > 0 } street)
        {
            var address = new JsonObject { ["@type"] = "PostalAddress", ["addressCountry"] = "CN", ["streetAddress"] = street };
            Add(address, "postalCode", organisation.Contact.PostalCode);
            data["address"] = address;
        }

        return data;
    }

    private static void Add(JsonObject data, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) data[name] = value;
    }
}
