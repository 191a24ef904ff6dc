using Beeper.Resolver.Normalization;

namespace Beeper.Resolver.Merging;

/// <summary>
/// What two records must share to be proposed as one person: the comparison form of an identifier. A number that one source ties to a
/// network and another does not is the same number, so phones carry no network; a handle means nothing outside its network.
/// </summary>
internal readonly record struct MergeKey(IdentifierKind Kind, string? Network, string Value)
{
    public static MergeKey Of(Identifier identifier) => identifier.Kind switch
    {
        IdentifierKind.Phone => new MergeKey(IdentifierKind.Phone, null, identifier.Value),
        IdentifierKind.Email => new MergeKey(IdentifierKind.Email, null, EmailKey.Of(identifier.Value)),
        IdentifierKind.Username => new MergeKey(IdentifierKind.Username, identifier.Network, HandleKey.Of(identifier.Network, identifier.Value)),
        _ => new MergeKey(identifier.Kind, identifier.Network, identifier.Value),
    };

    /// <summary>The hash of the key an identifier has; equal keys have equal hashes, and most are made without allocating.</summary>
    public static ulong Hash(Identifier identifier)
    {
        var hash = StableHash.Seed((int)identifier.Kind + 1);
        hash = identifier.Kind switch
        {
            IdentifierKind.Phone => StableHash.Add(hash, identifier.Value),
            IdentifierKind.Email => HashEmail(hash, identifier.Value),
            IdentifierKind.Username => StableHash.AddLower(StableHash.Add(hash, identifier.Network), identifier.Value),
            _ => StableHash.Add(StableHash.Add(hash, identifier.Network), identifier.Value),
        };
        return StableHash.Mix(hash);
    }

    // Domains with rules of their own begin with g; all others are folded by case alone.
    private static ulong HashEmail(ulong hash, string address) =>
        address.Contains("@g", StringComparison.Ordinal) || address.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? StableHash.Add(hash, EmailKey.Of(address))
            : StableHash.AddLower(hash, address);
}
