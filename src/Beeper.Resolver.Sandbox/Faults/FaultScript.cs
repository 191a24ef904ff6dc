namespace Beeper.Resolver.Sandbox.Faults;

/// <summary>The fault rules of a server and how often each has been met.</summary>
internal sealed class FaultScript
{
    private readonly Lock _gate = new();
    private readonly (FaultRule Rule, Random Random)[] _rules;
    private readonly int[] _met;

    /// <summary>Takes the rules in their order.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="source">Where they come from, for errors.</param>
    /// <exception cref="SandboxFileException">A rule contradicts itself.</exception>
    public FaultScript(IReadOnlyList<FaultRule> rules, string source = "The fault rules")
    {
        for (var index = 0; index < rules.Count; index++)
        {
            if (Problem(rules[index]) is { } problem)
                throw new SandboxFileException($"{source}, rule {index + 1}: {problem}");
        }
        _rules = [.. rules.Select(static rule => (rule, new Random(rule.Match.Seed)))];
        _met = new int[rules.Count];
    }

    /// <summary>Whether any rule asks for the account, which may stand in a request's body.</summary>
    public bool NamesAccounts => Array.Exists(_rules, static one => one.Rule.Match.Account is not null);

    /// <summary>Reads a file of rules: a JSON array, or an object with the member <c>rules</c>.</summary>
    /// <exception cref="SandboxFileException">The file cannot be used.</exception>
    public static FaultScript Read(string path)
    {
        var json = SandboxFile.Read(path);
        var rules = json.TrimStart().StartsWith('{')
            ? SandboxFile.Parse<RulesFile>(path, json, "an object with a list of rules").Rules ?? throw new SandboxFileException($"{path} has no member \"rules\".")
            : SandboxFile.Parse<FaultRule[]>(path, json, "a list of fault rules");
        return new FaultScript(rules, path);
    }

    /// <summary>The fault a request meets, or null. Every rule counts the requests that match it, also those that an earlier rule meets.</summary>
    public FaultEffect? Find(string method, string path, string? account)
    {
        FaultEffect? found = null;
        lock (_gate)
        {
            for (var index = 0; index < _rules.Length; index++)
            {
                var (rule, random) = _rules[index];
                if (!Matches(rule.Match, method, path, account))
                    continue;
                var met = ++_met[index];
                var fires = rule.Match switch
                {
                    { Nth: { } nth } => met == nth,
                    { Every: { } every } => met % every == 0,
                    { Probability: { } share } => random.NextDouble() < share,
                    _ => true,
                };
                if (fires)
                    found ??= rule.Effect;
            }
        }
        return found;
    }

    private static bool Matches(FaultMatch match, string method, string path, string? account) =>
        (match.Method is null || match.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (match.Account is null || match.Account == account)
        && (match.Route is null || RouteMatches(match.Route, path));

    private static bool RouteMatches(string route, string path)
    {
        var wanted = route.Trim('/').Split('/');
        var given = path.Trim('/').Split('/');
        for (var index = 0; index < wanted.Length; index++)
        {
            if (wanted[index] == "*" && index == wanted.Length - 1)
                return true;
            if (index >= given.Length || (!wanted[index].StartsWith('{') && !wanted[index].Equals(given[index], StringComparison.Ordinal)))
                return false;
        }
        return wanted.Length == given.Length;
    }

    private static string? Problem(FaultRule? rule)
    {
        if (rule?.Match is not { } match || rule.Effect is null)
            return "a rule has a match and an effect.";
        if (match.Route is { } route && !route.StartsWith('/'))
            return $"\"route\" is a path such as /v1/chats/start, not {route}.";
        if (new object?[] { match.Nth, match.Every, match.Probability }.Count(static one => one is not null) > 1)
            return "\"nth\", \"every\" and \"probability\" exclude each other.";
        if (match.Nth < 1 || match.Every < 1 || match.Probability is < 0 or > 1)
            return "\"nth\" and \"every\" count from 1, \"probability\" lies between 0 and 1.";
        return rule.Effect.Problem();
    }

    private sealed record RulesFile(IReadOnlyList<FaultRule>? Rules);
}
