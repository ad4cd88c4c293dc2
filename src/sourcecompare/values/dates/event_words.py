"""English words for what happens: which words tell of one action or event.

Only what news dates is here; any other verb in -ed stands for itself. What a class is called does
not matter, only that two outlets' words for one thing are in one.
"""

_EVENTS = {
    "birth": "born birth",
    "death": "died dies die death dying perished",
    "funeral": "funeral burial buried buries bury cremated",
    "trial": "trial retrial inquest",
    "reopening": "reopened reopens reopen reopening",
    "divorce": "divorced divorces divorce",
    "diagnosis": "diagnosed diagnosis",
    "eruption": "erupted erupts eruption",
    "award": "awarded awards award",
    "graduation": "graduated graduates graduation",
    "ceremony": "ceremony inauguration coronation enthronement",
    "festival": "festival concert parade march exhibition tournament summit conference",
    "auction": "auction auctioned",
    "truce": "ceasefire truce armistice",
    "invasion": "invaded invades invasion",
    "bankruptcy": "bankruptcy insolvency",
    "recall": "recalled recalls recall",
    "restoration": "restored restores",
    "merger": "merged merges merger",
    "disappearance": "disappeared disappears vanished vanishes disappearance",
    "enactment": "enacted enacts enactment",
    "construction": "built constructed erected construction",
    "stealing": "stole steals stolen theft",
    "marriage": "married marries marry wed wedding",
    "resignation": "resigned resigns resign resigning resignation quit quits quitting",
    "retirement": "retired retires retire retiring retirement",
    "arrest": "arrested arrests arrest arresting custody detained apprehended captured nabbed",
    "charge": "charged charges charge charging",
    "indictment": "indicted indicts indict indictment",
    "arraignment": "arraigned arraignment",
    "conviction": "convicted convicts convict convicting conviction verdict",
    "sentencing": "sentenced sentences sentencing jailed imprisoned",
    "acquittal": "acquitted acquits acquittal cleared",
    "plea": "pleaded pleads plead pled pleading plea",
    "election": "elected elects elect electing",
    "polling": "election elections",
    "re-election": "re-elected reelected re-election reelection",
    "deadline": "deadline",
    "appointment": "appointed appoints appoint appointing appointment named naming",
    "nomination": "nominated nominates nominate nominating nomination",
    "announcement": """announced announces announce announcing announcement unveiled unveils
        unveil""",
    "release": "released releases release releasing published publishes publish publishing issued",
    "posting": "posted posts post posting uploaded uploads upload tweeted",
    "founding": "founded founds founding established establishing",
    "opening": "opened opens opening",
    "beginning": "began begins begin beginning begun started starts start starting",
    "ending": "ended ends ending concluded concludes",
    "closing": "closed closes closing closure shut shuts",
    "collision": """collided collides collide collision crash crashed crashes struck strikes rammed
        hit hits grounding aground""",
    "explosion": "exploded explodes explode explosion blast",
    "attack": "attacked attacks attack assault stabbed stabbing",
    "sinking": "sank sunk sinking sinks capsized capsizes capsizing",
    "derailment": "derailed derails derailment",
    "collapse": "collapsed collapses collapse collapsing",
    "landing": "landed lands landing",
    "arrival": "arrived arrives arrive arriving arrival",
    "vote": """voted votes vote voting approved approves approve approving approval passed passes
        passing adopted adopts rejected rejects reject rejecting rejection carried""",
    "burglary": "burglary burgled robbery robbed break-in heist",
    "raid": "raid raided raids stormed storms swooped surrounded",
    "strike": "walkout stoppage strike",
    "debate": "debate debated",
    "filibuster": "filibuster filibustered",
    "exchange": "exchanged exchanges exchange exchanging swapped swap",
    "earthquake": "earthquake quake tremor",
    "rescue": "rescued rescues rescue plucked airlifted winched",
    "evacuation": "evacuated evacuates evacuation",
    "launch": "launched launches launch launching",
    "rally": "rally",
    "concession": "conceded concedes concede conceding",
    "completion": "finished finishes completed completes complete completion finalised finalized",
    "fire": "fire blaze burned burnt burning",
    "signing": "signed signs sign signing",
    "meeting": "met meets meeting talks",
    "visit": "visited visits visit visiting",
    "filing": "filed files file filing sued sues sue suing lawsuit suit lodged",
    "ruling": "ruled rules ruling",
    "testimony": "testified testifies testify testifying testimony",
    "hearing": "hearing",
    "discovery": "discovered discovers discovery found",
    "purchase": "bought buys buy buying acquired acquires acquisition purchase takeover",
    "sale": "sold sells sell selling sale",
    "dismissal": "fired fires dismissed dismisses sacked ousted ousts dismissal firing ouster",
    "flight": "fled flees fleeing escaped escapes",
    "joining": "joined joins joining",
    "shooting": "shot shoots shooting gunfire",
    "killing": "killed kills killing",
    "victory": "won wins win winning victory",
    "defeat": "lost loses lose losing defeat",
    "writing": "wrote writes written writing",
    "sending": "sent sends sending",
    "giving": "gave gives given giving",
    "leaving": "left leaves leave leaving departed departs departure",
    "drawing": "drew draws drawn",
    "bringing": "brought brings",
    "catching": "caught catches",
    "choosing": "chose chooses chosen",
    "coming": "became",
    "falling": "fell falls fallen",
    "feeling": "felt",
    "fighting": "fought fights",
    "flying": "flew flies flown",
    "getting": "got gets",
    "growing": "grew grows grown",
    "hearing of": "heard hears",
    "keeping": "kept keeps",
    "knowing": "knew knows known",
    "paying": "paid pays",
    "putting": "put puts",
    "rising": "rose rises risen",
    "running": "ran",
    "seeing": "saw sees seen",
    "seeking": "sought seeks",
    "showing": "showed shows shown",
    "speaking": "spoke speaks spoken speech",
    "teaching": "taught",
    "thinking": "thought thinks",
    "throwing": "threw throws thrown",
    "understanding": "understood",
    "wearing": "wore",
    "going": "went goes gone",
    "breaking": "broke breaks broken",
    "taking": "took takes taken",
    "agreement": "agreed agrees agree",
}

