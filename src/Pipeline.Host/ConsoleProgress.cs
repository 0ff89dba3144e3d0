using Pipeline.Model;

namespace Pipeline.Host;

/// <summary>Progress on standard error: one line that moves on a terminal, plain lines where it is piped.</summary>
internal sealed class ConsoleProgress : IProgress<Progress>, IDisposable
{
    private readonly Lock gate = new();
    private readonly bool terminal = !Console.IsErrorRedirected;
    private bool open;

    public void Report(Progress value)
    {
        var line = $"{value.Stage} {value.Done}/{value.Total}  {value.What}";
        lock (gate)
        {
            // Erase the line (ECMA-48 EL), write it anew, and stay on it.
            Console.Error.Write(terminal ? $"\r\e[2K{Fit(line)}" : line + "\n");
            open = terminal;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (open)
                Console.Error.Write("\r\e[2K");
            open = false;
        }
    }

    /// <summary>A Han character takes two columns; halving is safe for any text.</summary>
    private static string Fit(string line)
    {
        var width = Math.Max(20, Console.WindowWidth - 1);
        var columns = 0;
        for (var at = 0; at < line.Length; at++)
        {
            columns += line[at] < '\u1100' ? 1 : 2;
            if (columns > width)
                return line[..at];
        }

        return line;
    }
}
