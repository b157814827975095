using System.Globalization;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>Fills the placeholders of patterns and templates; the same random source gives the same texts.</summary>
internal sealed partial class DemoFiller(Random random)
{
    private const string Unknown = "待填写";

    private static readonly string[] Villages =
    [
        "新民村", "上垌村", "六平村", "大岭村", "石江村", "双桥村", "龙安村", "平安村", "长塘村", "罗村", "福山村", "新塘村", "河背村", "榕木村", "金垌村", "三合村",
        "永培村", "良村", "竹围村", "江边村", "古楼村", "复兴村", "大平村", "东升村", "旺石村", "莲塘村", "安怀村", "白额村", "桐心村", "福兴村",
    ];

    private static readonly string[] Surnames = ["黄", "李", "陈", "覃", "梁", "韦", "罗", "杨", "卢", "甘", "吴", "刘", "谢", "陆", "蒙", "莫", "林", "何", "邓", "曾"];

    /// <summary>Fills title, summary, contact and body of one document alike.</summary>
    public Func<string, string> For(DemoSlot slot)
    {
        var values = Values(slot);
        return text => Placeholder().Replace(text, m => values.TryGetValue(m.Groups[1].Value, out var value) ? value : throw new FormatException($"Unknown placeholder {m.Value}."));
    }

    private Dictionary<string, string> Values(DemoSlot slot)
    {
        var organisation = slot.Organisation;
        var formed = slot.FormedOn;
        var phone = $"0775-555{random.Next(1000, 9999)}";
        var values = new Dictionary<string, string>
        {
            ["机构"] = organisation.Name,
            ["机构简称"] = organisation.ShortName,
            ["领域"] = slot.DomainName,
            ["事项"] = slot.ItemName,
            ["年"] = Number(formed.Year),
            ["月"] = Number(formed.Month),
            ["上月"] = Number(formed.AddMonths(-1).Month),
            ["季度"] = $"第{"一二三四"[(formed.Month - 1) / 3]}季度",
            ["日期"] = $"{formed.Year}年{formed.Month}月{formed.Day}日",
            ["村"] = Pick(Villages),
            ["字号"] = slot.DocumentNumber,
            ["联系电话"] = phone,
            ["地址"] = organisation.Contact.Address ?? Unknown,
            ["办公时间"] = organisation.Contact.OfficeHours ?? Unknown,
            ["邮编"] = organisation.Contact.PostalCode ?? Unknown,
            ["信用代码"] = organisation.CreditCode?.Value ?? Unknown,
        };
        long total = 0;
        var households = 0;
        for (var i = 1; i <= 9; i++)
        {
            var fen = random.NextInt64(200_000, 90_000_000);
            var count = random.Next(3, 480);
            if (i <= 5) (total, households) = (total + fen, households + count);
            values[$"数{i}"] = Number(random.Next(1, 999));
            values[$"金额{i}"] = Yuan(fen);
            values[$"户{i}"] = Number(count);
            values[$"姓{i}"] = Pick(Surnames) + (random.Next(2) == 0 ? "**" : "某某");
        }

        values["金额合计"] = Yuan(total);
        values["户合计"] = Number(households);
        return values;
    }

    private string Pick(string[] words) => words[random.Next(words.Length)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{([^{}\s]{1,6})\}")]
    private static partial Regex Placeholder();
}

/// <summary>What a generated document is about.</summary>
internal sealed record DemoSlot(Organisation Organisation, string DomainName, string ItemName, DateOnly FormedOn, string DocumentNumber);
