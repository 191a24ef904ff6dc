using CsCheck;

namespace Beeper.Resolver.Tests.Normalization;

/// <summary>Names made of a few words that often meet: real ones, near ones, initials, titles, other scripts.</summary>
internal static class NameGen
{
    private static readonly string[] Words =
    [
        "Harriet", "Hariet", "Quill", "Quil", "Anna", "Lena", "Annalena", "Jan", "van", "der", "Berg", "Vanderberg", "Bob", "Robert", "Rob", "H.", "Q", "A.", "Dr.", "Jr", "Sr.", "III", "PhD", "Ma",
        "Müller", "Mueller", "Muller", "Jörg", "Joerg", "Groß", "Иван", "Ivan", "Петров", "Petrova", "Kim", "Gim", "Min-jun", "김민준", "김", "محمد", "Muhammad", "حسن", "Hassan", "王小明", "Xiaoming",
        "Wang", "2", "10", "GmbH", "Support", "Mobile", "👑", "สมชาย", ",", "(work)", "de", "la", "Cruz", "O'Neil", "aa", "aaa", "ab", "ba", "Philip", "Phillip", "Filip",
    ];

    public static Gen<string> Name { get; } = Gen.Int[0, Words.Length - 1].Select(static index => Words[index]).Array[0, 5].Select(static words => string.Join(' ', words));
}
