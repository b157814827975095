using PublicDisclosure.Core.Coverage;

namespace PublicDisclosure.Web.Pages.Calendar;

/// <summary>What sets the limit of a unit going.</summary>
public static class UnitWords
{
    /// <summary>The day from which it runs, in words.</summary>
    public static string Start(UnitKind kind) => kind switch
    {
        UnitKind.Period => "本期最后一天",
        UnitKind.Standing => "开始计算公开责任",
        UnitKind.Check => "公开、更新或者上次核对",
        UnitKind.Change => "信息变更",
        _ => "信息形成",
    };
}
