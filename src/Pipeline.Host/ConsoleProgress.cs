using Pipeline.Model;

namespace Pipeline.Host;

/// <summary>Progress on standard error: one line that moves on a terminal, plain lines where it is piped.</summary>
internal sealed class ConsoleProgress : IProgress<Progress>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private bool _open;

    public void Report(Progress value)
    {
        var line = $"{value.Stage} {value.Done}/{value.Total}  {value.What}";
        lock (_gate)
        {
            // Erase the line (ECMA-48 EL), write it anew, and stay on it.
            Console.Error.Write(_terminal ? $"\r\e[2K{Fit(line)}" : line + "\n");
            _open = _terminal;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_open)
                Console.Error.Write("\r\e[2K");
            _open = false;
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
