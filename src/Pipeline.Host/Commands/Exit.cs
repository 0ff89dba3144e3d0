using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Templating;

namespace Pipeline.Host.Commands;

/// <summary>Exit codes, and the one place where what went wrong becomes one.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int Interrupted = 130;

    /// <summary>Runs a verb; whatever it throws becomes a line that says what to do, and a code.</summary>
    public static async Task<int> Guard(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (OperationCanceledException)
        {
            return Say(Interrupted, "interrupted; what was fetched is kept, and the next run goes on from there");
        }
        catch (Exception exception) when (exception is SettingsException or UsageException or TemplateException)
        {
            return Say(Usage, exception.Message);
        }
        catch (Exception exception) when (exception is TroubleException or ArchiveException or ArchiveBusyException or IOException or UnauthorizedAccessException)
        {
            return Say(Failed, exception.Message);
        }
        catch (Exception exception)
        {
            return Say(Failed, $"a fault of the program itself; please report it with the lines below\n{exception}");
        }
    }

    private static int Say(int code, string message)
    {
        foreach (var line in message.Split('\n'))
            Console.Error.WriteLine($"pipeline: {line.TrimEnd('\r')}");
        return code;
    }
}

/// <summary>A wrong argument that only looking at the world could find.</summary>
internal sealed class UsageException(string message) : Exception(message);
