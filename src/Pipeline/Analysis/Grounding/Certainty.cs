namespace Pipeline.Analysis.Grounding;

/// <summary>Finds a claim that is surer than what it cites: "may" or "reportedly" gone, a plan told as done.</summary>
internal static partial class Certainty
{
    private const double Alike = 0.6;

    private const string NotTheVerb = "in May|by May|of May|early May|late May|until May|since May|this May|last May|next May|from May|May 1|May 2|May 3|May 4|May 5|May 6|May 7|May 8|May 9";

    /// <summary>They bear upon the verb after them.</summary>
    private static readonly Lexicon Modals = new(
        "may|might|could|possibly|perhaps|probably|likely|potentially|appears to|appear to|seems to|seem to|said to|believed to|thought to|considering|in talks to|weighing|exploring",
        "可能|或许|也许|或将|或会|或可|或于|恐将|恐怕|考虑|洽谈|有望|似乎|疑似|大概|预料", NotTheVerb + "|尽可能|可能性");

    /// <summary>They bear upon the whole sentence, wherever they stand in it.</summary>
    private static readonly Lexicon Hearsay = new(
        "reportedly|allegedly|alleged|rumored|rumoured|rumors|rumours|unconfirmed|sources say|sources said|people familiar|is said to",
        "据称|据传|据报道|据悉|传闻|传言|消息人士|知情人士|有消息称|传出");

    private static readonly Lexicon Doubts = new(
        "may|might|could|possibly|perhaps|probably|likely|potentially|potential|appears|appear|seems|seem|said to|believed|thought to|considering|considers|in talks|weighing|exploring|would|" +
        "reportedly|allegedly|alleged|rumored|rumoured|rumor|rumour|unconfirmed|sources|people familiar|according to|expected|possible|uncertain|claims|claimed",
        "可能|或许|也许|或将|或会|或可|或于|或|恐|考虑|洽谈|有望|似乎|疑似|大概|预料|据称|据传|据报道|据悉|传闻|传言|消息|知情人士|传出|预计|称", NotTheVerb);

    private static readonly Lexicon Plans = new(
        "plans to|plan to|planning to|planned to|aims to|aim to|intends to|intend to|expected to|expects to|scheduled to|set to|hopes to|hope to|will|would|seeks to|wants to|want to|proposes to|due to|expect|expects|forecasts|projects that|projects a|projects an|projects the|projects it|projects its|projects revenue|projects sales|projects growth|projects demand|projects spending|projects profit|projects costs|projects $|is projected to|are projected to|subject to|pending|must still|still has to|still have to|awaits|awaiting",
        "计划|拟|打算|力争|准备|即将|预计|将于|将在|将会|将推出|将发布|将上线|将收购|将开放|将投入|将启动|将|预期|预测|预估|尚需|尚待|有待|须经|仍需|仍须|呼吁|敦促|促请|希望", "模拟|虚拟|拟合|比拟|计划经济|即将|将军|将近|将来|将其|将该|将这");

    /// <summary>What has been done by now.</summary>
    private static readonly Lexicon Perfect = new("has|have|already", "已|已经", "已知|已故|已有|have to|has to");

    private static readonly Lexicon Futures = new(
        "plan|plans|planned|planning|aim|aims|intend|intends|expected|expects|scheduled|set to|hopes|hope|will|would|seeks|proposes|proposed|due|to|may|might|could|upcoming|next|soon|target|targets|goal|forecast|forecasts|outlook|guidance|estimate|estimates|projected|subject|pending|must|propose*|foresee*|foresaw|anticipat*|predict*|envisag*|promis*|pledg*|vow*|commit*|rule out|rules out|ruled out|unless|if|threat*|intention*|agree|agrees|agreed|postpon*|delay*|is to|are to|to be|wants|want|wanted|asks|ask|asked|urge*|call on|calls on|called on|call for|calls for|called for",
        "计划|拟|打算|力争|准备|即将|预计|将|有望|可能|或|目标|考虑|欲|预期|预测|预估|展望|须|待|提出|提案|草案|意见稿|征求意见|估计|估算|推测|承诺|推迟|延后|延期|暂缓|希望|争取|若|如果|同意|要在|要开|有意|呼吁|敦促|促请|下月|下个月|下周|下季|明年|明日|明天|后年");

    /// <summary>Whether a claim says in any way that it has not happened, or may not have.</summary>
    public static bool IsReserved(string claim) => Doubts.Matches(claim) || Futures.Matches(claim) || Progressive().IsMatch(claim);

