using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Beeper.Resolver.Merging;

/// <summary>
/// Gives each contact its key. A contact takes over the key of the known contact with which it shares most identifiers (the name breaks
/// ties), so that a changed row keeps its chats; a new one gets a hash of what it says, which is the same on every machine.
/// </summary>
internal sealed class ContactKeys
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 10;

    private readonly Dictionary<MergeKey, List<KnownContact>> _known = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public ContactKeys(IEnumerable<KnownContact> known)
    {
        foreach (var contact in known)
        {
            foreach (var identifier in contact.Identifiers)
            {
                var key = MergeKey.Of(identifier);
                if (!_known.TryGetValue(key, out var holders))
                    _known[key] = holders = [];
                holders.Add(contact);
            }
        }
    }

    /// <summary>The contacts with their keys set, in the order given.</summary>
    public List<Contact> Assign(IReadOnlyList<Contact> contacts)
    {
        var keys = new string?[contacts.Count];
        foreach (var (index, key, _) in Claims(contacts).OrderByDescending(claim => claim.Votes).ThenBy(claim => claim.Index))
        {
            if (keys[index] is null && _taken.Add(key))
                keys[index] = key;
        }
        return [.. contacts.Select((contact, index) => contact with { Key = keys[index] ?? NewKey(contact) })];
    }

    private IEnumerable<(int Index, string Key, double Votes)> Claims(IReadOnlyList<Contact> contacts)
    {
        if (_known.Count == 0)
            yield break;
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var index = 0; index < contacts.Count; index++)
        {
            votes.Clear();
            foreach (var given in contacts[index].Identifiers)
            {
                foreach (var known in _known.GetValueOrDefault(MergeKey.Of(given.Identifier)) ?? [])
                {
                    var sameName = string.Equals(known.Name, contacts[index].Name, StringComparison.OrdinalIgnoreCase);
                    votes[known.Key] = votes.GetValueOrDefault(known.Key) + (sameName ? 1.5 : 1);
                }
            }
            foreach (var (key, count) in votes)
                yield return (index, key, count);
        }
    }

    private string NewKey(Contact contact)
    {
        for (var ordinal = 0; ; ordinal++)
        {
            var key = Hash(contact, ordinal);
            if (_taken.Add(key))
                return key;
        }
    }

    private static string Hash(Contact contact, int ordinal)
    {
        var text = new StringBuilder().Append(ordinal.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var value in contact.Identifiers.Select(given => MergeKey.Of(given.Identifier)).Select(key => $"{key.Kind}\t{key.Network}\t{key.Value}").Order(StringComparer.Ordinal))
            text.Append(value).Append('\n');
        if (contact.Identifiers.Count == 0)
            text.Append(contact.Name).Append('\t').Append(contact.Records[0].Organization).Append('\t').Append(contact.Records[0].Location.Source);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return string.Create(Length, digest, static (key, digest) =>
        {
            for (var i = 0; i < key.Length; i++)
                key[i] = Alphabet[digest[i] & 31];
        });
    }
}