EVENTS = {word: name for name, words in _EVENTS.items() for word in words.split()}
"""A folded word to what happens."""

POST = "post"
"""Holding an office: it starts, it lasts and it ends."""

POST_LASTS = frozenset(
    """led leads lead leading headed heads heading chaired chairs served serves serving represented
    represents representing ran runs running managed manages managing presided
    presides""".split()
)
POST_STARTED = frozenset("became inaugurated".split())
POST_LEFT = frozenset("tenure term".split())
POST_NOUNS = frozenset(
    """president chairman chairwoman chair chairperson chief leader mayor governor senator minister
    premier director secretary head coach editor commissioner ambassador judge justice congressman
    congresswoman superintendent bishop king queen chancellor captain""".split()
)
POST_ENTRIES = frozenset("first seat entered represented".split())
"""Words of an election to what somebody is still: "first elected in 2016"."""
EXITS = frozenset("resignation departure retirement exit".split())
"""What takes effect on the day on which a post ends."""

POST_ENDS = frozenset("ended ends end expired expires expire".split())

ONCE = frozenset(
    """birth death resignation retirement arrest indictment conviction sentencing acquittal
    collision explosion sinking derailment collapse founding arraignment concession""".split()
)
"""What happens to one person or thing once in a story."""

CLASHES = frozenset(
    """collision explosion sinking derailment collapse burglary vote fire shooting attack earthquake
    eruption""".split()
)
"""Events of which a page of news opens with one, whatever it calls those that took part."""

