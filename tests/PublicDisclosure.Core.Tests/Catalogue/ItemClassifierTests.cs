using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Core.Tests.Catalogue;

public sealed class ItemClassifierTests
{
    private const string Approved = "Catalogue/classification-of-all-rows.csv";

    [Fact]
    public void Propose_AllShippedRows_AreTheApprovedList()
    {
        var lines = ShippedCatalogue.Items.Select(i =>
            $"{ShippedCatalogue.DomainCode(i)},{i.Sequence},{i.Text.Name},{string.Join('+', i.Aspects.Members())},{i.MandatoryClass}").ToList();

        Assert.Equal(552, lines.Count);
        // To approve a changed rule table, look at the difference and copy the file written here over the approved one.
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "classification-received.csv"), lines);
        Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, Approved)), lines);
    }

    [Fact]
    public void Propose_AllShippedRows_LeavesNoneWithoutAspect() =>
        Assert.DoesNotContain(ShippedCatalogue.Items, i => i.Aspects == DisclosureAspects.None || i.AspectsConfirmed || i.MandatoryClassConfirmed);

    // Chosen and judged by hand from the official texts, over all domains; not taken from what the table gives.
    [Theory]
    [InlineData("01", 1, "Service", "MajorProjects")]
    [InlineData("01", 4, "Management Result", "MajorProjects")]
    [InlineData("01", 21, "Execution", "MajorProjects")]
    [InlineData("01", 22, "Decision Execution", "CountyMatters")]
    [InlineData("01", 26, "Result", "MajorProjects")]
    [InlineData("02", 3, "Execution", "MajorProjects")]
    [InlineData("02", 9, "Decision", "Procurement")]
    [InlineData("02", 12, "Result", "Procurement")]
    [InlineData("02", 25, "Service", "PermitsAndServices")]
    [InlineData("03", 2, "Decision", "NormativeDocuments")]
    [InlineData("03", 5, "Management Result", "Statistics")]
    [InlineData("03", 7, "Management", "Organisation")]
    [InlineData("03", 15, "Service Result", "Livelihood")]
    [InlineData("04", 1, "Service", "PermitsAndServices")]
    [InlineData("05", 4, "Service", "CountyMatters")]
    [InlineData("05", 5, "Execution Result", "TownshipMatters")]
    [InlineData("05", 6, "Result", "CountyMatters")]
    [InlineData("06", 2, "Decision Service", "Livelihood")]
    [InlineData("06", 9, "Management Result", "Livelihood")]
    [InlineData("07", 4, "Management Result", "PenaltiesAndCoercion")]
    [InlineData("07", 5, "Service Result", "PermitsAndServices")]
    [InlineData("08", 1, "Decision", "Budgets")]
    [InlineData("08", 7, "Result", "Budgets")]
    [InlineData("09", 2, "Service", "Livelihood")]
    [InlineData("09", 10, "Service", "PermitsAndServices")]
    [InlineData("10", 5, "Service", "PermitsAndServices")]
    [InlineData("11", 1, "Decision", "NormativeDocuments")]
    [InlineData("11", 7, "Decision Result", "Plans")]
    [InlineData("12", 10, "Result", "CountyMatters")]
    [InlineData("13", 6, "Management Result", "PenaltiesAndCoercion")]
    [InlineData("13", 18, "Management", "Emergencies")]
    [InlineData("13", 23, "Result", "Statistics")]
    [InlineData("14", 6, "Decision", "CountyMatters")]
    [InlineData("14", 10, "Result", "CountyMatters")]
    [InlineData("15", 3, "Decision", "OtherMandatory")]
    [InlineData("15", 6, "Decision", "Plans")]
    [InlineData("15", 13, "Result", "Livelihood")]
    [InlineData("16", 7, "Service", "Livelihood")]
    [InlineData("16", 10, "Execution Result", "Livelihood")]
    [InlineData("17", 9, "Management Result", "PenaltiesAndCoercion")]
    [InlineData("18", 1, "Service", "PermitsAndServices")]
    [InlineData("18", 14, "Service", "CountyMatters")]
    [InlineData("19", 2, "Service Result", "TownshipMatters")]
    [InlineData("20", 8, "Service", "CountyMatters")]
    [InlineData("21", 2, "Service Result", "PermitsAndServices")]
    [InlineData("21", 32, "Management Service", "Emergencies")]
    [InlineData("22", 6, "Decision", "OtherMandatory")]
    [InlineData("22", 15, "Result", "Emergencies")]
    [InlineData("23", 12, "Service Result", "CountyMatters")]
    [InlineData("24", 5, "Management Result", "Inspections")]
    [InlineData("25", 9, "Service", "PermitsAndServices")]
    [InlineData("25", 11, "Management", "PermitsAndServices")]
    [InlineData("26", 6, "Result", "Livelihood")]
    [InlineData("27", 4, "Service Result", "PermitsAndServices")]
    [InlineData("28", 3, "Result", "Statistics")]
    [InlineData("29", 5, "Execution Result", "MajorProjects")]
    public void Propose_RowJudgedByHand_AgreesWithTheJudgement(string domain, int sequence, string aspects, string mandatoryClass)
    {
        var item = ShippedCatalogue.Item(domain, sequence);

        Assert.Equal(aspects, string.Join(' ', item.Aspects.Members()));
        Assert.Equal(mandatoryClass, item.MandatoryClass.ToString());
    }

    [Fact]
    public void Propose_SeveralRulesMatch_AddsAspectsAndTakesTheFirstClass()
    {
        var proposal = ItemClassifier.Propose("05", new StandardItemText { Level1 = "低保", Level2 = "审批结果" },
        [
            new ClassificationRule { SortOrder = 2, Words = "结果", Aspects = DisclosureAspects.Result, MandatoryClass = MandatoryClass.Livelihood },
            new ClassificationRule { SortOrder = 1, Words = "审批、核准", Aspects = DisclosureAspects.Management, MandatoryClass = MandatoryClass.PermitsAndServices },
            new ClassificationRule { SortOrder = 3, DomainCode = "06", Words = "低保", Aspects = DisclosureAspects.Decision },
        ]);

        Assert.Equal(new Classification(DisclosureAspects.Management | DisclosureAspects.Result, MandatoryClass.PermitsAndServices), proposal);
    }

    [Theory]
    [InlineData(ClassificationReach.Names, DisclosureAspects.Management)]
    [InlineData(ClassificationReach.NamesAndElements, DisclosureAspects.Result)]
    public void Propose_WordStandsOnlyInTheElements_CountsByReach(ClassificationReach reach, DisclosureAspects expected)
    {
        var proposal = ItemClassifier.Propose("05", new StandardItemText { Level1 = "低保", Elements = "对象名单" },
            [new ClassificationRule { Words = "名单", Reach = reach, Aspects = DisclosureAspects.Result, MandatoryClass = MandatoryClass.Livelihood }]);

        Assert.Equal(expected, proposal.Aspects);
    }

    [Fact]
    public void Propose_RuleWithoutWords_SpeaksOnlyWhereNothingElseDid()
    {
        ClassificationRule[] rules =
        [
            new() { SortOrder = 1, Words = "指南", Aspects = DisclosureAspects.Service, MandatoryClass = MandatoryClass.PermitsAndServices },
            new() { SortOrder = 2, DomainCode = "05", Aspects = DisclosureAspects.Result, MandatoryClass = MandatoryClass.CountyMatters },
        ];

        Assert.Equal(DisclosureAspects.Service, ItemClassifier.Propose("05", new StandardItemText { Level1 = "办事指南" }, rules).Aspects);
        Assert.Equal(DisclosureAspects.Result, ItemClassifier.Propose("05", new StandardItemText { Level1 = "审批" }, rules).Aspects);
    }

    [Fact]
    public void Propose_EmptyTable_StillGivesAnAspectAndAClass() =>
        Assert.Equal(
            new Classification(DisclosureAspects.Management, MandatoryClass.OtherMandatory),
            ItemClassifier.Propose("05", new StandardItemText { Level1 = "低保" }, []));
}
