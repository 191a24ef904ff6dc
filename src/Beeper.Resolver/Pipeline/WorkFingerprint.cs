using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Beeper.Resolver.Networks;
using Beeper.Resolver.Ranking;

namespace Beeper.Resolver.Pipeline;

/// <summary>
/// A digest of all that decides the work on a contact: what is known of it, the accounts, the networks' rules, the options and the
/// version of the weights. As long as it is the same, the store's answer stands.
/// </summary>
internal sealed class WorkFingerprint
{
    private readonly byte[] _common;
    private readonly SharedIdentifiers _shared;

    public WorkFingerprint(IReadOnlyList<Account> accounts, NetworkCatalog networks, RankingModel model, ResolveOptions options)
    {
        _shared = model.Shared;
        var text = new StringBuilder(model.Version).Append('|').Append(options.AllowInvite).Append(options.EachAccount).Append(options.ExistingOnly);
        foreach (var account in accounts.OrderBy(static account => account.Id, StringComparer.Ordinal))
            text.Append('|').Append(account.Id).Append('=').Append(account.Network).Append(networks[account.Network].Digest);
        _common = Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A digest of what decides the work beside the contacts, and of the program that decides it; 32 bytes.</summary>
    public byte[] Common => SHA256.HashData([.. _common, .. Encoding.UTF8.GetBytes(BuildIdentity.Value)]);

    /// <summary>The digest, 16 bytes.</summary>
    public byte[] Of(Contact contact)
    {
        var text = new StringBuilder(contact.Name);
        foreach (var record in contact.Records)
            text.Append('\n').Append(record.Name).Append('\t').Append(record.Nickname).Append('\t').Append(record.Organization);
        foreach (var given in contact.Identifiers)
        {
            text.Append('\n').Append((int)given.Identifier.Kind).Append(given.Identifier.Value).Append('\t').Append(given.Identifier.Network).Append('\t').Append(given.Sources).Append((int)_shared.Of(given.Identifier));
            foreach (var occurrence in given.Occurrences)
                text.Append('\t').Append(occurrence.Label).Append(occurrence.Primary ? '1' : '0').Append(occurrence.International ? '1' : '0');
        }
        var bytes = ArrayPool<byte>.Shared.Rent(_common.Length + Encoding.UTF8.GetMaxByteCount(text.Length));
        _common.CopyTo(bytes, 0);
        var length = _common.Length;
        foreach (var chunk in text.GetChunks())
            length += Encoding.UTF8.GetBytes(chunk.Span, bytes.AsSpan(length));
        var fingerprint = SHA256.HashData(bytes.AsSpan(0, length))[..16];
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        return fingerprint;
    }
}
