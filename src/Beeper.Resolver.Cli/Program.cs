using Beeper.Resolver.Cli;
using Beeper.Resolver.Cli.Output;
using Beeper.Resolver.Cli.Settings;

using var interruption = new Interruption();
return await new Application(Terminal.OfProcess(), ToolEnvironment.OfProcess(), interruption).RunAsync(args);
