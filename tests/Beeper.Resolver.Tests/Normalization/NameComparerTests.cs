using Beeper.Resolver.Normalization;
using CsCheck;

namespace Beeper.Resolver.Tests.Normalization;

public sealed class NameComparerTests
{
    [Theory]
    [InlineData("Harriet Quill", "Harriet Quill")]
    [InlineData("Harriet Quill", "QUILL, Harriet")]
    [InlineData("Harriet Quill", "Quill Harriet")]
    [InlineData("Harriet Quill", "Dr. Harriet Quill, Ph.D.")]
    [InlineData("Harriet Quill", "Harriet 🦉 Quill 👑")]
    [InlineData("Harriet Quill", "Harriet \u202AQu\u00ADill\u202C")]
    [InlineData("Harriet Quill", "Harriet Ann Quill")]
    [InlineData("Harriet Quill", "Harriet \"Hattie\" Quill (Work)")]
    [InlineData("Harriet Quill", "𝐇𝐚𝐫𝐫𝐢𝐞𝐭 Ｑｕｉｌｌ")]
    [InlineData("Harriet Quill", "Harriet Quill Mobile")]
    [InlineData("Harriet O'Quill", "Harriet OQuill")]
    [InlineData("Jose\u0301 Marín", "José Marin")]
    [InlineData("Jürgen Groß", "Juergen Gross")]
    [InlineData("Jürgen Groß", "Jurgen Gross")]
    [InlineData("Anna Müller", "Anna Mueller")]
    [InlineData("Anna Mueller", "Anna Muller")]
    [InlineData("Jörg Bäk", "Joerg Baek")]
    [InlineData("Øystein Åsmund", "Oeystein Aasmund")]
    [InlineData("Øystein Åsmund", "Oystein Asmund")]
    [InlineData("Иван Петров", "Ivan Petrov")]
    [InlineData("Иван Петров", "Petrov, Iwan")]
    [InlineData("Сергей Щербаков", "Sergei Scherbakov")]
    [InlineData("Сергей Щербаков", "Sergey Shcherbakov")]
    [InlineData("Мария Хабарова", "Mariya Khabarova")]
    [InlineData("Мария Хабарова", "Maria Habarova")]
    [InlineData("Юлия Смирнова", "Julia Smirnova")]
    [InlineData("Алексей Смирнов", "Alexei Smirnoff")]
    [InlineData("Χρήστος Παπαδόπουλος", "Christos Papadopoulos")]
    [InlineData("Χρήστος Παπαδόπουλος", "Christos Papadopulos")]
    [InlineData("Rasheed Kahn-Olsson", "Rashid Kahn Olsson")]
    [InlineData("Kim Min-jun", "Gim Min-jun")]
    [InlineData("Park Seo-yeon", "Bak Seo-yeon")]
    [InlineData("Lee Ji-woo", "Yi Ji-woo")]
    [InlineData("Anna-Lena Berg", "Annalena Berg")]
    [InlineData("Jan van der Berg", "Jan Vanderberg")]
    [InlineData("Ludwig van Houten", "Ludwig Houten")]
    [InlineData("Ana de la Cruz", "Cruz, Ana de la")]
    [InlineData("김철수", "김 철수")]
    [InlineData("王小明", "王 小明")]
    [InlineData("محمد الحسن", "مُحَمَّد حسن")]
    [InlineData("IŞIK ÇINAR", "Işık Çınar")]
    [InlineData("Yo-Yo Ma", "Ma, Yo-Yo")]
    [InlineData("Philip Quill", "Phillip Quill")]
    [InlineData("Harriet Meyer", "Harriet Meier")]
    [InlineData("Николай Семёнов", "Nikolay Semyonov")]
    [InlineData("Николай Семёнов", "Nikolay Semenov")]
    public void One_person_in_two_spellings_agrees_strongly(string left, string right) => AssertBothWays(NameAgreement.Strong, left, right);

