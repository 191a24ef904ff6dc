using Beeper.Resolver.Merging;
using CsCheck;

namespace Beeper.Resolver.Tests.Merging;

public sealed class MergeKeyTests
{
    private static readonly Gen<Identifier> Any = Gen.Select(
        Rows.OneOf(IdentifierKind.Phone, IdentifierKind.Email, IdentifierKind.Username, IdentifierKind.UserId),
        Rows.OneOf("+4915228817386", "a.b@gmail.com", "AB+x@googlemail.com", "ab@gmail.com", "A@example.org", "a@example.org", "\"a\"@example.org", "a+t@outlook.com", "a@outlook.com", "quill", "QUILL", "ÄRA", "ära"),
        Rows.OneOf<string?>(null, "telegram", "twitter"),
        static (kind, value, network) => new Identifier(kind, value, network));

    [Fact]
    public void Hashes_are_equal_exactly_where_keys_are() =>
        Gen.Select(Any, Any).Sample(static (a, b) => Assert.Equal(MergeKey.Of(a) == MergeKey.Of(b), MergeKey.Hash(a) == MergeKey.Hash(b)));

    [Fact]
    public void A_number_tied_to_a_network_is_the_same_number() =>
        Assert.Equal(MergeKey.Of(new Identifier(IdentifierKind.Phone, Rows.Mobile)), MergeKey.Of(new Identifier(IdentifierKind.Phone, Rows.Mobile, "whatsapp")));

    [Fact]
    public void The_same_handle_on_two_networks_is_two_keys() =>
        Assert.NotEqual(MergeKey.Of(new Identifier(IdentifierKind.Username, "quill", "telegram")), MergeKey.Of(new Identifier(IdentifierKind.Username, "quill", "twitter")));
}
