using System.CommandLine;
using System.Globalization;
using Pipeline.Sources;

namespace Pipeline.Host.Commands.Sources;

/// <summary>The source that is to be added, as far as the command line says.</summary>
internal sealed record AddWish(Uri Url)
{
    public string? Name { get; init; }

    public string? Language { get; init; }

    public double Weight { get; init; } = 1;

    public bool AllowPrivate { get; init; }

    /// <summary>Of several feeds take the first.</summary>
    public bool First { get; init; }
}

internal sealed class AddOptions
{
    private readonly Argument<string> _url = new("URL") { Description = "a feed, or a page that names one" };
    private readonly Option<string?> _name = new("--name") { Description = "what the source is called (default: as the feed calls itself)" };
    private readonly Option<string?> _language = new("--language") { Description = "what it is written in: en, zh, …", HelpName = "CODE" };
    private readonly Option<string?> _weight = new("--weight") { Description = "how much it counts in ranking, over 0 and up to 10", HelpName = "NUMBER" };
    private readonly Option<bool> _first = new("--first") { Description = "where a page names several feeds, take the first" };
    private readonly Option<bool> _allowPrivate = new("--allow-private") { Description = "the address may be on this machine or its own network" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_url);
        foreach (var option in new Option[] { _name, _language, _weight, _first, _allowPrivate })
            command.Options.Add(option);
    }

    /// <exception cref="UsageException">A value is none.</exception>
    public AddWish Read(ParseResult parsed) => new(Url(parsed.GetValue(_url)!))
    {
        Name = parsed.GetValue(_name) is { } name ? SourceName.Of(name) ?? throw new UsageException("--name is empty") : null,
        Language = parsed.GetValue(_language) is { } code ? LanguageCode.Of(code) ?? throw new UsageException($"'{code}' is no language; write a code such as en or zh") : null,
        Weight = parsed.GetValue(_weight) is { } weight ? Weight(weight) : 1,
        AllowPrivate = parsed.GetValue(_allowPrivate),
        First = parsed.GetValue(_first),
    };

    /// <summary>People leave the scheme out.</summary>
    private static Uri Url(string text) =>
        WebAddress.Of(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text)
        // What may be a password is not shown.
        ?? throw new UsageException($"{(text.Contains('@', StringComparison.Ordinal) ? "this" : $"'{text}'")} is no web address; write it in full, beginning with https:// or http://, and without a password");

    private static double Weight(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is > 0 and <= 10
            ? weight
            : throw new UsageException($"the weight is '{text}'; write a number over 0 and up to 10, such as 1.5");
}
