using static System.FormattableString;

namespace Pipeline.Analysis.Extraction;

/// <summary>Full-width punctuation, a space between Han characters and digits.</summary>
internal sealed class ChineseWording : Wording
{
    private const int HeadlineWidth = 40;

    public override string Language => "zh";

    public override string Empty => "本周没有收录到消息";

    public override string Elsewhere => "其他动态";

    public override string Unshared => "本周没有哪个事件得到多家发布方的报道。";

    public override string? Headline(IReadOnlyList<string> themes)
    {
        var joined = string.Join(themes.Any(IsCompound) ? "；" : "、", themes);
        return FitsHeadline(joined) ? joined : null;
    }

    public override bool FitsHeadline(string title) => Width(title) <= HeadlineWidth;

    public override string Items(int items) => Invariant($"本周收录 {items} 条消息");

    public override string Week(int items, int publishers, int languages, int stories) =>
        Invariant($"本周共收录 {items} 条消息，来自 {publishers} 家发布方{Languages(languages)}，归并为 {stories} 个事件。");

    public override string Themes(int stories, int themes) =>
        stories == 0 ? Invariant($"这些事件汇成 {themes} 条主轴。") : Invariant($"其中 {stories} 个事件汇成 {themes} 条主轴。");

    public override string Widest(string title, int publishers, bool alone) =>
        Invariant($"报道最广的事件{(alone ? "是" : "中有")}{Quote(title)}，共有 {publishers} 家发布方报道。");

    public override string Extent(int stories, int publishers) => Invariant($"本主轴汇集 {stories} 个事件、{publishers} 家发布方的报道。");

    public override string Told(int stories, int several, int alone) => alone == 0
        ? Invariant($"本周的 {stories} 个事件，每一个都有多家发布方报道。")
        : Invariant($"本周 {stories} 个事件中，{several} 个有多家发布方报道，其余 {alone} 个仅见于一家。");

    public override string WidestTheme(string theme, int publishers) => Invariant($"参与报道的发布方最多的主轴是{Quote(theme)}，共 {publishers} 家。");

    public override string Quiet(int items) => Invariant($"本周较为平静，只收录到 {items} 条消息。");

    private static string Languages(int languages) => languages < 2 ? "" : Invariant($"、{languages} 种语言");

    /// <summary>A name that is a list itself asks for a stronger mark between the names.</summary>
    private static bool IsCompound(string name) => name.IndexOfAny(['、', '与', '和', '及', ' ']) >= 0;

    private static string Quote(string text) => text.Contains('“', StringComparison.Ordinal) ? $"「{text}」" : $"“{text}”";

    /// <summary>In Han characters; the rest is half as wide.</summary>
    private static int Width(string text) => text.Sum(character => character >= '\u2E80' ? 2 : 1) / 2;
}
