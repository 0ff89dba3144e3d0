namespace Pipeline.Model;

/// <summary>A half-open span of instants: the start is inside, the end is not.</summary>
public sealed record Window
{
    public Window(DateTimeOffset start, DateTimeOffset end)
    {
        if (end <= start)
            throw new ArgumentException($"A window must end after it starts, but {end:o} is not after {start:o}.", nameof(end));
        Start = start.ToUniversalTime();
        End = end.ToUniversalTime();
    }

    public DateTimeOffset Start { get; }

    public DateTimeOffset End { get; }

    public bool Contains(DateTimeOffset instant) => Start <= instant && instant < End;
}
