namespace Pipeline.Model;

/// <summary>A failure of one item, as data: where it was, what was being done, why it failed.</summary>
public sealed record Trouble(string Where, string What, string Why)
{
    public override string ToString() => $"{Where}: {What}: {Why}";
}

/// <summary>Thrown by a stage that can't go on with one item; <see cref="Exception.Message"/> is the trouble's why, for people.</summary>
public sealed class TroubleException : Exception
{
    public TroubleException(string why) : base(why)
    {
    }

    public TroubleException(string why, Exception cause) : base(why, cause)
    {
    }
}
