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

    /// <summary>
    /// The hash of an identifier as it is: identifiers that are one key but not the same, such as a number with and without a network, differ.
    /// </summary>
    public static ulong WholeHash(Identifier identifier) =>
        StableHash.Mix(StableHash.Add(StableHash.Add(StableHash.Seed((int)identifier.Kind + 1), identifier.Network), identifier.Value));

    /// <summary>The hash of the key an identifier has, for counting who shares it: as <see cref="Hash"/>, and without the dots that Facebook ignores.</summary>
    public static ulong SharingHash(Identifier identifier) =>
        identifier is { Kind: IdentifierKind.Username, Network: "facebook" } && identifier.Value.Contains('.', StringComparison.Ordinal)
            ? Hash(identifier with { Value = HandleKey.Of(identifier.Network, identifier.Value) })
            : Hash(identifier);

    // Most addresses are folded by case alone; those with a tag, with quotes or in a domain with rules of its own are not.
    private static ulong HashEmail(ulong hash, string address) =>
        address.AsSpan().ContainsAny("+\"") || address.Contains("@g", StringComparison.Ordinal) || address.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? StableHash.Add(hash, EmailKey.Of(address))
            : StableHash.AddLower(hash, address);
}
