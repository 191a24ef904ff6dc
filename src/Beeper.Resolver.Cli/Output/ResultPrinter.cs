using System.Text.Json;
using Beeper.Resolver.Cli.Runs;
using Beeper.Resolver.Pipeline;
using Beeper.Resolver.Reporting;

namespace Beeper.Resolver.Cli.Output;

/// <summary>Writes the results of a run: each as it comes, and the summary at the end.</summary>
internal abstract class ResultPrinter
{
    /// <summary>The printer of a form.</summary>
    public static ResultPrinter Of(RunRequest request, Terminal terminal) => request.Form switch
    {
        OutputForm.Json => new JsonPrinter(terminal, whole: true),
        OutputForm.JsonLines => new JsonPrinter(terminal, whole: false),
        _ => new TextPrinter(terminal, eachDecision: request.Options.PlanOnly, request.Explain),
    };

    /// <summary>Takes one contact.</summary>
    public abstract void Add(ContactResult result);

    /// <summary>Writes the end.</summary>
    public abstract void Finish(SummaryDocument document, RunSummary summary, IReadOnlyList<(string Command, string Purpose)> next);

    private sealed class JsonPrinter(Terminal terminal, bool whole) : ResultPrinter
    {
        private bool _begun;

        public override void Add(ContactResult result)
        {
            foreach (var resolution in result.Resolutions)
            {
                var line = JsonSerializer.Serialize(ResultLine.Of(result.Contact, resolution), ResolverJson.Options);
                terminal.Line(whole ? $"{(_begun ? "," : "{\"schema\":1,\"results\":[")}{line}" : line);
                _begun = true;
            }
            if (!whole && !result.FromStore)
                terminal.Flush();
        }

        public override void Finish(SummaryDocument document, RunSummary summary, IReadOnlyList<(string Command, string Purpose)> next)
        {
            if (whole)
                terminal.Line($"{(_begun ? "" : "{\"schema\":1,\"results\":[")}],\"summary\":{JsonSerializer.Serialize(document, ResolverJson.Options)}}}");
            else
                terminal.Note(TextPrinter.Totals(summary));
        }
    }
}
