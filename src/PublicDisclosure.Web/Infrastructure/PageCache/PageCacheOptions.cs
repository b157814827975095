using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Web.Infrastructure.PageCache;

/// <summary>Settings of section <c>PageCache</c>: public pages kept as they go out, compressed, with their headers (ADR 0012).</summary>
public sealed class PageCacheOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "PageCache";

    /// <summary>Whether pages are kept at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Connection string of a Redis that several nodes share; empty: each node keeps its pages in its own memory.</summary>
    [MaxLength(500)]
    public string Redis { get; init; } = "";

    /// <summary>Memory for kept pages of one node, in megabytes; with Redis its own settings count.</summary>
    [Range(1, 4096)]
    public int Megabytes { get; init; } = 128;

    /// <summary>Memory of one node for pages that are asked for often, taken apart and ready to go out, in megabytes; 0: none.</summary>
    [Range(0, 4096)]
    public int ReadyMegabytes { get; init; } = 32;

    /// <summary>Largest page that is kept, in kilobytes as it goes out.</summary>
    [Range(1, 16 * 1024)]
    public int LargestKilobytes { get; init; } = 1024;

    /// <summary>Longest time for which the page of a disclosure is kept, in seconds. It ends earlier whenever something it shows changes.</summary>
    [Range(1, 86_400)]
    public int PageSeconds { get; init; } = 600;

    /// <summary>The same for every other page: their counts are up to half a minute old by themselves.</summary>
    [Range(1, 3600)]
    public int ListSeconds { get; init; } = 30;
}