    [Theory]
    [InlineData("Harriet Quill", "H. Quill")]
    [InlineData("Robert Smith", "Bob Smith")]
    [InlineData("Екатерина Иванова", "Katya Ivanova")]
    [InlineData("Francisco Duarte", "Paco Duarte")]
    [InlineData("Małgorzata Nowak", "Gosia Nowak")]
    [InlineData("Harriet Quill", "Harrriet Quill")]
    [InlineData("Harriet Featherstone", "Harriet Fetherstone")]
    [InlineData("Anna Petrov", "Anna Petrova")]
    [InlineData("Anna Kowalski", "Anna Kowalska")]
    [InlineData("Robert Miller", "Robert Millr")]
    [InlineData("Robert Taylor", "Robert Talyor")]
    [InlineData("Alejandro López Rodríguez", "Alejandro Lpez")]
    [InlineData("Николай Яблоков", "Николай Я.")]
    [InlineData("Николай Яблоков", "N. Yablokov")]
    [InlineData("Elena Chernova", "Елена Ч.")]
    [InlineData("عائشة سليم", "ع. سليم")]
    [InlineData("Verónica García", "Vero García")]
    [InlineData("Ulrike Feldstein", "Ulli Feldstein")]
    [InlineData("Дарья Смирнова", "Даша Смирнова")]
    [InlineData("Mustafa Yıldırım", "Mıstık Yıldırım")]
    [InlineData("Βασιλική Μιχαλίδης", "Vaso Michalidis")]
    [InlineData("Kim Min-jun", "김민준")]
    [InlineData("Lee Younghee", "이영희")]
    [InlineData("Minchul Yoon", "민철 윤")]
    [InlineData("Mincheol Yun", "윤민철")]
    [InlineData("Hyewoo Jung", "정혜우")]
    [InlineData("Jeong Hye-u", "혜우 정")]
    [InlineData("Muhammad Hassan", "محمد حسن")]
    [InlineData("Tanaka Taro", "田中太郎")]
    [InlineData("Taro Tanaka", "田中 太郎")]
    [InlineData("Taroh Tanaka", "太郎 田中")]
    [InlineData("Yuuko Itoh", "伊藤優子")]
    [InlineData("Yūko Itō", "伊藤優子")]
    [InlineData("Syota Tuji", "辻翔太")]
    [InlineData("Junko Homma", "本間順子")]
    public void Near_and_short_forms_are_compatible(string left, string right) => AssertBothWays(NameAgreement.Compatible, left, right);

    [Theory]
    [InlineData("Harriet", "Harriet Quill")]
    [InlineData("Quill", "Harriet Quill")]
    [InlineData("H. Q.", "Harriet Quill")]
    [InlineData("Bob", "Robert Smith")]
    [InlineData("Lizzie Mrris", "Elizabeth Morris")]
    [InlineData("John Hale", "John Hale Jr.")]
    [InlineData("Taxi Quill 1", "Taxi Quill")]
    [InlineData("Wang Xiaoming", "王小明")]
    [InlineData("田中", "田中太郎")]
    [InlineData("Tanaka", "田中太郎")]
    [InlineData("Taro", "田中太郎")]
    [InlineData("T. Tanaka", "田中太郎")]
    [InlineData("Xiaoming", "小明 王")]
    [InlineData("Minwoo", "민우 양")]
    [InlineData("H. Kim", "김하철")]
    [InlineData("Jinjun Kim", "진. 김")]
    public void One_word_or_less_is_weak(string left, string right) => AssertBothWays(NameAgreement.Weak, left, right);

    [Theory]
    [InlineData("", "Harriet Quill")]
    [InlineData("MarÃ­a PeÃ±a", "María Peña")]
    [InlineData("Ð Ð¾Ð¼Ð°Ð½ ÐÐ»Ð¸Ð¼Ð¾Ð²", "Roman Klimov")]
    [InlineData("👑", "Harriet Quill")]
    [InlineData("Unknown", "Harriet Quill")]
    [InlineData("Deleted User", "Deleted User")]
    [InlineData("IT-Support", "IT-Support")]
    [InlineData("Sales", "Headquarter")]
    [InlineData("Quill & Sons", "Harriet Quill")]
    [InlineData("Quill GmbH", "Quill GmbH")]
    [InlineData("Quill AG", "Harriet Quill")]
    [InlineData("Taxi 1", "Taxi 2")]
    [InlineData("Harriet Quill", "王小明")]
    [InlineData("Harriet Quill", "김철수")]
    [InlineData("Harriet Quill", "محمد حسن")]
    [InlineData("Harriet Quill", "สมชาย ใจดี")]
    [InlineData("Tanaka Jiro", "田中太郎")]
    [InlineData("Suzuki Taro", "田中太郎")]
    [InlineData("Night Owl", "田中太郎")]
    [InlineData("Mina Yang", "민우 양")]
    [InlineData("Minho Kim", "민철 윤")]
    [InlineData("David Levi", "דוד לוי")]
    [InlineData("張偉明", "张伟明")]
    [InlineData("สมชาย ใจดี", "สมหญิง ใจดี")]
    public void What_names_nobody_or_cannot_be_compared_is_unknown(string left, string right) => AssertBothWays(NameAgreement.Unknown, left, right);

