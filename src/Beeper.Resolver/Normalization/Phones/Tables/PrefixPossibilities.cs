namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>What the first two digits of a national number may turn out to be.</summary>
[Flags]
internal enum PrefixPossibilities : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>An international prefix of three digits or more that is plain digits.</summary>
    InternationalDigits = 1,

    /// <summary>The region's own calling code without plus.</summary>
    OwnCallingCode = 2,

    /// <summary>An international prefix that only the full rule can tell.</summary>
    InternationalRule = 4,

    /// <summary>A national prefix.</summary>
    NationalPrefix = 8,

    /// <summary>Certainly an international prefix, of one or two digits.</summary>
    International = 16,
}
