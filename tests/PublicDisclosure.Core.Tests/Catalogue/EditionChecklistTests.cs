using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Catalogue;

public sealed class EditionChecklistTests
{
    private static readonly DateTime Now = new TestClock().Now;
    private readonly CatalogueEdition _edition = CatalogueEdition.Draft(Guid.NewGuid(), Guid.NewGuid(), "目录", 2026, null, Now, null);

    [Fact]
    public void Check_ConfirmedClassifiedRows_FindsNothing()
    {
        Item().Confirm(Now, Guid.NewGuid());

        Assert.Empty(EditionChecklist.Check(_edition, _edition.Items, isDemo: false));
    }

    [Fact]
    public void Check_UnconfirmedRow_BlocksExceptOnADemoSite()
    {
        Item();

        Assert.Equal(["Edition.RowsUnconfirmed"], Codes(isDemo: false));
        Assert.Empty(Codes(isDemo: true));
    }

    [Fact]
    public void Check_NoRows_Blocks() => Assert.Equal(["Edition.Empty"], Codes(isDemo: true));

    [Fact]
    public void Check_OnlyStruckRows_Blocks()
    {
        Item().Strike(Now, Guid.NewGuid(), "本地没有此项");

        Assert.Equal(["Edition.Empty"], Codes(isDemo: true));
    }

    [Fact]
    public void Check_RowTheTownshipHasNotLookedAt_Blocks()
    {
        _edition.Add(Item().CopyTo(Guid.NewGuid(), _edition.Id, ItemAdoption.Pending));

        Assert.Equal(["Edition.ItemsPending"], Codes(isDemo: true));
    }

    [Fact]
    public void Check_RowWithoutAspectAndLevel_SaysBoth()
    {
        _edition.Add(StandardItem.Create(
            Guid.NewGuid(), _edition.Id, Guid.NewGuid(), "05-AAAAA", "1", 1, new StandardItemText { Level1 = "低保" },
            GovernmentLevels.None, DisclosureMode.Active, ItemProvenance.Entered));

        Assert.Equal(["Edition.RowsUnclassified", "Edition.RowsWithoutLevel"], Codes(isDemo: true));
    }

    [Fact]
    public void Check_EditionInForce_Blocks()
    {
        Item();
        _edition.PutInForce(new DateOnly(2026, 3, 2));

        Assert.Equal(["Edition.NotDraft"], Codes(isDemo: true));
    }

    private IEnumerable<string> Codes(bool isDemo) => EditionChecklist.Check(_edition, _edition.Items, isDemo).Select(r => r.Code);

    private StandardItem Item()
    {
        var item = _edition.Add(StandardItem.Create(
            Guid.NewGuid(), _edition.Id, Guid.NewGuid(), "05-AAAAA", "1", 1, new StandardItemText { Level1 = "低保" },
            GovernmentLevels.County, DisclosureMode.Active, ItemProvenance.Entered));
        item.ClassifyAspects(DisclosureAspects.Result, confirmed: false);
        return item;
    }
}
