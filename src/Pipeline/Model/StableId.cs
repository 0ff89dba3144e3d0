using System.IO.Hashing;
using System.Text;

namespace Pipeline.Model;

/// <summary>Short ids made of content alone (XXH3, 64 bits, in hex), so that every run and every machine gives the same.</summary>
public static class StableId
{
    public static string Of(string text) => Convert.ToHexStringLower(XxHash3.Hash(Encoding.UTF8.GetBytes(text)));
}
