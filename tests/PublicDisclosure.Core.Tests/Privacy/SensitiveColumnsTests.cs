using PublicDisclosure.Core.Privacy;

namespace PublicDisclosure.Core.Tests.Privacy;

public class SensitiveColumnsTests
{
    [Theory]
    [InlineData("姓名\t身份证号\n张三\t450881199001011234", "身份证号", true)]
    [InlineData("序号\t公民身份号码（必填）\n1\t450881199001011234", "公民身份号码（必填）", true)]
    [InlineData("户主姓名\t致贫原因\n张三\t因病", "致贫原因", true)]
    [InlineData("姓名\t残疾等级\n张*\t一级", "残疾等级", true)]
    [InlineData("姓名\t监护人\n张*\t李四", "监护人", true)]
    [InlineData("姓 名\t病 种\n张三\t尿毒症", "病 种", true)]
    [InlineData("姓名\t银行账号\n张三\t20430101040012345", "银行账号", true)]
    [InlineData("姓名\t联系电话\n张三\t13877512345", "联系电话", false)]
    [InlineData("姓名\t家庭住址\n张三\t木乐镇白沙村三组12号", "家庭住址", false)]
    [InlineData("姓名\t身份证号\n张三\t0775-3380000、450881199001011234", "身份证号", true)]
    [InlineData("项目\t居民身份证\n号码\t4508:8119:9001:0112", "居民身份证", true)]
    [InlineData("姓名\t救助\t\n\t病种\t金额\n张三\t尿毒症\t600", "病种", true)]
    public void Find_ListShowsIt_NamesTheColumn(string text, string heading, bool isError)
    {
        var column = Assert.Single(SensitiveColumns.Find(text, isSheet: false));

        Assert.Equal((heading, isError, 1), (column.Heading, column.IsError, column.Rows));
    }

    [Theory]
    [InlineData("姓名\t身份证号\n张三\t450881********1234\n李四\t\n王五\t无")]
    [InlineData("姓名\t致贫原因\n张三\t***")]
    [InlineData("病种\t救助比例\n尿毒症\t70%")]
    [InlineData("残疾类别\t残疾等级\t月补贴\n肢体\t一级\t80元")]
    [InlineData("股室\t姓名\t联系电话\n社会救助股\t韦科长\t0775-3380000")]
    [InlineData("单位名称\t统一社会信用代码（身份证号码）\n某公司\t91450881MA5KXXXXX2")]
    [InlineData("姓名\t家庭住址\n张三\t木乐镇白沙村")]
    [InlineData("开户银行\t银行账号\n工商银行\t20430101040012345")]
    [InlineData("材料名称\t说明\n身份证复印件\t1份")]
    [InlineData("项目\t内容\n事项名称\t临时居民身份证\n办理时间\t工作日上午8:30至12:00，下午15:00至18:00\n咨询查询\t0775-3382110")]
    [InlineData("姓名\t病种")]
    [InlineData("户主姓名\t退出理由\n罗某某\t家庭人均收入超过标准\n农某某\t主动申请退出")]
    [InlineData("请携带身份证号和病种材料")]
    public void Find_NothingOpen_FindsNothing(string text) => Assert.Empty(SensitiveColumns.Find(text, isSheet: false));

    [Fact]
    public void Find_TextAfterTheTable_BelongsToNoColumn() =>
        Assert.Equal(1, Assert.Single(SensitiveColumns.Find("姓名\t病种\n张三\t尿毒症\n附另一表\n乡镇\t户数", isSheet: false)).Rows);

    [Fact]
    public void Find_SheetWithGroupLines_GoesOnBehindThem() =>
        Assert.Equal(2, Assert.Single(SensitiveColumns.Find("姓名\t病种\n木乐镇\n张三\t尿毒症\n\n李四\t肺癌", isSheet: true)).Rows);
}
