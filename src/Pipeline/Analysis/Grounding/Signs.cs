namespace Pipeline.Analysis.Grounding;

/// <summary>What speaks against a claim. A strong sign refuses it; a weak one, which honest claims show too often, only with a second of another kind.</summary>
internal sealed class Signs
{
    private readonly List<string> _strong = [];
    private readonly List<string> _weak = [];
    private int _weakKinds;

    public Signs Strong(IEnumerable<string> reasons)
    {
        _strong.AddRange(reasons);
        return this;
    }

    /// <param name="reasons">All of one kind.</param>
    public Signs Weak(IEnumerable<string> reasons)
    {
        var before = _weak.Count;
        _weak.AddRange(reasons);
        _weakKinds += _weak.Count > before ? 1 : 0;
        return this;
    }

    /// <summary>Weak or strong: what compares words is less to be believed between two languages.</summary>
    public Signs Where(bool isWeak, IEnumerable<string> reasons) => isWeak ? Weak(reasons) : Strong(reasons);

    public Signs With(Signs others)
    {
        _strong.AddRange(others._strong);
        _weak.AddRange(others._weak);
        _weakKinds += others._weakKinds;
        return this;
    }

    /// <summary>Why the claim is refused; empty where it is not.</summary>
    public IReadOnlyList<string> Reasons => _strong.Count > 0 || _weakKinds > 1 ? [.. _strong, .. _weak] : [];
}
