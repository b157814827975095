namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>What a column of a catalogue table means.</summary>
internal enum ColumnRole
{
    Extra,
    Domain,
    Sequence,
    ItemCode,
    Level1,
    Level2,
    Level3,
    Elements,
    LegalBasis,
    TimeLimit,
    Body,
    Channels,
    ChannelTick,
    Audience,
    WholeSociety,
    SpecificGroup,
    Mode,
    Active,
    OnApplication,
    LevelList,
    LevelTick,
    AspectList,
    AspectTick,
    Note,
}

/// <summary>A column as understood.</summary>
/// <param name="Index">Its place in the grid.</param>
/// <param name="Role">What it means.</param>
/// <param name="Heading">Its heading, groups and sub-heading joined with ·.</param>
/// <param name="Leaf">The lowest heading alone: the level, aspect or channel that a tick column stands for.</param>
internal sealed record CatalogueColumn(int Index, ColumnRole Role, string Heading, string Leaf);
