ziekmelding = Ziekmelding
stap = Stap
alle-stappen = Alle stappen
alle-werkgevers = Alle werkgevers
iedereen = Iedereen
periode = Periode
periode-twee-weken = Tot en met 2 weken
periode-daarna = Na deze week, tot 2 weken
periode-alles = Alles
toon = Toon
uiterlijk = Uiterlijk
ziekteweek = Ziekteweek
aan-zet = Aan zet
actie = Actie
van-104 = van 104
tot-en-met = tot en met { $wat }
vastleggen = Vastleggen
naar-dossier = Naar het dossier
bladzijden = Bladzijden
bladzijde = Bladzijde { $wat }
vorige = Vorige
volgende = Volgende
wie-u = U
wie-ander = Een ander
wie-werkgever = Werkgever
wie-werknemer = Werknemer
wie-bedrijfsarts = Bedrijfsarts
wie-casemanager = Casemanager
wie-teamleider = Teamleider
basis-wet = Wet
basis-praktijk = Praktijk
basis-praktijk-uwv = Praktijk UWV
basis-intern = Afspraak
basis-brief = Brief
basis-wet-uitleg = harde termijn uit de wet.
basis-praktijk-uitleg = werkwijze van UWV of de branche.
basis-intern-uitleg = uit het protocol of van ons zelf. Kies een stap om te zien hoe de datum is berekend.
werklijst-stappen = { $aantal ->
    [one] 1 open stap
   *[other] { $aantal } open stappen
  }
werklijst-in-dossiers = { $aantal ->
    [one] in 1 dossier
   *[other] in { $aantal } dossiers
  }
werklijst-samenvatting = Samenvatting; kies om te filteren
werklijst-te-laat = Te laat
werklijst-oudste = { $aantal ->
    [one] oudste 1 dag
   *[other] oudste { $aantal } dagen
  }
werklijst-niets = niets
werklijst-week = Deze week
werklijst-vandaag = { $aantal } vandaag
werklijst-twee-weken = Volgende 2 weken
werklijst-wacht = Wacht op een ander
werklijst-wacht-uitleg = van al deze stappen
werklijst-filteren = Werklijst filteren
werklijst-tabel = Open stappen, op volgorde van uiterste datum
werklijst-deze-week = Vandaag en deze week
werklijst-daarna = Daarna
werklijst-leeg = Geen open stappen
werklijst-leeg-uitleg = Er staat nu niets open. Zodra er een termijn begint, staat die hier en krijgt u bericht.
werklijst-eerstvolgende = De eerstvolgende termijn is op { $wat }. U krijgt vooraf bericht.
werklijst-zonder-filter = Toon zonder filters
werklijst-alles = Bekijk alle open stappen
laatste-contact = Laatste contact { $wat }
