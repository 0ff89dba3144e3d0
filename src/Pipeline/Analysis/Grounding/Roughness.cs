namespace Pipeline.Analysis.Grounding;

/// <summary>What a claim says of a number: nothing, "about", "more than" or "nearly".</summary>
internal enum Roughness { None, About, Over, Under }
