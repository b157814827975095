using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

public sealed class DraftFormTests
{
    [Fact]
    public void Addable_ItemsOfTheSameName_AreToldApartByWhatTheyAskFor()
    {
        var form = new DraftForm
        {
            Input = new DraftInput(),
            Items = new Dictionary<string, DutyItem>(),
            Duties =
            [
                Item("08-A", "部门预算", "收支总体情况表"),
                Item("08-B", "部门预算", "一般公共预算“三公”经费支出表及有关情况的详细说明"),
                Item("08-C", "部门决算", "收入支出决算总表"),
            ],
        };

        Assert.Equal(
            ["财政预决算 › 部门预算（收支总体情况表）", "财政预决算 › 部门预算（一般公共预算“三公”经费支出表及有关情况…）", "财政预决算 › 部门决算"],
            form.Addable.Select(choice => choice.Text));
    }

    private static DutyItem Item(string code, string name, string elements) =>
        new(code, "财政预决算", new StandardItemText { Level1 = "财政预决算", Level2 = name, Elements = elements }, false, 0);
}
