using System.Text;
using System.Text.Json.Nodes;

namespace Pipeline.Host.Commands.Inspect;

/// <summary>Writes one object per input, in input order, while the inputs are worked on side by side.</summary>
internal static class JsonLines
{
    public static void Write<T>(IReadOnlyList<T> inputs, Func<T, JsonObject> row, CancellationToken cancellation)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        var lines = inputs.AsParallel().AsOrdered().WithCancellation(cancellation)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(input => row(input).ToJsonString(Output.Line));
        foreach (var line in lines)
            output.WriteLine(line);
    }
}
