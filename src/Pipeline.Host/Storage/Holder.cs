using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Host.Storage;

/// <summary>Who holds an archive's lock, in words. Not with what arguments: they may hold a password.</summary>
internal static class Holder
{
    public const string Unnamed = "a process that has not said its name";

    public static string Self(string purpose)
    {
        using var process = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture,
            $"process {process.Id} ({purpose}; started {process.StartTime.ToUniversalTime():yyyy-MM-dd HH:mm} UTC)");
    }
}
