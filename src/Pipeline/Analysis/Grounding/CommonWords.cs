using System.Collections.Frozen;

namespace Pipeline.Analysis.Grounding;

/// <summary>Words with which English sentences of the news begin, and which are no names though they then have a capital.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Words = string.Join(' ',
        "a an the this that these those it its he she they we you i his her their our your my one two three four five six seven eight nine ten",
        "in on at by for from with without within to of as into over under about after before during since until while when where why how what which who whose",
        "and or but nor so yet if although though because unless whether however meanwhile also then thus therefore moreover still instead overall together",
        "all any both each every either neither few many more most much no none not only other another some several such same less fewer",
        "there here now today yesterday tomorrow recently soon later earlier early late last next first second third finally already once twice",
        "analysts authorities banks buyers businesses clients companies competitors consumers critics customers data developers employees engineers enterprises",
        "executives experts firms founders governments hospitals investors lawmakers lawyers makers managers models officials operators organisations organizations",
        "owners patients people police policymakers prices pricing profits programmers publishers rates readers regulators reporters researchers residents revenue",
        "rivals robots sales schools scientists shares shareholders software staff startups students suppliers teachers teams users vendors voters workers",
        "according access adoption agents agreement applications availability billing chips costs demand deployment details development evidence expansion feedback",
        "funding growth hardware inference investment licences licenses market new nearly news output performance plans power production products progress quarterly",
        "research results rules safety security separately services source sources spending support systems talks technology testing tests tools trading training updates usage work",
        "about almost around roughly approximately at least up down under rising falling higher lower better faster cheaper larger smaller open early full free old",
        "can could may might will would should must does did do has have had is are was were be been being let make use using based given compared despite unlike like")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string word) => Words.Contains(word);
}
