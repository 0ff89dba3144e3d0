namespace Pipeline.Model;

/// <summary>Tells the many addresses that are their own canonical form from the few that have to be taken apart: a feed's links are looked at often.</summary>
internal static class PlainUrl
{
    /// <summary>Whether it is http or https, with an ordinary name in lower case, and a path of unreserved characters without dots to resolve.</summary>
    public static bool Is(ReadOnlySpan<char> url)
    {
        var rest = url.StartsWith("https://") ? url[8..] : url.StartsWith("http://") ? url[7..] : default;
        var slash = rest.IndexOf('/');
        return slash > 0 && IsName(rest[..slash]) && IsPath(rest[slash..]);
    }

    /// <summary>Words of letters and digits that begin with a letter: no address in digits, no Punycode, no port.</summary>
    private static bool IsName(ReadOnlySpan<char> name)
    {
        var isStart = true;
        foreach (var character in name)
        {
            if (!(char.IsAsciiLetterLower(character) || !isStart && (character is '.' or '-' || char.IsAsciiDigit(character))))
                return false;
            isStart = character is '.' or '-';
        }

        return !isStart && name.Length <= 63;
    }

    private static bool IsPath(ReadOnlySpan<char> path)
    {
        foreach (var character in path)
            if (!(char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '_' or '.'))
                return false;
        return !path.Contains("/.", StringComparison.Ordinal);
    }
}
