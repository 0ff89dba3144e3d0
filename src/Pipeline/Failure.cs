using Pipeline.Model;

namespace Pipeline;

internal static class Failure
{
    /// <summary>What a person is told of a failure; an exception that no stage meant to throw is a bug, and says its name.</summary>
    public static string Explain(Exception exception) =>
        exception is TroubleException ? exception.Message : $"{exception.GetType().Name}: {exception.Message}";
}
