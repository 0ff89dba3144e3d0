using System.Buffers;

namespace Pipeline.Linguistics;

/// <summary>Walks one line from sentence to sentence; never back, and never far ahead.</summary>
internal ref struct SentenceScanner(ReadOnlySpan<char> line)
{
    /// <summary>How far a word is read when it is looked up: no abbreviation is longer.</summary>
    private const int LongestWord = 12;

    /// <summary>How far after a Chinese quotation its speaker is looked for.</summary>
    private const int SpeakerReach = 20;

    private static readonly SearchValues<char> Pauses = SearchValues.Create("。！？；，：");
    private static readonly SearchValues<char> Saying = SearchValues.Create("说道称问答喊写");

    private readonly ReadOnlySpan<char> _line = line;
    private readonly int[] _closing = Quotes.Pairs(line);
    private int _at;

    public bool Next(out TextSpan sentence)
    {
        var start = SkipWhite(_at);
        var end = start;
        while (end < _line.Length && !EndsAt(start, ref end))
        {
        }

        _at = end;
        sentence = new TextSpan(start, _line[start..end].TrimEnd().Length);
        return sentence.Length > 0;
    }

    /// <summary>Moves <paramref name="at"/> on by one step, and says whether the sentence ends there.</summary>
    private readonly bool EndsAt(int start, ref int at)
    {
        var here = at;
        if (_closing[here] > 0)
        {
            at = _closing[here] + 1;
            return IsEnd(_line[at - 2]) && EndsAfterQuotation(start, here, SkipEnds(ref at));
        }

        at++;
        return IsEnd(_line[here]) && EndsAfterStop(start, here, SkipEnds(ref at));
    }

    /// <summary>Takes in the ends and closing marks that follow; gives the place after them.</summary>
    private readonly int SkipEnds(ref int at)
    {
        while (at < _line.Length && (IsEnd(_line[at]) || Quotes.IsCloser(_line[at]) && _closing[at] == 0))
            at++;
        return at;
    }

    private readonly bool EndsAfterStop(int start, int stop, int after)
    {
        if (after == _line.Length)
            return true;
        if (IsFullWidthEnd(_line[stop]))
            return !IsSmallMark(_line[after]);
        if (_line[stop] == '…')
            return after - stop > 1 && Script.IsHan(_line[after]) || StartsAnew(after);
        return StartsAnew(after) && !(_line[stop] == '.' && StopIsOpen(start, stop, after));
    }

    /// <summary>The stop belongs to an abbreviation, or to the number of a list item.</summary>
    private readonly bool StopIsOpen(int start, int stop, int after)
    {
        if (stop + 1 < after && _line[stop + 1] == '.')
            return false;
        var word = WordBefore(start, stop);
        return word.Length == stop - start && IsNumber(word) || Abbreviations.Continues(word, WordAt(SkipWhite(after)));
    }

    /// <summary>他说：“……。” ends with its quotation; one that nothing introduces is a part of the sentence around it.</summary>
    private readonly bool EndsAfterQuotation(int start, int open, int after)
    {
        if (after == _line.Length)
            return true;
        if (Quotes.IsParenthesis(_line[open]))
            return open == start && (StartsAnew(after) || Script.IsHan(_line[after]));
        if (IsFullWidthEnd(_line[after - 1]) || Script.IsHan(_line[after]))
            return !IsSmallMark(_line[after]) && (open == start ? !SpeakerFollows(after) : IsSmallMark(_line[open - 1]));
        return StartsAnew(after);
    }

    /// <summary>“……。”他说。 is one sentence.</summary>
    private readonly bool SpeakerFollows(int after)
    {
        var ahead = _line[after..Math.Min(_line.Length, after + SpeakerReach)];
        var stop = ahead.IndexOfAny(Pauses);
        return (stop < 0 ? ahead : ahead[..stop]).ContainsAny(Saying) || ahead.IndexOf("表示", StringComparison.Ordinal) >= 0;
    }

    /// <summary>What follows looks like the start of a sentence: white space, then no small letter; or Chinese.</summary>
    private readonly bool StartsAnew(int after)
    {
        var next = SkipWhite(after);
        if (next == _line.Length)
            return true;
        if (next == after)
            return Script.IsHan(_line[next]) && !char.IsAsciiDigit(_line[after - 1]);
        return !char.IsLower(_line[next]) && !IsSmallMark(_line[next])
            || next + 1 < _line.Length && char.IsLower(_line[next]) && char.IsUpper(_line[next + 1]);
    }

    private readonly ReadOnlySpan<char> WordBefore(int start, int stop)
    {
        var first = stop;
        while (first > start && stop - first <= LongestWord && IsWordPart(_line[first - 1]))
            first--;
        return _line[first..stop];
    }

    private readonly ReadOnlySpan<char> WordAt(int first)
    {
        var end = first;
        while (end < _line.Length && end - first <= LongestWord && char.IsLetterOrDigit(_line[end]))
            end++;
        return end == first && end < _line.Length ? _line.Slice(first, 1) : _line[first..end];
    }

    private readonly int SkipWhite(int at)
    {
        while (at < _line.Length && char.IsWhiteSpace(_line[at]))
            at++;
        return at;
    }

    private static bool IsWordPart(char character) => character == '.' || char.IsLetterOrDigit(character) && !Script.IsHan(character);

    private static bool IsNumber(ReadOnlySpan<char> word) => word.Length is > 0 and < 4 && !word.ContainsAnyExceptInRange('0', '9');

    private static bool IsEnd(char character) => character is '.' or '!' or '?' or '…' || IsFullWidthEnd(character);

    private static bool IsFullWidthEnd(char character) => character is '。' or '！' or '？' or '；' or '｡';

    private static bool IsSmallMark(char character) => character is ',' or '，' or ';' or ':' or '：' or '、' or '-' or '—' or '–';
}
