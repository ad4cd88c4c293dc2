"""A pile of short stories in nine languages, written for the tests: event, outlet, day and text."""

PILE: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "dam",
        "Valley Post",
        "2026-03-02",
        "Dam above Orlen shows cracks",
        "Engineers found two long cracks in the Orlen dam on Sunday. The water board lowered the "
        "reservoir by three metres and asked four villages below the dam to be ready to leave.",
    ),
    (
        "dam",
        "River Herald",
        "2026-03-03",
        "Villages told to pack as Orlen reservoir is lowered",
        "Families below the Orlen dam packed their bags after cracks were discovered in its wall. "
        "The reservoir has been lowered, and the water board says the villages are not in danger.",
    ),
    (
        "dam later",
        "Valley Post",
        "2026-09-20",
        "Inquiry blames cheap concrete for Orlen cracks",
        "An inquiry into the Orlen dam says that poor concrete was bought to save money. Two "
        "managers of the water board resigned before the report was read in the assembly.",
    ),
    (
        "dam later",
        "River Herald",
        "2026-09-21",
        "Water board managers go after report on concrete",
        "Poor concrete in the Orlen dam cost two managers of the water board their posts: an "
        "inquiry found that it was bought to save money, its report told the assembly.",
    ),
    (
        "strike",
        "Valley Post",
        "2026-03-02",
        "Tram drivers walk out in Sallow",
        "Tram drivers in Sallow stopped work on Monday over night shifts. The union wants two free "
        "weekends a month; the transport company offers one.",
    ),
    (
        "strike",
        "Sallow Echo",
        "2026-03-02",
        "No trams in Sallow as union fights night shifts",
        "Sallow woke up without trams. The drivers' union demands two free weekends a month and an "
        "end to long night shifts, and the transport company will not give more than one.",
    ),
    (
        "museum",
        "Stadtbote",
        "2026-03-04",
        "Gemälde aus dem Stadtmuseum gestohlen",
        "Unbekannte haben in der Nacht drei Gemälde aus dem Stadtmuseum Lindau gestohlen. Die "
        "Polizei sucht einen weißen Lieferwagen, der vor dem Museum gesehen wurde.",
    ),
    (
        "museum",
        "Abendblick",
        "2026-03-04",
        "Kunstraub in Lindau: Polizei sucht Lieferwagen",
        "Nach dem Diebstahl von drei Gemälden im Lindauer Stadtmuseum sucht die Polizei nach einem "
        "weißen Lieferwagen. Die Bilder sind nach Angaben des Museums unersetzlich.",
    ),
    (
        "budget",
        "Stadtbote",
        "2026-03-04",
        "Gemeinderat streitet über den Haushalt",
        "Der Gemeinderat hat den Haushalt erneut vertagt. Die Opposition lehnt höhere Gebühren für "
        "die Kinderbetreuung ab, der Bürgermeister will dafür beim Straßenbau sparen.",
    ),
    (
        "budget",
        "Abendblick",
        "2026-03-05",
        "Haushalt vertagt, Gebühren bleiben umstritten",
        "Wegen der Gebühren für die Kinderbetreuung ist der Haushalt im Gemeinderat wieder vertagt "
        "worden. Der Bürgermeister schlägt vor, beim Straßenbau zu sparen.",
    ),
    (
        "quake",
        "港湾新聞",
        "2026-03-04",
        "青葉市で震度5の地震",
        "4日朝、青葉市で震度5の地震があった。市によると、古い住宅の屋根瓦が落ちて3人が軽いけがをした。津波の心配はない。",
    ),
    (
        "quake",
        "朝の便り",
        "2026-03-04",
        "震度5、青葉市で3人けが",
        "青葉市で4日朝に震度5を観測する地震があり、屋根瓦の落下で3人がけがをした。気象台は津波の心配はないとしている。",
    ),
    (
        "library",
        "港湾新聞",
        "2026-03-04",
        "新しい図書館の開館は来年に",
        "県は新しい図書館の開館を来年の春に延期すると発表した。建設費が増えたためで、知事は議会に説明するという。",
    ),
    (
        "bridge",
        "江城日报",
        "2026-03-03",
        "江城大桥封闭检修",
        "江城大桥周二起封闭检修两周。交通局表示，检查人员发现桥面钢缆锈蚀，公交车将绕行北岸隧道。",
    ),
    (
        "bridge",
        "晨报",
        "2026-03-03",
        "钢缆锈蚀，江城大桥停止通行",
        "因桥面钢缆锈蚀，江城大桥从周二开始停止通行，检修预计两周。公交线路改走北岸隧道，交通局提醒市民提前出门。",
    ),
    (
        "harvest",
        "晨报",
        "2026-03-03",
        "茶农迎来早春采摘",
        "今年春天来得早，山区茶农提前十天开始采摘。合作社说，茶叶价格比去年高，但工人不够。",
    ),
    (
        "flood",
        "ข่าวเช้า",
        "2026-03-02",
        "น้ำท่วมตลาดริมคลอง",
        "ฝนตกหนักเมื่อคืนทำให้น้ำท่วมตลาดริมคลองสูงครึ่งเมตร พ่อค้าแม่ค้าย้ายของขึ้นที่สูง เทศบาลส่งเครื่องสูบน้ำสิบเครื่อง",
    ),
    (
        "flood",
        "ริมคลองวันนี้",
        "2026-03-02",
        "เทศบาลเร่งสูบน้ำออกจากตลาดริมคลอง",
        "เทศบาลนำเครื่องสูบน้ำสิบเครื่องช่วยตลาดริมคลองที่น้ำท่วมสูงครึ่งเมตรหลังฝนตกหนัก พ่อค้าแม่ค้าบอกว่าสินค้าเสียหายมาก",
    ),
    (
        "school",
        "ข่าวเช้า",
        "2026-03-02",
        "โรงเรียนบนดอยได้ครูใหม่",
        "โรงเรียนเล็กบนดอยมีครูภาษาอังกฤษคนแรกในรอบห้าปี นักเรียนสามสิบคนต้อนรับด้วยเพลงพื้นบ้าน",
    ),
    (
        "ferry",
        "صدى الميناء",
        "2026-03-05",
        "جنوح عبارة قرب جزيرة السلام",
        "جنحت عبارة تقل ثمانين راكبا قرب جزيرة السلام مساء الأربعاء. وقال خفر السواحل إن جميع "
        "الركاب نقلوا إلى الميناء بسلام وإن التحقيق جار في سبب الجنوح.",
    ),
    (
        "ferry",
        "أخبار الساحل",
        "2026-03-05",
        "إنقاذ ثمانين راكبا بعد جنوح عبارة",
        "أنقذ خفر السواحل ثمانين راكبا من عبارة جنحت قرب جزيرة السلام، ونقل الركاب إلى الميناء. "
        "وبدأ تحقيق في سبب جنوح العبارة.",
    ),
    (
        "olives",
        "أخبار الساحل",
        "2026-03-05",
        "موسم زيتون وفير هذا العام",
        "يتوقع المزارعون موسما وفيرا للزيتون بعد أمطار الشتاء. وتقول التعاونية إن أسعار الزيت "
        "ستنخفض في الأسواق المحلية.",
    ),
    (
        "parc",
        "Le Rivage",
        "2026-03-04",
        "Le parc des Tilleuls sera fermé tout l'été",
        "La mairie ferme le parc des Tilleuls pendant l'été pour remplacer cent vieux arbres. Les "
        "riverains demandent que l'aire de jeux reste ouverte aux enfants.",
    ),
    (
        "parc",
        "La Voix du port",
        "2026-03-05",
        "Cent arbres à remplacer au parc des Tilleuls",
        "Cent arbres malades seront remplacés cet été au parc des Tilleuls, que la mairie doit "
        "fermer. L'aire de jeux devrait rester ouverte, réclament des parents du quartier.",
    ),
)
