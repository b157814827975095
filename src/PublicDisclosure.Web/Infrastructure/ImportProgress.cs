using System.Collections.Concurrent;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>
/// How many rows of an uploaded file have been read so far. Kept in memory on the node that reads: it is worth something for
/// seconds only, and a page that gets no answer simply shows none.
/// </summary>
public sealed class ImportProgress
{
    private readonly ConcurrentDictionary<Guid, int> _rows = new();

    /// <summary>Rows read for a ticket of the form; null when nothing is being read under it.</summary>
    public int? RowsOf(Guid ticket) => _rows.TryGetValue(ticket, out var rows) ? rows : null;

    /// <summary>Follows one reading until it is disposed.</summary>
    public Reading Follow(Guid ticket) => new(this, ticket);

    /// <summary>One reading under way.</summary>
    public sealed class Reading : IProgress<int>, IDisposable
    {
        private readonly ImportProgress _owner;
        private readonly Guid _ticket;

        internal Reading(ImportProgress owner, Guid ticket)
        {
            (_owner, _ticket) = (owner, ticket);
            Report(0);
        }

        /// <inheritdoc/>
        public void Report(int value) => _owner._rows[_ticket] = value;

        /// <inheritdoc/>
        public void Dispose() => _owner._rows.TryRemove(_ticket, out _);
    }
}
