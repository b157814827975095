using PublicDisclosure.Core.Privacy.Masking;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>What a clerk can do about a file: the assistant masks some kinds only, the others are mended by the program that made them.</summary>
internal static class FileRemedy
{
    /// <summary>How what is in the file gets out of it.</summary>
    public static string Mask(string kind) => kind switch
    {
        _ when FileMasker.CanMask(kind) => "请用脱敏助手遮盖后换上新文件",
        "pdf" or "ofd" => "这种格式不能在线脱敏，请在原稿中删除或遮盖，重新导出后上传",
        "jpg" or "png" => "图片不能在线脱敏，请去掉图片所带的说明文字，或者重新截图后上传",
        "ppt" or "pptx" => "演示文稿不能在线脱敏，请在办公软件中删除后重新上传",
        _ => "这种格式不能在线脱敏，请在办公软件中删除或遮盖，另存为 docx、xlsx 或 csv 后重新上传",
    };

    /// <summary>What follows after the clerk was told what to delete.</summary>
    public static string Renew(string kind) => FileMasker.CanMask(kind) ? "，或者用脱敏助手生成新文件" : "后重新上传";
}
