using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Settings;

namespace Beeper.Resolver.Cli;

/// <summary>What every command is given.</summary>
/// <param name="Common">The options several commands take.</param>
/// <param name="Terminal">Where output goes.</param>
/// <param name="Environment">Environment variables and the user's directories.</param>
/// <param name="Interruption">How the user stops it.</param>
internal sealed record Tool(CommonOptions Common, Terminal Terminal, ToolEnvironment Environment, Interruption Interruption);
