begin = Begin
kruimelpad = Kruimelpad
dossier-met-nummer = dossier { $wat }
dossier = dossier
ziek-sinds = Ziek sinds { $wat }
iets-vastleggen = Iets vastleggen
onderdelen = Onderdelen van dit dossier
tab-tijdlijn = Tijdlijn
tab-feiten = Gesprekken en plannen
tab-stukken = Documenten
tab-verslag = Re-integratieverslag
tab-inzage = Wie keek mee
tijdlijn-van = Tijdlijn van { $wat }
tijdlijn-titel = Tijdlijn van 104 weken
tijdlijn-jaar = Jaar
tijdlijn-vandaag = Vandaag · week { $wat }
tijdlijn-was = was { $wat }
tijdlijn-uiterlijk = uiterlijk { $wat }
tijdlijn-rond = rond { $wat }
tijdlijn-zin-week = Het is ziekteweek { $wat } van 104.
tijdlijn-zin-gedaan = { $aantal ->
    [one] 1 stap is gedaan.
   *[other] { $aantal } stappen zijn gedaan.
  }
tijdlijn-zin-later = { $aantal ->
    [0] Alles op tijd.
    [one] Waarvan 1 later dan de termijn.
   *[other] Waarvan { $aantal } later dan de termijn.
  }
tijdlijn-zin-te-laat = { $aantal ->
    [0] Er is nu niets te laat.
    [one] Nu is 1 stap te laat.
   *[other] Nu zijn { $aantal } stappen te laat.
  }
tijdlijn-zin-volgende = De volgende termijn: { $wat }.
tijdlijn-zin-tabel = Alle stappen staan ook in de tabel hieronder.
staat-optijd = op tijd
staat-te-vroeg = eerder dan mocht
staat-open = open
staat-verwacht = verwacht
staat-vervallen = vervallen
legenda = Legenda
legenda-optijd = op tijd gedaan
legenda-later = later gedaan
legenda-telaat = nu te laat
legenda-open = nog te doen
legenda-verwacht = verwacht of stap van UWV
legenda-venster = periode waarin het moet
legenda-uitleg = Kleine tekens op de as zijn gesprekken en termijnen die samenvallen met een andere. Alles staat in de tabel.
nu-uiterlijk = De laatste dag is { $wat }.
nu-aanzet = Aan zet: { $wat }.
nu-niets = Er is nu niets te doen
nu-niets-uitleg = Zodra er een termijn begint, staat die hier.
hoe-berekend = Hoe is deze datum berekend?
eerste-ziektedag = Eerste ziektedag
einde-wachttijd = Einde wachttijd
naar-de-tabel = Naar de tabel
week = week
gedaan = Gedaan
toestand = Toestand
nog-niet = nog niet
wie-beiden = Werkgever en werknemer
wie-uwv = UWV
wie-niemand = vanzelf
geen-ziekmelding = Er is nog geen ziekmelding
geen-ziekmelding-uitleg = Zodra iemand is ziek gemeld, staan hier alle termijnen.
privacy-zin = U ziet alleen wat bij uw functie hoort. Medische gegevens blijven bij de bedrijfsarts en de werknemer. Elke inzage wordt vastgelegd.
geen-feiten = Er is nog niets vastgelegd
geen-feiten-uitleg = Wat er in dit dossier wordt vastgelegd en u mag zien, staat hier.
vastgelegd-door = vastgelegd door { $wat }
vastgelegd-op = op { $wat }
medisch-deel = Medisch: alleen voor de bedrijfsarts en de werknemer
ja = Ja
nee = Nee
corrigeer = Corrigeer
vast-gesprekken = Gesprekken en verlof
vast-stukken = Stukken van het traject
vast-werk = Werk, herstel en interventies
vast-uwv = UWV en vangnet
vast-dienstverband = Dienstverband en loon
vast-dossier = Het dossier zelf
vast-anders = Anders
inzage-uitleg = Iedere keer dat iemand in dit dossier kijkt of iets niet mag zien, staat dat hier. Tijden zijn in Nederlandse tijd.
inzage-nummer = Vraagt u de privacyfunctionaris om uitleg? Geef dan dit nummer:
inzage-niemand = Niemand keek mee
inzage-lezen = Keek in het dossier
inzage-verslag = Stelde het re-integratieverslag op
inzage-vastleggen = Wilde iets vastleggen
inzage-leeslog = Keek wie er meekeek
inzage-rechten = Ging na wat iemand mocht zien
wanneer = Wanneer
wie = Wie
wat = Wat
welke-gegevens = Welke gegevens
geweigerd = geweigerd
gegevens-a = proces
gegevens-b = re-integratie
gegevens-c = medisch
gegevens-d = persoon en bedrijf
gegevens-factuur = factuur
tab-afspraken = Afspraken
afspraken-mensen = Wie is wie
afspraken-geen-mensen = Er is nog geen casemanager aangewezen.
afspraken-eerder = Eerder contact
afspraken-niets-gepland = Er is niets gepland.
afspraken-geen-momenten = Er was nog geen gesprek of spreekuur.
afspraken-gepland = Gepland
afspraken-wat = Wat is afgesproken
afspraken-geen = Zodra er een plan van aanpak is, staan de afspraken hier.
moment-spreekuur = Spreekuur
moment-gesprek = Voortgangsgesprek
moment-evaluatie = Evaluatie van het plan
