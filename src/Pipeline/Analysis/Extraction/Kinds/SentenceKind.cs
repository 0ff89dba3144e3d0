namespace Pipeline.Analysis.Extraction.Kinds;

/// <summary>What a sentence tells beside the event itself: what follows from it, what may follow, what comes when, what is to be done.</summary>
/// <remarks>In the order of the columns of <c>SentenceWeights.txt</c>.</remarks>
internal enum SentenceKind { None, Consequence, Forecast, Signal, Advice }
