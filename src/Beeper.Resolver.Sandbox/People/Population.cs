using System.Text.Json;

namespace Beeper.Resolver.Sandbox.People;

/// <summary>The accounts and people of a sandbox.</summary>
/// <param name="Accounts">The accounts.</param>
/// <param name="People">The people; each belongs to one account.</param>
public sealed record Population(IReadOnlyList<SandboxAccount> Accounts, IReadOnlyList<Person> People)
{
    private const string Expected = "a population with accounts and people";

    /// <summary>Nobody.</summary>
    public static Population Empty { get; } = new([], []);

    /// <summary>Reads a population file; its <c>people</c> may name a JSONL file beside it.</summary>
    /// <exception cref="SandboxFileException">The file cannot be used.</exception>
    public static Population Read(string path) => Parse(path, SandboxFile.Read(path));

    /// <summary>Reads the text of a population file; a file named in it is looked for beside the path.</summary>
    /// <param name="path">Where the text comes from, for messages.</param>
    /// <param name="json">The text.</param>
    /// <exception cref="SandboxFileException">The text cannot be used.</exception>
    public static Population Parse(string path, string json)
    {
        var file = SandboxFile.Parse<PopulationFile>(path, json, Expected);
        if (file.Accounts is null)
            throw new SandboxFileException($"{path} has no member \"accounts\"; expected {Expected}.");
        var people = file.People.ValueKind switch
        {
            JsonValueKind.Array => SandboxFile.Parse<Person[]>(path, file.People.GetRawText(), "a list of people"),
            JsonValueKind.String => ReadLines(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file.People.GetString()!)),
            _ => throw new SandboxFileException($"{path}: \"people\" is neither a list nor the name of a JSONL file."),
        };
        return new Population(file.Accounts, people).Checked(path);
    }

    private static Person[] ReadLines(string path)
    {
        var people = new List<Person>();
        try
        {
            foreach (var line in File.ReadLines(path))
            {
                if (!string.IsNullOrWhiteSpace(line))
                    people.Add(SandboxFile.Parse<Person>($"{path}, record {people.Count + 1}", line, "a person"));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SandboxFileException($"{path} cannot be read. \"people\" names a JSONL file beside the population file.", error);
        }
        return [.. people];
    }

    /// <summary>The population, after a check that its parts fit together.</summary>
    /// <exception cref="SandboxFileException">They do not.</exception>
    internal Population Checked(string path)
    {
        var accounts = Accounts.Select(static account => account.AccountId).ToHashSet(StringComparer.Ordinal);
        if (accounts.Count != Accounts.Count)
            throw new SandboxFileException($"{path}: two accounts have the same accountID.");
        var ids = new HashSet<(string, string)>();
        foreach (var person in People)
        {
            if (!accounts.Contains(person.AccountId))
                throw new SandboxFileException($"{path}: a person names the account {person.AccountId}, which is not in \"accounts\".");
            if (!ids.Add((person.AccountId, person.Id)))
                throw new SandboxFileException($"{path}: two people of account {person.AccountId} have the same id.");
        }
        if (People.FirstOrDefault(person => person.RedirectsTo is { } target && !ids.Contains((person.AccountId, target))) is { } lost)
            throw new SandboxFileException($"{path}: a person of account {lost.AccountId} redirects to an id that is not there.");
        return this;
    }

    private sealed record PopulationFile(IReadOnlyList<SandboxAccount>? Accounts, JsonElement People);
}
