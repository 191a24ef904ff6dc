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
}
