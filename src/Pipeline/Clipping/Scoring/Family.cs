namespace Pipeline.Clipping.Scoring;

/// <summary>What an element is for, as its tag, role, class, id or style says.</summary>
internal enum Family
{
    Comment, Menu, Share, Related, Promotion, Advertising, Caption, Author, About, Footer, Aside, Body,
    Article, Main, List, Table, Quotation, Form, Hidden, Header, Media, Summary, Centred, Faq,
}
