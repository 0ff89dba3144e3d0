using System.Text;
using Pipeline.Linguistics;

namespace Pipeline.Clipping;

/// <summary>The line that is being read: folds white space, counts words.</summary>
internal sealed class LineBuffer
{
    private readonly StringBuilder _text = new();
    private int _words;
    private int _linked;
    private int _emphasised;
    private int _images;
    private bool _inWord;
    private bool _space;
    private bool _cellEnded;

    public bool IsEmpty => _text.Length == 0;

    public void Append(string text, bool linked, bool emphasised)
    {
        var before = _words;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || character is '\u200B' or '\uFEFF' or '\u00AD')
                _space |= char.IsWhiteSpace(character);
            else
                Append(character, linked);
        }

        _emphasised += emphasised ? _words - before : 0;
    }

    public void AppendImage() => _images++;

    /// <summary>Code keeps its indentation.</summary>
    public void AppendCode(string line)
    {
        var code = line.TrimEnd();
        if (IsEmpty)
            _text.Append(code.AsSpan(0, code.Length - code.TrimStart().Length));
        Append(code.TrimStart(), linked: false, emphasised: false);
    }

    public void EndCell() => _cellEnded = !IsEmpty;

    public Line Take(Part block, int index)
    {
        var line = new Line(_text.ToString(), block.Index, block.Tag, _words, _linked) { Index = index, Emphasised = _emphasised, Images = _images };
        _text.Clear();
        (_emphasised, _images) = (0, 0);
        (_words, _linked, _inWord, _space, _cellEnded) = (0, 0, false, false, false);
        return line;
    }

    private void Append(char character, bool linked)
    {
        Separate();
        _text.Append(character);
        var starts = Script.IsHan(character) || char.IsLetterOrDigit(character) && !_inWord;
        _inWord = !Script.IsHan(character) && (char.IsLetterOrDigit(character) || _inWord && character is '\'' or '’' or '-');
        if (starts)
            _words++;
        if (starts && linked)
            _linked++;
    }

    private void Separate()
    {
        if (_cellEnded)
            _text.Append(" | ");
        else if (_space && _text.Length > 0)
            _text.Append(' ');
        if (_cellEnded || _space)
            _inWord = false;
        (_space, _cellEnded) = (false, false);
    }
}
