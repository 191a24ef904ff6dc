namespace Beeper.Resolver.Merging;

/// <summary>The keys of contacts: those of known ones, and hashes of which the text is made when it is asked for.</summary>
internal sealed class ContactKeyList(KnownContact[] known, int[] keyOf, ulong[] fresh)
{
    /// <summary>The key of a contact.</summary>
    public string this[int contact] => keyOf[contact] >= 0 ? known[keyOf[contact]].Key : ShortKey.Text(fresh[contact]);
}