SAYING = frozenset(
    """said says say saying told tells tell telling added adds stated states tweeted tweets claimed
    claims argued argues warned warns insisted insists acknowledged acknowledges confirmed confirms
    denied denies explained explains noted notes declared declares suggested suggests reported
    reports asked asks called calls responded responds replied replies urged urges testified
    estimated described describes defended defends criticized criticised condemned condemns
    repeated reiterated promised promises expressed apologized apologised praised blamed accused
    quoted cited vowed wrote writes appeared spoke thanked mentioned""".split()
)
"""People do these on many days."""

LIGHT = frozenset(
    """made make makes making held hold holds holding took take takes taken place occurred occurs
    occur happened happens happen came come comes coming was were is are be been being scheduled
    planned set due expected slated gave give gives given has have had began begins started starts
    will would took begin start starting open opens opened""".split()
)
"""Verbs that leave it to a noun to say what happens: "the vote took place", "made an announcement".
"""

NOUNS = frozenset(
    """birth death wedding resignation retirement arrest indictment arraignment conviction
    sentencing acquittal plea appointment nomination announcement release founding opening
    closing collision crash explosion blast attack sinking derailment collapse landing arrival vote
    approval rejection signing meeting talks visit lawsuit ruling testimony hearing discovery
    purchase acquisition sale dismissal shooting killing victory defeat speech departure verdict
    election elections deadline raid walkout stoppage strike debate filibuster exchange earthquake
    quake tremor rescue evacuation launch rally completion burglary robbery break-in heist grounding
    funeral burial trial retrial inquest reopening divorce diagnosis eruption award graduation
    ceremony inauguration coronation enthronement festival concert parade march exhibition
    tournament summit conference auction ceasefire truce armistice invasion bankruptcy insolvency
    recall merger disappearance enactment construction theft closure
    firing ouster gunfire suit takeover assault stabbing swap re-election
    reelection fire blaze""".split()
)
"""Words of `EVENTS` that name an event rather than tell it."""

ADJECTIVES = frozenset(
    """limited united alleged retired planned proposed expected accused wounded so-called mixed
    married unprecedented supposed advanced aged armed talented red hundred indeed need speed
    wicked naked sacred breed feed greed seed bleed exceed proceed succeed""".split()
)
"""Words in -ed that are no verbs."""

NO_ACTION = frozenset(
    """prison jail death work court hospital life power office town school church congress
    parliament victory voters reporters lawmakers members people""".split()
)
"""Words behind "to" that are no verbs: "sent to prison on Friday"."""

VEHICLES = frozenset("vessels ships boats trains trams buses cars trucks planes jets".split())
"""What collides where it meets."""

NOBODY = frozenset(
    """police officers officials prosecutors authorities lawmakers investigators agents doctors
    voters workers firefighters soldiers troops residents burglars lawmakers crews witnesses
    students drivers passengers republicans democrats house senate congress
    court judge state federal government council""".split()
)
"""Folded names of those who do the same to many: who is arrested tells two arrests apart."""

SINGLE = frozenset(
    """conviction sentencing effect polling deadline raid collision explosion sinking derailment
    shooting collapse burglary strike arraignment earthquake exchange launch filibuster debate
    acquittal funeral trial fire eruption auction truce bankruptcy festival""".split()
)
"""Events of which a story mostly has one."""

LASTING = frozenset(
    """completion construction founding opening closing writing purchase sale filibuster collapse
    sinking derailment marriage divorce diagnosis joining graduation award release eruption
    disappearance theft invasion merger bankruptcy enactment""".split()
)
"""Events of the background, which pages date by the year."""

HABITS = frozenset(
    """meeting visit announcement speaking posting hearing testimony release beginning ending
    giving getting coming going seeing showing putting bringing sending writing leaving taking
    hearing-of feeling knowing keeping thinking wearing running falling rising growing rally
    discovery paying seeking plea charge arrival attack fighting""".split()
)
"""What people do on many days: only the same figures tie two datings of it."""

BODIES = frozenset(
    """party court house senate congress council parliament assembly legislature district company
    firm department agency union club team board committee ministry bank university school church
    army police force state city town county office seat association league""".split()
)
"""What one leads or belongs to."""

KNOWN = frozenset(EVENTS.values())
"""Events that are more than a stem."""
