namespace Beeper.Resolver.Merging.Learning;

/// <summary>What a field holds, which decides how two of its values are compared and which of their parts bring records together.</summary>
public enum FieldKind
{
    /// <summary>A name of few words: slips, short forms and initials may stand for it.</summary>
    Name,

    /// <summary>Several words, such as a street: words may be missing or misspelt.</summary>
    Text,

    /// <summary>Digits or letters without meaning of their own, such as a number: one may be wrong or swapped with the next.</summary>
    Code,

    /// <summary>A date as year, month and day: a digit may be wrong, day and month swapped.</summary>
    Date,

    /// <summary>An e-mail address: the part before the @ says most.</summary>
    Email,
}
