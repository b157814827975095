namespace PublicDisclosure.Web.TagHelpers;

/// <summary>
/// The fields of a page in the order in which it shows them. The error summary stands above them and is written after them: a page
/// is put together whole before the first of it goes out.
/// </summary>
internal sealed class FieldOrder
{
    private readonly Dictionary<string, int> _places = [];

    /// <summary>The order of the page of a request.</summary>
    public static FieldOrder Of(HttpContext context)
    {
        if (context.Items[typeof(FieldOrder)] is FieldOrder order) return order;
        context.Items[typeof(FieldOrder)] = order = new FieldOrder();
        return order;
    }

    /// <summary>A field that comes next; a name that comes again keeps its first place.</summary>
    public void Add(string name) => _places.TryAdd(name, _places.Count);

    /// <summary>Where a field stands; what is about no field comes first, and what is not known to the page last.</summary>
    public int PlaceOf(string name) => name.Length == 0 ? -1 : _places.GetValueOrDefault(name, int.MaxValue);
}
