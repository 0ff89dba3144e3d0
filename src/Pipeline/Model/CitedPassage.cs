namespace Pipeline.Model;

/// <summary>A passage as a claim cites it, and who published it: what the gate compares with.</summary>
public sealed record CitedPassage(string Text, string Publisher);
