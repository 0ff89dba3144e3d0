using System.Text.RegularExpressions;

namespace Pipeline.Sources;

/// <summary>The languages that an editor names.</summary>
public static partial class LanguageCode
{
    /// <summary>The primary language alone, in lower case: texts are told apart by nothing finer. Null where it is none, which is then reported.</summary>
    internal static string? Read(Scalar scalar, Faults faults)
    {
        if (Of(scalar.Value) is { } code)
            return code;
        faults.Add(scalar.Place, $"{scalar.Shown} is no language", "write a code such as en or zh");
        return null;
    }

    /// <summary>The primary language of a BCP 47 tag, in lower case; null where it is none.</summary>
    public static string? Of(string tag) => LanguageTag().Match(tag) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : null;

    /// <summary>The start of a BCP 47 tag.</summary>
    [GeneratedRegex(@"\A([A-Za-z]{2,3})(-[A-Za-z0-9]{2,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
