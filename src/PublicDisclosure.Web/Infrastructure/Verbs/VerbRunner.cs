using PublicDisclosure.Core.Backup;

namespace PublicDisclosure.Web.Infrastructure.Verbs;

/// <summary>Finds the verb on the command line and runs it.</summary>
internal static class VerbRunner
{
    /// <summary>Exit code when a verb cannot be carried out.</summary>
    public const int Refused = 1;

    /// <summary>Exit code for a word that is no verb (EX_USAGE).</summary>
    public const int UsageError = 64;

    private static readonly IVerb[] All =
        [new MigrateVerb(), new SeedVerb(), new CreateAdminVerb(), new CheckVerb(), new BackupVerb(), new RestoreVerb(), new CalendarVerb(), new ReindexVerb()];

    /// <summary>True when the first word is not a setting: then the program does not serve.</summary>
    public static bool IsVerb(string[] words) => words.Length > 0 && !words[0].StartsWith('-') && !words[0].StartsWith('/');

    /// <summary>Runs the verb and returns the exit code of the program.</summary>
    public static async Task<int> RunAsync(string[] words, IServiceProvider services, TextWriter output)
    {
        if (All.FirstOrDefault(verb => verb.Name == words[0]) is not { } verb)
        {
            await output.WriteLineAsync($"'{words[0]}' is not a verb. Without one the program serves the site. Verbs:");
            foreach (var known in All) await output.WriteLineAsync($"  {known.Name} {known.Help}");
            return UsageError;
        }
        await using var scope = services.CreateAsyncScope();
        var arguments = words.Skip(1).Where(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
        var switches = words.Skip(1).Where(word => word.StartsWith("--", StringComparison.Ordinal) && !word.Contains('=')).ToHashSet();
        try
        {
            return await verb.RunAsync(new VerbCall(scope.ServiceProvider, arguments, switches, output));
        }
        catch (OperationRefusedException refusal)
        {
            await output.WriteLineAsync(refusal.Message);
            return Refused;
        }
    }
}
