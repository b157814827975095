namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>One box of a row's channel list.</summary>
/// <param name="Channel">Which channel the text means.</param>
/// <param name="Text">The text as written, without its mark; free text of 其他 stands in brackets: 其他（基层公共服务平台）.</param>
/// <param name="IsTicked">■ (required) rather than □ (optional, untouched).</param>
public sealed record ChannelTick(Channel Channel, string Text, bool IsTicked);
