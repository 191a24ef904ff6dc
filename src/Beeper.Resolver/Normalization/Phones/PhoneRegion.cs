namespace Beeper.Resolver.Normalization.Phones;

/// <summary>
/// A region as phone numbers know it: two capital letters (ISO 3166 alpha-2, such as <c>GB</c>), <c>001</c> for the worldwide calling
/// codes, or none. Kept as a number so that reading a phone number allocates nothing. The default value is "none".
/// </summary>
public readonly record struct PhoneRegion
{
    internal const string WorldwideName = "001";
    internal const int Count = Letters * Letters + 2;
    private const int Letters = 26;
    private const ushort WorldwideNumber = Letters * Letters + 1;

    private static readonly string?[] Names = new string?[Count];

    private PhoneRegion(ushort number) => Number = number;

    /// <summary>The region of the calling codes that belong to no country, such as +800.</summary>
    public static PhoneRegion Worldwide => new(WorldwideNumber);

    /// <summary>Whether there is a region.</summary>
    public bool IsKnown => Number != 0;

    /// <summary>The code, or null for none.</summary>
    public string? Name => Number == 0 ? null : Names[Number] ??= Number == WorldwideNumber ? WorldwideName : NameOf(Number - 1);

    /// <summary>0 for none, 1 to 676 for two letters, 677 for 001.</summary>
    internal ushort Number { get; }

    /// <summary>
    /// The region of a code. Letters must be capital, as in libphonenumber, for which <c>us</c> is no region; any other text gives none.
    /// </summary>
    public static PhoneRegion Of(ReadOnlySpan<char> code)
    {
        if (code.Length == 2 && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]))
            return new PhoneRegion((ushort)((code[0] - 'A') * Letters + (code[1] - 'A') + 1));
        return code.SequenceEqual(WorldwideName) ? Worldwide : default;
    }

    /// <summary>The code, or an empty text for none.</summary>
    public override string ToString() => Name ?? "";

    internal static PhoneRegion FromNumber(ushort number) => new(number);

    private static string NameOf(int letters) => $"{(char)('A' + letters / Letters)}{(char)('A' + letters % Letters)}";
}
