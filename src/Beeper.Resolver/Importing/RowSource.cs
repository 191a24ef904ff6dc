namespace Beeper.Resolver.Importing;

/// <summary>A file's rows, whatever its format.</summary>
internal abstract class RowSource : IDisposable
{
    /// <summary>How the file was understood.</summary>
    public abstract AddressBookLayout Layout { get; }

    /// <summary>Header rows that came again and were dropped.</summary>
    public int RepeatedHeaders { get; protected set; }

    /// <summary>Footer rows that were dropped; known once all rows are read.</summary>
    public int Footers { get; protected set; }

    /// <summary>The rows; may be enumerated once.</summary>
    public abstract IEnumerable<AddressBookRow> Rows();

    /// <inheritdoc/>
    public abstract void Dispose();
}
