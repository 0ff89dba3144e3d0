using System.Text;

namespace Pipeline.Tests.Fuzz;

/// <summary>Damages inputs the way transports, generators and attackers do. The same seed makes the same mutant of the same inputs.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> inputs, IReadOnlyList<string> tokens)
{
    /// <summary>In bytes: long enough for every kind of damage, short enough for a million.</summary>
    private const int Longest = 24 * 1024;

    private const int MostSteps = 6;

    private readonly byte[][] pieces = [.. tokens.Select(Encoding.UTF8.GetBytes), [0], [0xE4, 0xBA], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xD6], [0x80], [0xF0, 0x9F, 0x98]];

    public byte[] Mutant(int seed)
    {
        var dice = new Dice(seed);
        var mutant = Part(dice.Pick(inputs), dice);
        for (var steps = 1 + dice.Next(MostSteps); steps > 0; steps--)
            mutant = Step(mutant, dice);
        return mutant;
    }

    private byte[] Step(byte[] body, Dice dice)
    {
        var (at, length) = (dice.Next(body.Length + 1), 1 + dice.Next(dice.Next(4) == 0 ? 2000 : 20));
        var end = Math.Min(body.Length, at + length);
        return dice.Next(8) switch
        {
            0 => Flipped(body, dice),
            1 => [.. body[..at], .. body[end..]],
            2 => [.. body[..end], .. body[at..]],
            3 => Spliced(body, at, Part(dice.Pick(inputs), dice), dice),
            4 => body[..at],
            5 => [.. body[..at], .. dice.Pick(pieces), .. body[end..]],
            _ => [.. body[..at], .. dice.Pick(pieces), .. body[at..]],
        };
    }

    private static byte[] Flipped(byte[] body, Dice dice)
    {
        var flipped = body.ToArray();
        for (var times = 1 + dice.Next(5); times > 0 && flipped.Length > 0; times--)
            flipped[dice.Next(flipped.Length)] ^= (byte)(1 << dice.Next(8));
        return flipped;
    }

    private static byte[] Spliced(byte[] body, int at, byte[] other, Dice dice) => Cut([.. body[..at], .. other[dice.Next(other.Length + 1)..]]);

    /// <summary>Of a long file mostly the beginning, where the feed's own elements are.</summary>
    private static byte[] Part(byte[] body, Dice dice)
    {
        var start = body.Length <= Longest || dice.Next(4) > 0 ? 0 : dice.Next(body.Length - Longest);
        return Cut(body[start..]);
    }

    private static byte[] Cut(byte[] body) => body.Length <= Longest ? body : body[..Longest];
}
