using Microsoft.AspNetCore.DataProtection;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.TestKit;

public static partial class TestData
{
    /// <summary>A closed store in a folder of the test's own; its keys are gone with it.</summary>
    public static ClosedStore CreateClosedStore(string folder) => new(folder, new EphemeralDataProtectionProvider());
}
