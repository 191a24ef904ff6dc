namespace Beeper.Resolver.Sandbox.Faults;

/// <summary>The fault rules of a server and how often each has been met.</summary>
internal sealed class FaultScript
{
    private readonly Lock _gate = new();
    private readonly (FaultRule Rule, Random Random)[] _rules;
    private readonly int[] _met;

    public FaultScript(IReadOnlyList<FaultRule> rules)
    {
        _rules = [.. rules.Select(static rule => (rule, new Random(rule.Match.Seed)))];
        _met = new int[rules.Count];
    }

    /// <summary>Reads a file of rules: a JSON array, or an object with the member <c>rules</c>.</summary>
    /// <exception cref="SandboxFileException">The file cannot be used.</exception>
    public static IReadOnlyList<FaultRule> Read(string path)
    {
        var json = SandboxFile.Read(path);
        var rules = json.TrimStart().StartsWith('{')
            ? SandboxFile.Parse<RulesFile>(path, json, "an object with a list of rules").Rules
            : SandboxFile.Parse<FaultRule[]>(path, json, "a list of fault rules");
        for (var index = 0; index < rules.Count; index++)
        {
            if (Problem(rules[index]) is { } problem)
                throw new SandboxFileException($"{path}, rule {index + 1}: {problem}");
        }
        return rules;
    }

    /// <summary>The fault a request meets, or null.</summary>
    public FaultEffect? Find(string method, string path, string? account)
    {
        lock (_gate)
        {
            for (var index = 0; index < _rules.Length; index++)
            {
                var (rule, random) = _rules[index];
                if (!Matches(rule.Match, method, path, account))
                    continue;
                var met = ++_met[index];
                if ((rule.Match.Nth is null || met == rule.Match.Nth) && (rule.Match.Every is null || met % rule.Match.Every == 0) && (rule.Match.Probability is null || random.NextDouble() < rule.Match.Probability))
                    return rule.Effect;
            }
            return null;
        }
    }

    private static bool Matches(FaultMatch match, string method, string path, string? account) =>
        (match.Method is null || match.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (match.Account is null || match.Account == account)
        && (match.Route is null || RouteMatches(match.Route, path));

    // "POST /v1/chats/start" is understood as well as "/v1/chats/start".
    private static bool RouteMatches(string route, string path)
    {
        var wanted = route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim('/').Split('/');
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

    private static string? Problem(FaultRule rule)
    {
        if (rule.Match is null || rule.Effect is null)
            return "a rule has a match and an effect.";
        if (rule.Effect.When is not ("before" or "after"))
            return $"\"when\" is before or after, not {rule.Effect.When}.";
        if (rule.Effect.Drop is not (null or "before-read" or "after-read" or "mid-body"))
            return $"\"drop\" is before-read, after-read or mid-body, not {rule.Effect.Drop}.";
        return rule.Match.Nth < 1 || rule.Match.Every < 1 || rule.Match.Probability is < 0 or > 1 ? "nth and every count from 1, probability lies between 0 and 1." : null;
    }

    private sealed record RulesFile(IReadOnlyList<FaultRule> Rules);
}
