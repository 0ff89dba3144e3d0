using System.Collections.Frozen;

namespace Pipeline.Linguistics;

/// <summary>Words that tell nothing of what a text is about.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> English = Split("""
        a about above according after again against all almost along already also although am among amid an and another any are aren't
        around as at away back be because been before being below between both but by can can't cannot could couldn't did didn't do
        does doesn't doing don't done down during each either else even ever every few for from further get gets getting give given go
        goes going got had has hasn't have haven't having he he's her here hers herself him himself his how however i i'm if in into is
        isn't it it's its itself just let like made make makes many may me might more most much must my near need never no nor not now of
        off often on once one only onto or other others our out over own per put quite rather re really said same say says see set she
        she's should since so some still such take takes than that that's the their them themselves then there there's these they this
        those though through thus to today tomorrow tonight too toward towards two under until up upon us use used uses using very via
        was wasn't way we were weren't what what's when where whether which while who whom whose why will with within without won't
        would yesterday yet you your yours monday tuesday wednesday thursday friday saturday sunday week weekly
        news video photos watch live update updated breaking report reports
        """);

    /// <summary>Function words as single characters: a pair of characters that is made of them alone, or holds one at either end, is no word.</summary>
    private static readonly FrozenSet<char> Chinese =
        "的了是在和与及或就都而被把从对于为以之其这那我你他她它们也很还又让向到并则等着过吗呢吧啊个".ToFrozenSet();

    public static bool IsEnglish(string word) => English.Contains(word);

    public static bool IsChinese(char character) => Chinese.Contains(character);

    private static FrozenSet<string> Split(string words) =>
        words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
}
