namespace PublicDisclosure.Core.Catalogue;

/// <summary>
/// Where a disclosure goes out: the tick list 公开渠道和载体 of the standard catalogue, in official order, followed by
/// channels that only some cities or domains name.
/// </summary>
public enum Channel
{
    /// <summary>政府网站</summary>
    Website,

    /// <summary>政府公报</summary>
    Gazette,

    /// <summary>两微一端</summary>
    Social,

    /// <summary>发布会/听证会</summary>
    Briefing,

    /// <summary>广播电视</summary>
    Broadcast,

    /// <summary>纸质媒体</summary>
    Paper,

    /// <summary>公开查阅点</summary>
    ReadingPoint,

    /// <summary>政务服务中心</summary>
    ServiceCentre,

    /// <summary>便民服务站</summary>
    ConvenienceStation,

    /// <summary>入户/现场</summary>
    Visit,

    /// <summary>社区/企事业单位/村公示栏（电子屏）</summary>
    NoticeBoard,

    /// <summary>精准推送</summary>
    Push,

    /// <summary>12345政务服务热线; not in the national list.</summary>
    Hotline,

    /// <summary>A platform of one domain (公共资源交易平台 ...); not in the national list.</summary>
    Platform,

    /// <summary>其他____, with its free text.</summary>
    Other,
}
