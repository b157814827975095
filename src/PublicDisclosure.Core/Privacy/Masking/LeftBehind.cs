namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>
/// Counts what a masked copy leaves behind beside what its masker has counted: the maskers carry over what readers see, so the
/// rest is known only by comparing both files.
/// </summary>
internal static class LeftBehind
{
    /// <summary>Places of an inspection whose words nobody sees and no masker counts.</summary>
    private static readonly string[] Others = ["定义的名称", "已不用的单元格文字", "数据透视表缓存", "外部链接的缓存数据", "自定义 XML", "图形中的文字", "的超链接、有效性和页眉页脚"];

    public static void Count(FileInspection before, FileInspection after, MaskingPass pass)
    {
        var kept = after.Parts.Select(p => p.Place).ToHashSet();
        var gone = before.Parts.Where(p => p.IsHidden && !kept.Contains(p.Place)).Select(p => p.Place).Distinct().ToList();
        pass.Took(MaskingKind.OtherContent, gone.Count(place => Others.Any(o => place.EndsWith(o, StringComparison.Ordinal))));
        pass.Took(MaskingKind.HiddenSheet, gone.Count(place => place.EndsWith("（未列出）", StringComparison.Ordinal)));
        if (!pass.Counts.ContainsKey(MaskingKind.Comment)) pass.Took(MaskingKind.Comment, gone.Count(place => place == "批注"));
        if (pass.Counts.Count > 0) return;
        // Whatever the checklist does not find any more was taken out too.
        var (was, stays) = (FileFacts.Of(before), FileFacts.Of(after));
        pass.Took(MaskingKind.OtherContent, was.Findings.Except(stays.Findings).Count());
    }
}
