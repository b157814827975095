namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// The fields of a page in the order in which it shows them. The error summary stands above them and is written after them: a page
/// is put together whole before the first of it goes out.
/// </summary>
internal sealed class FieldOrder
{
    private readonly Dictionary<string, (int Place, string Id)> _fields = [];

    /// <summary>The order of the page of a request.</summary>
    public static FieldOrder Of(HttpContext context)
    {
        if (context.Items[typeof(FieldOrder)] is FieldOrder order) return order;
        context.Items[typeof(FieldOrder)] = order = new FieldOrder();
        return order;
    }

    /// <summary>A field that comes next, and the id it has on the page; a name that comes again keeps its first place.</summary>
    public void Add(string name, string id) => _fields.TryAdd(name, (_fields.Count, id));

    /// <summary>
    /// Where the field of an error stands, or the group that it is part of. What is about no field comes first, and what the page
    /// does not show last; neither has an id to lead to.
    /// </summary>
    public (int Place, string? Id) Find(string name)
    {
        if (name.Length == 0) return (-1, null);
        for (var part = name; part.Length > 0; part = part[..Math.Max(part.LastIndexOfAny(['.', '[']), 0)])
            if (_fields.TryGetValue(part, out var field)) return field;
        return (int.MaxValue, null);
    }
}
