using Beeper.Resolver.Evaluation.Reporting;
using Beeper.Resolver.Evaluation.Running;

try
{
    var options = EvaluationOptions.Parse(args);
    if (options.Labelled.Count > 0)
    {
        Console.Out.Write(LabelledReport.Of(options.Labelled, options.Without));
        return 0;
    }
    if (options.Calibrate is { } outcomes)
    {
        await CalibrationRun.RunAsync(outcomes, options.Output ?? throw new ArgumentException("--calibrate needs --output."), CancellationToken.None);
        return 0;
    }
    if (options.ExpectedGroups is not null)
        return GroupsCheck.Run(options, Console.Out);
    if (options.LearnSuggestions)
    {
        await SuggestionRun.RunAsync(options.Output ?? throw new ArgumentException("--learn-suggestions needs --output."), CancellationToken.None);
        return 0;
    }
    await new EvaluationReport(options, Console.Out).RunAsync(CancellationToken.None);
    return 0;
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(EvaluationOptions.Usage);
    return 2;
}