    [Theory]
    [InlineData("John Smith", "Joan Smith")]
    [InlineData("John Smith", "Jane Smith")]
    [InlineData("John Hale Sr", "John Hale Jr")]
    [InlineData("Hale Jr., John", "John Hale, Sr.")]
    [InlineData("John Hale II", "John Hale III")]
    [InlineData("Ann", "Annette")]
    [InlineData("Ann Quill", "Annette Quill")]
    [InlineData("Anna Quill", "Hanna Quill")]
    [InlineData("Daniel Quill", "Daniela Quill")]
    [InlineData("Martin Quill", "Marvin Quill")]
    [InlineData("Martina Quill", "Martine Quill")]
    [InlineData("Alexander Quill", "Alexandra Quill")]
    [InlineData("Karin Quill", "Katrin Quill")]
    [InlineData("Marina Quill", "Martina Quill")]
    [InlineData("Francis Quill", "Frances Quill")]
    [InlineData("Carla Quill", "Clara Quill")]
    [InlineData("Joe Quill", "Jo Quill")]
    [InlineData("Jan Quill", "Ian Quill")]
    [InlineData("Juan Ortega", "Yuan Ortega")]
    [InlineData("Kevin Wu", "Kevin Vu")]
    [InlineData("Roy Quill", "Ru Quill")]
    [InlineData("Bill Quill", "Will Quill")]
    [InlineData("Harriet Petersen", "Harriet Peterson")]
    [InlineData("Quill Karin", "Quill Katrin")]
    [InlineData("Quill Marina", "Quill Martina")]
    [InlineData("Wang Xiaoming", "Wang Xiaomin")]
    [InlineData("Kim Minju", "Kim Minjun")]
    [InlineData("Tanaka Yuko", "Tanaka Yukio")]
    [InlineData("Harriet Quill 1", "Harriet Quill 2")]
    [InlineData("Bin Wang", "Lei Wang")]
    [InlineData("Don Smith", "Jon Smith")]
    [InlineData("John Doe", "Deborah Doe")]
    [InlineData("김철수", "김영수")]
    [InlineData("王小明", "王小红")]
    [InlineData("محمد حسن", "أحمد حسن")]
    [InlineData("Иван Петров", "Ivana Petrova")]
    public void Siblings_couples_and_strangers_conflict(string left, string right) => AssertBothWays(NameAgreement.Conflict, left, right);

    [Fact]
    public void Comparing_is_symmetric() =>
        Gen.Select(NameGen.Name, NameGen.Name).Sample((left, right) =>
            NameComparer.Compare(NameFolder.Fold(left), NameFolder.Fold(right)) == NameComparer.Compare(NameFolder.Fold(right), NameFolder.Fold(left)), iter: 5_000);

    [Fact]
    public void A_name_never_conflicts_with_itself() =>
        NameGen.Name.Sample(name => NameComparer.Compare(NameFolder.Fold(name), NameFolder.Fold(name)) != NameAgreement.Conflict, iter: 5_000);

    [Fact]
    public void Any_text_can_be_folded_and_compared() =>
        Gen.Select(Gen.String, NameGen.Name).Sample((text, name) => Enum.IsDefined(NameComparer.Compare(NameFolder.Fold(text), NameFolder.Fold(name))), iter: 5_000);

    [Fact]
    public void Comparing_allocates_nothing()
    {
        string[] texts =
        [
            "Harriet Quill", "Quill, Hariet", "Jürgen Groß", "Kim Min-jun", "김민준", "محمد حسن", "Muhammad Hassan", "王小明", "Wang Xiaoming", "田中太郎", "Taro Tanaka", "太郎 田中", "Taro", "Jan van der Berg", "J. Vanderberg",
        ];
        var names = Array.ConvertAll(texts, NameFolder.Fold);
        CompareAll(names);
        var before = GC.GetAllocatedBytesForCurrentThread();
        CompareAll(names);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void CompareAll(FoldedName[] names)
    {
        foreach (var left in names)
        {
            foreach (var right in names)
                NameComparer.Compare(left, right);
        }
    }

    private static void AssertBothWays(NameAgreement expected, string left, string right)
    {
        Assert.Equal(expected, NameComparer.Compare(NameFolder.Fold(left), NameFolder.Fold(right)));
        Assert.Equal(expected, NameComparer.Compare(NameFolder.Fold(right), NameFolder.Fold(left)));
    }
}
