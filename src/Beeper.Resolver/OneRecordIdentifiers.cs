using System.Collections;

namespace Beeper.Resolver;

/// <summary>
/// The identifiers of a contact that is one record, made when they are looked at: most contacts of a large book are one record, and keeping
/// what repeats it takes more memory than the records' own names.
/// </summary>
internal sealed class OneRecordIdentifiers(NormalizedRecord record) : IReadOnlyList<ContactIdentifier>
{
    public int Count => record.Identifiers.Count;

    public ContactIdentifier this[int index] => new(record.Identifiers[index].Identifier, [record.Identifiers[index]], 1);

    public IEnumerator<ContactIdentifier> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
