using System.Runtime.InteropServices;

namespace Beeper.Resolver.Normalization.Phones.Tables;

/// <summary>How a blob begins: what it is, of which version, and where its sections are, in bytes from its start; 128 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal unsafe struct PhoneTableHeader
{
    public const int MarkLength = 12;
    public const int VersionLength = 36;

    public fixed byte Mark[MarkLength];

    /// <summary>Assembly version of libphonenumber-csharp in ASCII, the rest zeros.</summary>
    public fixed byte Version[VersionLength];

    public int InnerNodes;

    public int Rows;

    public int Entries;

    public int Rules;

    public int Possibilities;

    public int Digits;

    public int Regions;

    public int MainRegions;

    public int Steps;

    public int Texts;
}
