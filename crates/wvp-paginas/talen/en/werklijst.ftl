ziekmelding = Sick report
stap = Step
alle-stappen = All steps
alle-werkgevers = All employers
iedereen = Anyone
periode = Period
periode-twee-weken = Up to 2 weeks
periode-daarna = After this week, up to 2 weeks
periode-alles = Everything
toon = Show
uiterlijk = Due
ziekteweek = Week of illness
aan-zet = Must act
actie = Action
van-104 = of 104
tot-en-met = up to { $wat }
vastleggen = Record
naar-dossier = To the file
bladzijden = Pages
bladzijde = Page { $wat }
vorige = Previous
volgende = Next
wie-u = You
wie-ander = Someone else
wie-werkgever = Employer
wie-werknemer = Employee
wie-bedrijfsarts = Physician
wie-casemanager = Case manager
wie-teamleider = Team lead
basis-wet = Law
basis-praktijk = Practice
basis-praktijk-uwv = UWV practice
basis-intern = Agreed
basis-brief = Letter
basis-wet-uitleg = hard term from the law.
basis-praktijk-uitleg = how UWV or the trade works.
basis-intern-uitleg = from the protocol or our own. Choose a step to see how its date came about.
werklijst-stappen = { $aantal ->
    [one] 1 open step
   *[other] { $aantal } open steps
  }
werklijst-in-dossiers = { $aantal ->
    [one] in 1 file
   *[other] in { $aantal } files
  }
werklijst-samenvatting = Summary; choose to filter
werklijst-te-laat = Late
werklijst-oudste = { $aantal ->
    [one] oldest 1 day
   *[other] oldest { $aantal } days
  }
werklijst-niets = nothing
werklijst-week = This week
werklijst-vandaag = { $aantal } today
werklijst-twee-weken = Next 2 weeks
werklijst-wacht = Waits for another
werklijst-wacht-uitleg = of all these steps
werklijst-filteren = Filter the worklist
werklijst-tabel = Open steps, by last day
werklijst-deze-week = Today and this week
werklijst-daarna = After that
werklijst-leeg = No open steps
werklijst-leeg-uitleg = Nothing is open now. As soon as a term begins it stands here, and you get a message.
werklijst-eerstvolgende = The next term is on { $wat }. You will be told in advance.
werklijst-zonder-filter = Show without filters
werklijst-alles = See all open steps
laatste-contact = Last contact { $wat }
