using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace PublicDisclosure.Benchmarks;

/// <summary>The measurements of the product, run by hand; <c>docs/performance.md</c> says how and what they gave.</summary>
internal static class Program
{
    private const string Usage = """
        dotnet run -c Release --project tests/PublicDisclosure.Benchmarks -- <verb>

          generate --disclosures N [--years Y] [--folder F]   makes a SQLite site with N generated disclosures over Y years
          multiply --to N [--folder F]                        copies the rows of what was generated until there are so many
          growth --folders F,F,F [--requests N] [--only pages|search]   the same figures over folders of several sizes, side by side
          measure [--requests N] [--only WORD] [--folder F]   runs the site over that folder and prints server times
          startup [--folder F]                                first and second start of the built program
          crash [--times N] [--seed S] --folder F             kills a working site N times and proves its record after each kill
          coverage [--folder F]                               counts every duty over that folder, publishes, reads the matrix
          media [--megabytes N] [--readers N] [--folder F]    takes in, publishes and streams a large film; tells the extra memory
          letters [--letters N] [--folder F]                  fills that folder with letters, reads lists, statistics and cases
          interpretations [--count N] [--folder F]            makes interpretations in a generated folder, reads their lists and pages
          questions [--set practice] [--open true] [--folder F]   asks the search the labelled questions of citizens
          desk [--folder F]                                   opens the desk of a clerk for whom a thousand things wait
          load [--rounds N] [--seconds N] [--only kept|made] [--folder F]   requests per second of the site against a bare server
          large [--requests N] [--folder F]                   objects of over 85 KB that reading allocates
          crowd [--minutes N] [--editors N] [--readers N] [--connection SQLSERVER] [--folder F]   people who write and read at once
          micro                                               small parts, by BenchmarkDotNet

        F is data/benchmark unless given.
        """;

    private static async Task<int> Main(string[] args)
    {
        var arguments = Arguments.Read(args);
        switch (args.FirstOrDefault())
        {
            case "generate":
                return await Generate.RunAsync(arguments.Folder, arguments.Number("disclosures", 100_000), arguments.Number("years", 5));
            case "multiply":
                return await Multiply.RunAsync(arguments.Folder, arguments.Number("to", 1_000_000));
            case "growth":
                return await Growth.RunAsync(arguments.Text("folders", ""), arguments.Number("requests", 60), arguments.Text("only", ""));
            case "measure":
                return await Measure.RunAsync(arguments.Folder, arguments.Number("requests", 200), arguments.Text("only", ""));
            case "startup":
                return await MeasureStart.RunAsync(arguments.Text("folder", ""));
            case "crash":
                return await Crash.RunAsync(arguments.Folder, arguments.Number("times", 100), arguments.Number("seed", 20260105));
            case "crash-worker":
                return await CrashWorker.RunAsync(arguments.Folder);
            case "coverage":
                return await CoverageFigures.RunAsync(arguments.Folder);
            case "media":
                return await MediaFigures.RunAsync(arguments.Folder, arguments.Number("megabytes", 500), arguments.Number("readers", 100));
            case "letters":
                return await LetterFiguresRun.RunAsync(arguments.Folder, arguments.Number("letters", 100_000));
            case "interpretations":
                return await InterpretationFigures.RunAsync(arguments.Folder, arguments.Number("count", 20_000));
            case "questions":
                return await Search.SearchFigures.RunAsync(arguments.Folder, args.Contains("--open"), arguments.Text("set", Search.LabelledQuestion.Measured));
            case "desk":
                return await DeskFigures.RunAsync(arguments.Folder);
            case "load":
                return await Load.LoadFigures.RunAsync(arguments.Folder, arguments.Number("rounds", 7), arguments.Number("seconds", 3), arguments.Text("only", ""));
            case "large":
                return await LargeObjects.RunAsync(arguments.Folder, arguments.Number("requests", 2000));
            case "crowd":
                return await Load.CrowdFigures.RunAsync(arguments.Folder, arguments.Number("minutes", 5), arguments.Number("editors", 50), arguments.Number("readers", 500), arguments.Text("connection", ""));
            case "bare-worker":
                return await Load.BareWorker.RunAsync(arguments.Folder, arguments.Number("port", 0), arguments.Text("copy", ""), arguments.Text("encoding", ""), arguments.Text("database", "ordinary"));
            case "micro":
                // In this process: the generated projects of BenchmarkDotNet do not know central package versions.
                BenchmarkRunner.Run(typeof(Program).Assembly, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
                return 0;
            default:
                Console.WriteLine(Usage);
                return 1;
        }
    }
}