    /// <summary>Whether a claim says in any way that it may not be so.</summary>
    public static bool IsDoubtful(string claim) => Doubts.Matches(claim);

    /// <summary>Whether a passage says plainly that what follows is planned or supposed.</summary>
    public static bool IsUnsure(string passage) => IsSupposed(passage) || Plans.Matches(passage);

    private static readonly Lexicon Done = new(
        "has|have|already|completed|finished|confirmed|launched|opened|signed|approved",
        "已|已经|完成|正式|证实|确认|如期|如今|现在", "已知|已故|have to|has to|has yet|have yet|have until|has until|未完成|has said|have said|has put");

    /// <summary>Whether a clause is told as done: by a perfect, or a word like "already".</summary>
    public static bool IsDone(string clause) => Done.Matches(clause) && !Doubts.Matches(clause) && !Plans.Matches(clause);

    public static bool IsProgressive(string claim) => Progressive().IsMatch(claim);

    public static bool IsSupposed(string passage) => Modals.Matches(passage);

    /// <summary>How sure a passage is: 0 of a fact, 1 of a plan, 2 of a supposition or hearsay.</summary>
    public static int Reserve(string passage) => Modals.Matches(passage) || Hearsay.Matches(passage) ? 2 : Plans.Matches(passage) ? 1 : 0;

    /// <summary>The same of a claim, which has more words for it.</summary>
    public static int ReserveOfClaim(string claim) => Doubts.Matches(claim) ? 2 : Futures.Matches(claim) ? 1 : 0;

    public static IEnumerable<string> Faults(Statement claim, Cited cited)
    {
        if (!Doubts.Matches(claim.Text))
        {
            foreach (var head in Surer(claim, cited, Modals))
                yield return $"the cited passage is not sure of '{head}', the claim is";
            if (IsHearsay(claim, cited))
                yield return "the cited passage gives it as hearsay, the claim as fact";
        }

        foreach (var head in IsReserved(claim.Text) ? [] : claim.Heads(Perfect).Where(head => IsAhead(head, cited)))
            yield return Planned(head);
    }

    private static string Planned(string head) => $"the cited passage speaks of '{head}' as a plan, the claim as done";

    /// <summary>A plan told without a word of it.</summary>
    public static IEnumerable<string> Plan(Statement claim, Cited cited)
    {
        if (!Doubts.Matches(claim.Text))
        {
            if (IsForeign(claim, cited) && cited.Sentences.All(sentence => Modals.Matches(sentence.Text) || Hearsay.Matches(sentence.Text) || (Perfect.Matches(claim.Text) && Plans.Matches(sentence.Text) && !Perfect.Matches(sentence.Text))))
                yield return "the cited passage is not sure, the claim is";
        }

        foreach (var head in IsReserved(claim.Text) ? [] : Surer(claim, cited, Plans))
            yield return Planned(head);
    }

    /// <summary>Words of the claim that the passages never say without the marker.</summary>
    private static IEnumerable<string> Surer(Statement claim, Cited cited, Lexicon markers) =>
        cited.Heads(markers).Where(head => claim.Terms.Contains(head) && cited.SaysOnlyMarked(head, markers));

    /// <summary>Whether a word is said, and each time somewhere after a word that speaks of a plan or a doubt.</summary>
    private static bool IsAhead(string word, Cited cited)
    {
        var saying = cited.Sentences.Where(sentence => sentence.Terms.Contains(word)).ToList();
        return saying.Count > 0 && saying.All(sentence => !Perfect.Matches(sentence.Text) && (sentence.Scope(Plans).Contains(word) || sentence.Scope(Modals).Contains(word)));
    }

    private static bool IsHearsay(Statement claim, Cited cited)
    {
        var near = cited.Sentences.Where(sentence => sentence.Holds(claim) >= Alike).ToList();
        return near.Count > 0 && near.All(sentence => Hearsay.Matches(sentence.Text));
    }

    /// <summary>Whether the claim is in another language than all it cites: then words can't be compared.</summary>
    private static bool IsForeign(Statement claim, Cited cited) =>
        cited.Sentences.Count > 0 && cited.Sentences.All(sentence => sentence.Language != claim.Language);

    /// <summary>"Is investing": what English says of the future in the form of the present.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"(?i)\b(?:is|are|am)\b(?: \w+)? (?:being \w+|(?!during|king|nothing|something|anything)\w{2,}ing)\b", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Progressive();
}
