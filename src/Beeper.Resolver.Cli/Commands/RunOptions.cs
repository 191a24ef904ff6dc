using System.CommandLine;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Cli.Settings;
using Beeper.Resolver.Pipeline;

namespace Beeper.Resolver.Cli.Commands;

/// <summary>The options that <c>resolve</c> and <c>plan</c> share.</summary>
internal sealed class RunOptions(CommonOptions common)
{
    private readonly BookOptions _books = new();
    private readonly Argument<string[]> _files = new("FILE") { Description = "Address books: CSV exports of any program, or vCards.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<int?> _limit = Count("--limit", "Work on at most N contacts that are not in the store.");
    private readonly Option<int?> _maxNewChats = Count("--max-new-chats", "Send at most N starts.");
    private readonly Option<bool> _existingOnly = new("--existing-only") { Description = "Record chats that exist; start none." };
    private readonly Option<bool> _allowInvite = new("--allow-invite") { Description = "Let a network invite people where it needs that. They see it." };
    private readonly Option<bool> _eachAccount = new("--each-account") { Description = "Start on every account that can reach a contact, not on the best one only." };
    private readonly Option<bool> _retryFailed = new("--retry-failed") { Description = "Try again what failed before." };
    private readonly Option<bool> _refresh = new("--refresh") { Description = "Ask again about contacts whose outcome is known." };
    private readonly Option<string[]> _failOn = new("--fail-on") { Description = "Exit with 8 when there are any: held, rejected.", HelpName = "held|rejected" };
    private readonly Option<string> _pace = new("--pace") { Description = "careful: the networks' budgets and pauses; off: as fast as the server answers (the default with --sandbox; otherwise it asks).", HelpName = "careful|off" };
    private readonly Option<double?> _maxDuration = new("--max-duration") { Description = "Start nothing more after so many minutes.", HelpName = "MINUTES" };
    private readonly Option<bool> _wait = new("--wait") { Description = "Wait for another run that holds the store." };

    public void AddTo(Command command)
    {
        _failOn.AcceptOnlyFromAmong("held", "rejected");
        _pace.AcceptOnlyFromAmong("careful", "off");
        command.Add(_files);
        common.AddServerTo(command);
        foreach (var option in (ReadOnlySpan<Option>)[common.Account, common.Region, _limit, _maxNewChats, _existingOnly, _allowInvite, _eachAccount, _retryFailed, _refresh, _maxDuration, _wait, _pace, _failOn, common.Yes, common.Json, common.JsonLines])
            command.Add(option);
        _books.AddTo(command);
    }

    public RunRequest Read(Tool tool, ParseResult parsed, ResolvedSettings settings, string name, bool planOnly) => new()
    {
        Command = name,
        Books = _books.Read(parsed),
        Files = parsed.GetValue(_files) ?? [],
        Accounts = parsed.GetValue(common.Account) ?? [],
        Form = Form(parsed, common),
        FailOn = parsed.GetValue(_failOn) ?? [],
        Options = new ResolveOptions
        {
            ExistingOnly = parsed.GetValue(_existingOnly),
            AllowInvite = parsed.GetValue(_allowInvite),
            EachAccount = parsed.GetValue(_eachAccount),
            RetryFailed = parsed.GetValue(_retryFailed),
            Refresh = parsed.GetValue(_refresh),
            Limit = parsed.GetValue(_limit),
            MaxNewChats = parsed.GetValue(_maxNewChats),
            MaxDuration = Minutes(parsed.GetValue(_maxDuration)),
            Careful = IsCareful(tool, parsed, settings),
            PlanOnly = planOnly,
        },
        Wait = parsed.GetValue(_wait),
    };

    // Look-ups count as much as starts: a plan without pauses is no less of a nuisance.
    private bool IsCareful(Tool tool, ParseResult parsed, ResolvedSettings settings)
    {
        if ((parsed.GetValue(_pace) ?? (settings.Sandbox ? "off" : "careful")) == "careful")
            return true;
        if (!settings.Sandbox && !parsed.GetValue(common.Yes) && !tool.Terminal.Confirm("Without pauses the networks may take you for a spammer and close your accounts. Go on?"))
            throw new UsageException("Nothing was started. Leave --pace off out to keep the networks' budgets, or add --yes.");
        return false;
    }

    private static TimeSpan? Minutes(double? minutes) => minutes switch
    {
        null => null,
        > 0 and <= 100_000 => TimeSpan.FromMinutes(minutes.Value),
        _ => throw new UsageException("--max-duration takes minutes, more than 0."),
    };

    /// <summary>The form of output a command line asks for.</summary>
    public static OutputForm Form(ParseResult parsed, CommonOptions common)
    {
        if (parsed.GetValue(common.Json) && parsed.GetValue(common.JsonLines))
            throw new UsageException("Use either --json or --jsonl.");
        return parsed.GetValue(common.Json) ? OutputForm.Json : parsed.GetValue(common.JsonLines) ? OutputForm.JsonLines : OutputForm.Text;
    }

    internal static Option<int?> Count(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _)))
                result.AddError($"{name} takes a number from 0 on, not {token.Value}.");
        });
        return option;
    }
}
