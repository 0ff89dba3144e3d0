using System.Globalization;

namespace Pipeline.Digests.Checking;

internal static class JsonPath
{
    public static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
