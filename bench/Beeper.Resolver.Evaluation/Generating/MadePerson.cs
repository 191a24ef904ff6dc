namespace Beeper.Resolver.Evaluation.Generating;

/// <summary>An invented person, all that is true of them.</summary>
internal sealed class MadePerson
{
    public required int Id { get; init; }

    public required Locale Locale { get; init; }

    public required string Region { get; init; }

    public required bool Female { get; init; }

    public required GivenName Given { get; set; }

    public required NamePart Family { get; set; }

    public NamePart SecondFamily { get; set; }

    /// <summary>The family name before or after marriage, where it differs.</summary>
    public NamePart OtherFamily { get; set; }

    public string Middle { get; init; } = "";

    /// <summary>Jr or Sr, or empty.</summary>
    public string Generation { get; set; } = "";

    /// <summary>The name this person's friends use; may be empty.</summary>
    public NamePart Nickname { get; init; }

    public string? Mobile { get; set; }

    /// <summary>A number the person no longer has.</summary>
    public string? OldMobile { get; set; }

    public string? Landline { get; set; }

    public string? WorkPhone { get; set; }

    public string? Email { get; set; }

    public string? FamilyEmail { get; set; }

    public string? WorkEmail { get; set; }

    public Employer? Employer { get; set; }

    public string? Telegram { get; set; }

    public string? Twitter { get; set; }

    public required string LinkedIn { get; set; }

    /// <summary>Whether the book owner has this person in the address book at all; the others are only on the networks.</summary>
    public bool IsKnown { get; init; } = true;

    public string FullName(bool latin)
    {
        var (given, family) = (Given.Name.In(latin), SecondFamily.IsEmpty ? Family.In(latin) : $"{Family.In(latin)} {SecondFamily.In(latin)}");
        var plain = !Locale.FamilyFirst || latin ? $"{given} {family}" : Locale.Joined ? family + given : $"{family} {given}";
        return Generation.Length == 0 ? plain : $"{plain} {Generation}";
    }
}
