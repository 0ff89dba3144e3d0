using Pipeline.Sources;
using Pipeline.Tests.Support;
using Quartz;

namespace Pipeline.Tests.Sources;

/// <summary>tests/Cases/sources: a sources.yaml and the faults that are found in it, one a line; an empty expectation is a sound file.</summary>
public class FaultCases
{
    public static TheoryData<string> Names => Cases.Of("sources");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_has_the_faults_that_are_expected(string name)
    {
        var folder = Cases.Folder("sources", name);
        var expected = File.ReadAllText(Path.Combine(folder, "expected.txt"));

        Assert.Equal(expected, string.Concat(Faults(Path.Combine(folder, "sources.yaml")).Select(fault => fault + "\n")));
    }

    private static string? Variable(string name) => name switch
    {
        "LAB_TOKEN" => "secret",
        "EMPTY_TOKEN" => "",
        "BROKEN_TOKEN" => "secret\r\nInjected: yes",
        _ => null,
    };

    private static IEnumerable<Fault> Faults(string path)
    {
        try
        {
            SettingsFile.Load(path, text => CronExpression.TryParse(text, out _) ? null : "the scheduler can't read it", Variable);
            return [];
        }
        catch (SettingsException exception)
        {
            return exception.Faults.Select(fault => fault with { File = Path.GetFileName(fault.File) });
        }
    }
}
