namespace PublicDisclosure.Core.Disclosures;

/// <summary>What a validity means for readers.</summary>
public static class ValidityExtensions
{
    /// <summary>The document holds no longer: it has expired or is repealed.</summary>
    public static bool IsOver(this Validity validity) => validity is Validity.Expired or Validity.Repealed;
}
