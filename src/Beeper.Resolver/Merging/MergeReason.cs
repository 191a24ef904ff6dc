using System.Text.Json.Serialization;

namespace Beeper.Resolver.Merging;

/// <summary>Why two records are, or may be, one person; from the best evidence to the weakest. Up to <see cref="Organization"/> they are merged, beyond that suggested.</summary>
public enum MergeReason
{
    /// <summary>The user said so.</summary>
    [JsonStringEnumMemberName("decided")]
    Decided,

    /// <summary>The same full name and an identifier nobody with another name has.</summary>
    [JsonStringEnumMemberName("identifier_and_name")]
    OwnIdentifier,

    /// <summary>The same full name and an identifier that people with other names have too.</summary>
    [JsonStringEnumMemberName("shared_identifier_and_name")]
    SharedIdentifier,

    /// <summary>Names that agree by a nickname, initial or slip, and an identifier nobody with another name has.</summary>
    [JsonStringEnumMemberName("identifier_and_similar_name")]
    OwnIdentifierSimilarName,

    /// <summary>One word of the names agrees, and a personal identifier nobody with another name has.</summary>
    [JsonStringEnumMemberName("identifier_and_one_word")]
    OwnIdentifierOneWord,

    /// <summary>One of the names says nothing, and a personal identifier nobody with another name has.</summary>
    [JsonStringEnumMemberName("identifier_without_name")]
    OwnIdentifierNoName,

    /// <summary>The same full name and organisation in two address books, and nobody else of that name.</summary>
    [JsonStringEnumMemberName("name_and_organization")]
    Organization,

    /// <summary>Suggested: evidence that would merge, but another record of the contact speaks against it.</summary>
    [JsonStringEnumMemberName("contradicted")]
    Contradicted,

    /// <summary>Suggested: a shared or household's identifier, and names that say too little.</summary>
    [JsonStringEnumMemberName("shared_identifier")]
    SharedIdentifierWeakName,

    /// <summary>Suggested: the same full name in different address books.</summary>
    [JsonStringEnumMemberName("same_name")]
    SameName,

    /// <summary>Suggested: the same family name and given names of which one is short for the other.</summary>
    [JsonStringEnumMemberName("similar_name")]
    SimilarName,
}
