using Beeper.Resolver.Normalization.Phones;

namespace Beeper.Resolver.Normalization;

/// <summary>What the phone cell of an address book gave: the number, or the problem's code. Holds no text; each is made when asked for.</summary>
public readonly record struct PhoneParse
{
    internal PhoneParse(PhoneResult number, bool international)
    {
        Number = number;
        International = international;
    }

    internal PhoneParse(string problem) => Problem = problem;

    /// <summary>What the number's text gave; meaningful if there is no problem.</summary>
    public PhoneResult Number { get; }

    /// <summary>The number with plus, without extension, made on each call; null when there is a problem.</summary>
    public string? E164 => Problem is null ? Number.E164 : null;

    /// <summary>Its region (<c>001</c> for worldwide codes), the main one of its country code if no region claims it; null when there is a problem.</summary>
    public string? Region => Problem is not null ? null : Number.Region.IsKnown ? Number.Region.Name : PhoneNormalizer.MainRegion(Number.CallingCode).Name;

    /// <summary>Whether it lies in an assigned range.</summary>
    public bool Valid => Number.IsValid;

    /// <summary>The kind of line.</summary>
    public PhoneType Type => Number.Type;

    /// <summary>Whether the text carried the country code.</summary>
    public bool International { get; }

    /// <summary>A <c>PHONE_</c> code, or null.</summary>
    public string? Problem { get; }

    /// <summary>Says nothing of the number: it is personal.</summary>
    public override string ToString() => Problem ?? Number.ToString();
}
