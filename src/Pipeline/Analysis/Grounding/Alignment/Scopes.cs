namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>Finds words that claim and passages share, but which the passages deny, plan or suppose and the claim does not.</summary>
internal sealed class Scopes(Aligned aligned)
{
    /// <summary>In characters: how far a "not" reaches to what follows it, in English and in Chinese; and a "no" to the verb before it.</summary>
    private const int ReachLatin = 36, ReachHan = 9, Back = 14;

    /// <summary>Shares of the shared words, by weight, and the weight below which there is too little of them.</summary>
    private const double LeastDenied = 0.05, LeastUnsure = 0.1, SurelyUnsure = 0.4, LeastWeight = 1.5;

    private static readonly Lexicon Denials = new(
        "not|never|no|none|unlikely|neither|nor|without|cannot|don't|doesn't|didn't|won't|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|can't|couldn't|wouldn't|shouldn't|mustn't|" +
        "fail to|fails to|failed to|refuse to|refuses to|refused to|refused|declined|decline to|declines to|declined to|deny|denies|denied|unable to|yet to|no longer|rather than|instead of",
        "不|没|未|无|并非|拒绝|否认|尚待",
        Polarity.Compounds + "|not only|not just|no doubt|no later than|no less than|no more than|no fewer than|no. 1|not least|" +
        "不断|不超过|不低于|不高于|不多于|不小于|不仅|不但|不同|不少|不过|不久|不错|差不多|不得不|不管|不论|无论|未来|无人|无线|无疑|非常|没错|无障碍|不可或缺|不一|无数|无限|无缝|不足|不到|不久前");

    private static readonly Lexicon Unreal = new(
        "may|might|could|possibly|perhaps|probably|likely|potentially|considering|considers|weighing|exploring|in talks|talks|would|will|plan*|aim|aims|intend*|expect*|scheduled|set to|hope*|seek*|propos*|due to|due in|due|" +
        "forecast*|project|projects|projected|subject to|pending|must|should|need to|needs to|ask|asked|asks|call on|calls on|called on|call for|calls for|called for|favour*|favor*|lobb*|demand*|urge*|want*|if|is to|are to|unless|until|once|yet to|target*|upcoming|promis*|pledg*|vow*|consider*|examine*|whether|threat*|warn*|said to|reportedly|alleged*|rumour*|claim|claims|claimed|believed|estimate*|agree*|can|next|advise*|recommend*|potential|mull*|ready to|want to|seek to|plans to|awaits|awaiting|await|slated|poised|bid to|in order to|going to|reviewing|decide|tentative*|preliminary|early talks|remains to|has to|have to|pursu*|still|under way|underway|continu*|rule* out|ruling out|bill|draft|no later than|by the end of|bound to",
        "可能|或许|也许|或将|或会|或可|或于|恐|考虑|洽谈|有望|似乎|疑似|大概|预料|据称|据传|传闻|消息人士|知情人士|传出|计划|拟|打算|力争|准备|即将|预计|将|预期|预测|预估|尚需|尚待|有待|须|仍需|若|如果|一旦|要求|建议|目标|提出|希望|争取|申请|待|会|要|承诺|应|欲|起|后续|届时|呼吁|敦促|审查|谈判|正在|可|能否|是否|至少|再|仍|尚|还在|预报|续约|草案|法案",
        "模拟|虚拟|拟合|比拟|计划经济|将军|将近|将来|将其|将该|将这|会议|社会|委员会|议会|协会|会员|机会|会计|工会|理事会|大会|主要|重要|需要|要闻|应用|响应|供应|反应|对应|适应|效应|可以|许可|一起|起价|起售|发起|引起|起诉|等待|招待|待遇");

    /// <summary>Denials in other words, and what may stand for one.</summary>
    private static readonly Lexicon Implied = new(
        "rule* out|ruling out|improbable|reject*|dismiss*|spare*|unaffected|untouched|unchanged|unrelated|unclear|undisclosed|unknown|unproven|unconfirmed|unvaccinated|exclud*|except|exempt*|drop|drops|dropped|dropping|stop*|halt*|end|ends|ended|cancel*|scrap*|abandon*|withdr*|ban|bans|banned|bar|bars|barred|lose|loses|losing|lost|lack*|miss*|only|just|still|remain*|stay*|keep*|kept|until|before|unless|otherwise|other than|out of|outside|beyond|despite|though|instead|rather|few|little|hardly|less|short of|withh*|illegal*|unlawful*|impossible|avoid*|avert*|prevent*|free of|free from|opt out|optional|away from|contrary|alone|hold off|held off|open question|threw out|throw out|struck down|quit|quits|so far|unavailable|off",
        "仅|只|尚|仍|还|才|否则|免|取消|停|终止|放弃|排除|撤|驳回|除外|之外|以外|例外|缺|限于|仍然|保持|维持|而非|暂|失|难|反对|避|防止|禁|谢绝|保密|未知|不明|除|推翻|另");

