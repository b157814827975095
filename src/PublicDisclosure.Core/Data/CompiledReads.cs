using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PublicDisclosure.Core.Data;

/// <summary>Compiled questions belong to the model of their engine: a set of them is made once for each.</summary>
internal static class CompiledReads<T> where T : class, new()
{
    private static readonly ConditionalWeakTable<IModel, T> Known = [];

    /// <summary>Those of a database's engine.</summary>
    public static T Of(DisclosureDb db) => Known.GetValue(db.Model, static _ => new T());
}
