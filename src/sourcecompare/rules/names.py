"""What words of class, id and role say of an element: data only."""

from sourcecompare.model import Rule

NAMES: dict[str, Rule] = {
    **dict.fromkeys(("breadcrumb", "breadcrumbs", "crumbs"), Rule.BREADCRUMB),
    **dict.fromkeys(("share", "sharing", "sharedaddy", "addtoany", "addthis"), Rule.SHARE),
    **dict.fromkeys(("social", "socials", "follow"), Rule.SOCIAL),
    **dict.fromkeys(
        "related recommended recommend recommendations taboola outbrain popular trending teaser "
        "teasers latest recent relatedposts promoted".split(),
        Rule.RELATED,
    ),
    **dict.fromkeys(("respond", "commentform", "commentlist"), Rule.COMMENT_FORM),
    **dict.fromkeys(("comment", "comments", "disqus"), Rule.READER_COMMENT),
    **dict.fromkeys(("cookie", "cookies", "consent", "gdpr", "onetrust"), Rule.COOKIE_CONSENT),
    **dict.fromkeys(("newsletter", "newsletters", "subscribe", "signup", "optin"), Rule.NEWSLETTER),
    **dict.fromkeys(("paywall", "piano", "regwall"), Rule.PAYWALL),
    **dict.fromkeys(
        ("ad", "ads", "advert", "advertisement", "adsense", "sponsor", "sponsored", "adslot"),
        Rule.ADVERTISEMENT,
    ),
    **dict.fromkeys(("tags", "tag", "categories", "meta", "cat", "dateline"), Rule.POST_META),
    **dict.fromkeys(
        ("nav", "navigation", "navbar", "menu", "submenu", "pagination"), Rule.NAVIGATION
    ),
    **dict.fromkeys(
        ("sidebar", "widget", "widgets", "footer", "masthead", "banner"), Rule.TEMPLATE
    ),
    **dict.fromkeys(("promo", "promos", "promotion"), Rule.SELF_PROMOTION),
    **dict.fromkeys(("copyright", "legal", "colophon"), Rule.LEGAL_NOTICE),
}
"""Words that name furniture, and the rule that they speak for."""
