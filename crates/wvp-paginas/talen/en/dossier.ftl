begin = Start
kruimelpad = Breadcrumb
dossier-met-nummer = case { $wat }
dossier = file
ziek-sinds = Ill since { $wat }
iets-vastleggen = Record something
onderdelen = Parts of this file
tab-tijdlijn = Timeline
tab-feiten = Talks and plans
tab-stukken = Documents
tab-verslag = Reintegration report
tab-inzage = Who looked
tijdlijn-van = Timeline of { $wat }
tijdlijn-titel = Timeline of 104 weeks
tijdlijn-jaar = Year
tijdlijn-vandaag = Today · week { $wat }
tijdlijn-was = was { $wat }
tijdlijn-uiterlijk = by { $wat }
tijdlijn-rond = around { $wat }
tijdlijn-zin-week = It is week { $wat } of 104.
tijdlijn-zin-gedaan = { $aantal ->
    [one] 1 step is done.
   *[other] { $aantal } steps are done.
  }
tijdlijn-zin-later = { $aantal ->
    [0] All in time.
    [one] Of these 1 later than its term.
   *[other] Of these { $aantal } later than their term.
  }
tijdlijn-zin-te-laat = { $aantal ->
    [0] Nothing is late now.
    [one] 1 step is late now.
   *[other] { $aantal } steps are late now.
  }
tijdlijn-zin-volgende = The next term: { $wat }.
tijdlijn-zin-tabel = All steps are in the table below too.
staat-optijd = in time
staat-te-vroeg = earlier than allowed
staat-open = open
staat-verwacht = expected
staat-vervallen = lapsed
legenda = Legend
legenda-optijd = done in time
legenda-later = done later
legenda-telaat = late now
legenda-open = to be done
legenda-verwacht = expected, or a step of UWV
legenda-venster = period in which it must be done
legenda-uitleg = Small marks on the axis are talks, and terms that fall together with another. Everything is in the table.
nu-uiterlijk = The last day is { $wat }.
nu-aanzet = Must act: { $wat }.
nu-niets = Nothing to do now
nu-niets-uitleg = As soon as a term begins it stands here.
hoe-berekend = How was this date calculated?
eerste-ziektedag = First day of illness
einde-wachttijd = End of waiting period
naar-de-tabel = To the table
week = week
gedaan = Done
toestand = State
nog-niet = not yet
wie-beiden = Employer and employee
wie-uwv = UWV
wie-niemand = by itself
geen-ziekmelding = Nobody was reported ill yet
geen-ziekmelding-uitleg = As soon as somebody is reported ill, all terms stand here.
privacy-zin = You only see what belongs to your role. Medical data stay with the physician and the employee. Every look is recorded.
geen-feiten = Nothing was recorded yet
geen-feiten-uitleg = What is recorded in this file and you may see stands here.
vastgelegd-door = recorded by { $wat }
vastgelegd-op = on { $wat }
medisch-deel = Medical: only for the physician and the employee
ja = Yes
nee = No
corrigeer = Correct
vast-gesprekken = Talks and leave
vast-stukken = Documents of the process
vast-werk = Work, recovery and interventions
vast-uwv = UWV and safety net
vast-dienstverband = Employment and wages
vast-dossier = The case itself
vast-anders = Other
inzage-uitleg = Every time somebody looks into this file, or may not see something, it stands here. Times are Dutch time.
inzage-nummer = Do you ask the privacy officer to explain? Then give this number:
inzage-niemand = Nobody looked
inzage-lezen = Looked into the file
inzage-verslag = Drew up the reintegration report
inzage-vastleggen = Wanted to record something
inzage-leeslog = Looked who had looked
inzage-rechten = Checked what somebody could see
wanneer = When
wie = Who
wat = What
welke-gegevens = Which data
geweigerd = refused
gegevens-a = process
gegevens-b = reintegration
gegevens-c = medical
gegevens-d = person and company
gegevens-factuur = invoice
tab-afspraken = Agreements
afspraken-mensen = Who is who
afspraken-geen-mensen = No casemanager was appointed yet.
afspraken-eerder = Earlier contact
afspraken-niets-gepland = Nothing is planned.
afspraken-geen-momenten = There was no talk or consultation yet.
afspraken-gepland = Planned
afspraken-wat = What was agreed
afspraken-geen = As soon as there is a plan, the agreements are here.
moment-spreekuur = Consultation
moment-gesprek = Progress talk
moment-evaluatie = Evaluation of the plan
