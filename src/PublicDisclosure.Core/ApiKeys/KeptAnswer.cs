namespace PublicDisclosure.Core.ApiKeys;

/// <summary>
/// What a request was answered with, under the number its system gave it (<c>Idempotency-Key</c>): sent again, it gets the same answer
/// and makes nothing. Saved with what it made; a request that was refused leaves none.
/// </summary>
public sealed class KeptAnswer
{
    public const int IdempotencyKeyLength = 100;
    public const int HashLength = 64;

    private KeptAnswer()
    {
    }

    internal KeptAnswer(Guid keyId, string idempotencyKey, string requestHash, Guid disclosureId, DateTime at) =>
        (KeyId, IdempotencyKey, RequestHash, DisclosureId, At) = (keyId, idempotencyKey, requestHash, disclosureId, at);

    public Guid KeyId { get; private set; }

    public string IdempotencyKey { get; private set; } = "";

    /// <summary>SHA-256 of what was sent, files included.</summary>
    public string RequestHash { get; private set; } = "";

    /// <summary>The draft that it made or filled.</summary>
    public Guid DisclosureId { get; private set; }

    public DateTime At { get; private set; }
}
