using System.Globalization;

namespace Pipeline.Host.Storage;

/// <summary>An instant as a column holds it: UTC, ISO 8601, always 28 characters, so that texts sort as instants do.</summary>
internal static class InstantText
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
