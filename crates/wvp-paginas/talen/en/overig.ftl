riv-volledig = This file needs a full reintegration report. This is what the rules still miss or find wrong.
riv-verkort = A short reintegration report is enough for this file.
riv-geen = No reintegration report is needed for this file now.
riv-bevindingen = still to mend
riv-voldaan = rules in order
riv-niet-na-te-gaan = cannot be checked with your role
riv-niets = Nothing is missing
riv-blokkade = It may not go out like this
riv-fout = Not complete
riv-waarschuwing = UWV may ask about it
riv-opmerking = Good to know
riv-wie = Who mends it
riv-pakket = Put the package together
riv-pakket-uitleg = You get one file with all documents and a list of contents. That it was made is recorded.
berichten-ongelezen = { $aantal ->
    [0] All read
    [one] 1 new message
   *[other] { $aantal } new messages
  }
berichten-geen = No messages
berichten-geen-uitleg = When something is expected of you, it stands here.
bericht-nieuw = New
bericht-gelezen = Read
bericht-stukken = Documents for the reintegration report were asked for
bericht-niet-bezorgd = A message to somebody else did not arrive
bericht-niet-bezorgd-uitleg = Get in touch yourself, or ask the administrator to mend the address.
account = Your account
account-naam = Name
account-functie = Role
account-nummer = Account number
account-wissel = Switch role
mijn-uitleg = Here you see what was recorded about you, what is expected of you and who looked. Your employer never sees what you discuss about your health with the physician.
mijn-geen = You have no file
mijn-geen-uitleg = Were you reported ill? Then your file stands here as soon as the report is recorded.
mijn-verwacht = What is expected of you
mijn-niets = Nothing at this moment.
mijn-anderen = What others do
mijn-niets-anderen = Nothing at this moment.
mijn-klaar = You were reported recovered, or this file is closed.
mijn-tijdlijn = My timeline
mijn-lezen = Read everything that was recorded
mijn-oordeel = Give my opinion
mijn-toestemming = Give or withdraw consent
mijn-alles = Download everything
mijn-inzage = Who looked
rekenen-uitleg = Calculate all terms of the Wet verbetering poortwachter. You need not log in; what you fill in is not kept. Do not fill in names.
rekenen-knop = Calculate
