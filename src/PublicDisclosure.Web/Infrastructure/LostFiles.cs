using Microsoft.AspNetCore.Http.Features;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// The files that came with a form which is shown again. A browser never fills a file field in a second time, so whoever chose
/// them has to be told: otherwise they put the title right, save, and believe the files are saved too.
/// </summary>
public static class LostFiles
{
    /// <summary>The files sent with the request; none where no form was read (a form streamed to the disk is not).</summary>
    public static IReadOnlyList<IFormFile> In(HttpContext context) =>
        context.Features.Get<IFormFeature>()?.Form is { } form ? [.. form.Files.Where(file => file.FileName.Length > 0)] : [];

    /// <summary>What is said about them.</summary>
    public static string Sentence(IReadOnlyList<IFormFile> files) =>
        $"选择的文件没有保存，改好后请重新选择：{string.Join("、", files.Select(file => Path.GetFileName(file.FileName)))}。";
}
