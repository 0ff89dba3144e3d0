namespace Pipeline.Analysis;

/// <summary>What of a claim the gate looked up in the passages that it cites.</summary>
/// <param name="What"><c>number</c>, <c>name</c>, <c>quotation</c>, or <c>publisher</c>: who the claim says reports it.</param>
/// <param name="Value">As the claim writes it.</param>
/// <param name="Passage">The first passage that bears it, from 1; null where none does.</param>
public sealed record Comparison(string What, string Value, int? Passage);
