"""Names of persons: short forms that outlets exchange, and small words that belong to a name."""

NICKNAMES = tuple(
    frozenset(group.split())
    for group in (
        "abraham abe ibrahim",
        "albert alfred allan allen alan alvin al bert fred",
        "alexander alexandra alex alec sandy sasha xander",
        "andrew andy drew",
        "anthony tony antonio",
        "augustus augustine august gus",
        "barbara barb barbie",
        "barack barry",
        "benjamin ben benny bennie",
        "bernard bernadette bernie",
        "catherine katherine kathryn kate katie kathy cathy kay kitty",
        "charles charlie chuck chas carlos",
        "christopher chris kit topher",
        "christine christina chris chrissy tina",
        "daniel dan danny",
        "david dave davey",
        "deborah debra deb debbie",
        "donald don donnie",
        "dorothy dot dottie",
        "cornelius cor neil corny",
        "eleanor ellie nell nora helen",
        "edith edie",
        "edward ed eddie ted ned teddy",
        "elizabeth elisabeth liz lis lisa beth betsy betty eliza lizzie libby bess",
        "eugene gene",
        "francis frank fran francisco",
        "frances fran frankie",
        "frederick fred freddie fredric",
        "geoffrey jeffrey jeff geoff",
        "gerald gerry jerry jerome",
        "gregory greg",
        "harold hal harry",
        "henry hank harry hal",
        "jacob jake jack",
        "jacqueline jackie",
        "james jim jimmy jamie jimmie",
        "janet jan",
        "jennifer jen jenny",
        "jessica jess jessie",
        "john jack johnny jon jonathan",
        "joseph joe joey jo jose",
        "joshua josh",
        "judith judy",
        "kenneth ken kenny",
        "kimberly kim",
        "lawrence laurence larry laurie",
        "leonard len lenny leo",
        "leslie les",
        "louis lou louie luis lewis",
        "margaret maggie meg peg peggy marge margie greta",
        "martin marty",
        "matthew matt",
        "michael mike mick mickey mikhail miguel",
        "mitchell mitch",
        "mary molly polly",
        "mohammed muhammad mohamed mohammad mo",
        "nancy nan",
        "nathan nathaniel nate",
        "nicholas nick nicky nicolas",
        "pamela pam",
        "patricia pat patty patsy tricia trish",
        "patrick pat paddy",
        "peter pete pedro",
        "philip phillip phil",
        "raymond ray",
        "rebecca becky becca",
        "richard dick rick rich ricky richie",
        "robert bob rob bobby robbie bert roberto beto",
        "ronald ron ronnie",
        "russell russ",
        "samuel samantha sam sammy",
        "sarah sally sadie",
        "stanley stan",
        "stephen steven steve stevie",
        "susan susanna suzanne sue susie",
        "terence terrence terry",
        "theodore ted teddy theo",
        "theresa teresa terry tess",
        "thomas tom tommy tomas",
        "timothy tim timmy",
        "victoria vicky vicki",
        "vincent vince vinny",
        "virginia ginny",
        "walter walt wally",
        "wesley wes",
        "william bill billy will willie liam guillermo",
        "zachary zach zack",
    )
)
"""Given names that one person goes by."""

HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady madam prof rev fr sr st".split())
"""They say nothing of an office."""

PARTICLES = "de|la|del|der|den|van|von|da|di|dos|du|bin|ibn|al|el|ten|ter|le"
"""Small words inside a name: "Ana de la Cruz"; a part of an expression."""

FAMILY = frozenset(
    """wife husband son daughter brother brothers sister sisters mother father widow widower cousin
    uncle aunt nephew niece family families twin twins married spouse siblings sibling grandson
    granddaughter grandfather grandmother couple parents father-in-law brother-in-law
    son-in-law""".split()
)
"""Words that tell of two persons with one surname."""