    /// <summary>What the passages deny and the claim does not.</summary>
    public IEnumerable<string> Dropped()
    {
        if (Denials.Matches(aligned.Claim.Digits) || Implied.Matches(aligned.Claim.Digits))
            return [];
        var (share, word) = Differing((passage, token) => IsDenied(passage, token));
        return share > LeastDenied ? [$"the cited passage denies '{word}', the claim does not"] : [];
    }

    /// <summary>What the passages plan or suppose and the claim has for real.</summary>
    /// <returns>The reason, and whether it speaks of so much of the claim that it is beyond doubt.</returns>
    public (string Reason, bool IsSure)? Unsure()
    {
        if (Unreal.Matches(aligned.Claim.Digits) || Certainty.IsProgressive(aligned.Claim.Digits) || Denials.Matches(aligned.Claim.Digits))
            return null;
        var unsure = new Dictionary<(Reading, int), bool>();
        bool IsUnsure(Reading passage, Token token) =>
            unsure.TryGetValue((passage, token.Clause), out var known) ? known : unsure[(passage, token.Clause)] = Certainty.Reserve(passage.ClauseText(token.Clause)) > 0;
        var (share, word) = Differing(IsUnsure);
        return share > LeastUnsure ? ($"the cited passage is not sure of '{word}', or speaks of it as a plan, the claim as a fact", share > SurelyUnsure) : null;
    }

    /// <summary>Of the words that claim and passages share, the share by weight that stands in the passages in such a way, and the weightiest of it.</summary>
    private (double Share, string Word) Differing(Func<Reading, Token, bool> stands)
    {
        var (differing, agreeing, best, word) = (0.0, 0.0, 0.0, "");
        for (var i = 0; i < aligned.Claim.Tokens.Count; i++)
        {
            var token = aligned.Claim.Tokens[i];
            if (token.IsName || token.Weight == 0 || token.Term.Length == 1 || Counterparts(i) is not { Count: > 0 } places)
                continue;
            if (!places.TrueForAll(place => aligned.Passages[place.Passage] is var passage && stands(passage, passage.Tokens[place.Token])))
                agreeing += token.Weight;
            else if ((differing += token.Weight) > 0 && token.Weight > best)
                (best, word) = (token.Weight, token.Written);
        }

        return (differing < LeastWeight ? 0 : differing / (differing + agreeing + 1), word);
    }

    /// <summary>The words of the passages that answer to a token of the claim, those in the clause nearest to the token's own.</summary>
    private List<(int Passage, int Token)> Counterparts(int i)
    {
        var held = aligned.PlacesOf(aligned.Claim.Tokens[i].Clause).ToDictionary(place => place.Part, place => place.Held);
        var all = new List<(int Passage, int Token, double Held)>();
        for (var p = 0; p < aligned.Passages.Count; p++)
            foreach (var j in aligned.Places(i, p, Kinship.Wider))
                if (aligned.Passages[p].Tokens[j] is var token && held.TryGetValue(new Part(p, token.Sentence, token.Clause), out var much))
                    all.Add((p, j, much));
        var most = all.Count == 0 ? 0 : all.Max(place => place.Held);
        return [.. all.Where(place => place.Held >= most - 0.1).Select(place => (place.Passage, place.Token))];
    }

    private static bool IsDenied(Reading reading, Token token)
    {
        var start = reading.ClauseStart(token.Clause);
        var before = reading.Digits[Math.Max(start, token.Start - (token.IsHan ? ReachHan : ReachLatin))..token.Start];
        var end = token.Start + token.Written.Length;
        var count = Denials.In(before).Count();
        if (!token.IsHan && token.Kind == 'v' && Denials.In(reading.Digits[end..Math.Min(reading.Digits.Length, end + Back)]).Any(span => span.Length <= 4))
            count++;
        return count % 2 == 1;
    }
}
