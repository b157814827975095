using System.Collections.Concurrent;

namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>
/// Pictures for the manual and the documentation. They are taken only when <c>PUBLICDISCLOSURE_SCREENSHOTS=1</c>, so that an
/// ordinary run changes no file of the repository.
/// </summary>
internal static class Pictures
{
    private static readonly ConcurrentDictionary<string, bool> Taken = new();

    /// <summary>True in a run that renews the pictures.</summary>
    public static bool Wanted { get; } = Environment.GetEnvironmentVariable("PUBLICDISCLOSURE_SCREENSHOTS") == "1";

    /// <summary>A picture of the window for the clerk's manual; the name begins with the chapter.</summary>
    public static Task PictureAsync(this Visit visit, string name) => visit.SaveAsync(fullPage: false, "docs", "manual", "images", name + ".png");

    /// <summary>A picture of the top of the page for the manual, as high as what it shows, in pixels.</summary>
    public static async Task PictureAsync(this Visit visit, string name, int height)
    {
        if (!Wanted) return;
        var before = visit.Page.ViewportSize!;
        await visit.Page.SetViewportSizeAsync(1280, height);
        await visit.Page.EvaluateAsync("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }");
        await visit.PictureAsync(name);
        await visit.Page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>A picture of the window for the documentation, and one of the whole page to look at.</summary>
    public static async Task ShotAsync(this Visit visit, string name)
    {
        await visit.SaveAsync(fullPage: false, "docs", "screenshots", name + ".png");
        await visit.LookAsync(name);
    }

    /// <summary>A picture of one part for <c>docs/components.md</c>, no higher than said, in pixels.</summary>
    public static async Task PartAsync(this ILocator part, string name, int highest)
    {
        if (!Wanted) return;
        await part.ScrollIntoViewIfNeededAsync();
        var box = (await part.BoundingBoxAsync())!;
        var file = Repository.In("docs", "screenshots", "components", name + ".png");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var scrolled = await part.EvaluateAsync<float>("() => scrollY");
        await part.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = file,
            FullPage = true,
            Animations = ScreenshotAnimations.Disabled,
            Clip = new Clip { X = Math.Max(0, box.X - 8), Y = Math.Max(0, box.Y + scrolled - 8), Width = box.Width + 16, Height = Math.Min(box.Height, highest) + 16 },
        });
    }

    /// <summary>A picture of the whole page to look at, kept with the results of the run.</summary>
    public static Task LookAsync(this Visit visit, string name) => visit.SaveAsync(fullPage: true, "TestResults", "screenshots", name + ".png");

    private static async Task SaveAsync(this Visit visit, bool fullPage, params string[] path)
    {
        if (!Wanted) return;
        var file = Repository.In(path);
        // A step that is walked twice is shown as it is the first time: the second is the round of a correction.
        if (!Taken.TryAdd(file, true)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = fullPage, Animations = ScreenshotAnimations.Disabled });
    }
}
