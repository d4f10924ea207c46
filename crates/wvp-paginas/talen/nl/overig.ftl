riv-volledig = Voor dit dossier is een volledig re-integratieverslag nodig. Dit is wat er volgens de regels nog aan ontbreekt of niet klopt.
riv-verkort = Voor dit dossier is een verkort re-integratieverslag genoeg.
riv-geen = Voor dit dossier is nu geen re-integratieverslag nodig.
riv-bevindingen = nog te herstellen
riv-voldaan = regels in orde
riv-niet-na-te-gaan = niet na te gaan met uw functie
riv-niets = Er ontbreekt niets
riv-blokkade = Zo mag het niet weg
riv-fout = Niet compleet
riv-waarschuwing = UWV kan ernaar vragen
riv-opmerking = Goed om te weten
riv-wie = Wie herstelt het
riv-pakket = Stel het pakket samen
riv-pakket-uitleg = U krijgt één bestand met alle stukken en een inhoudslijst. Dat het is gemaakt, wordt vastgelegd.
berichten-ongelezen = { $aantal ->
    [0] Alles gelezen
    [one] 1 nieuw bericht
   *[other] { $aantal } nieuwe berichten
  }
berichten-geen = Geen berichten
berichten-geen-uitleg = Als er iets van u wordt verwacht, staat het hier.
bericht-nieuw = Nieuw
bericht-gelezen = Gelezen
bericht-stukken = Stukken voor het re-integratieverslag gevraagd
bericht-niet-bezorgd = Een bericht aan een ander kwam niet aan
bericht-niet-bezorgd-uitleg = Neem zelf contact op, of vraag de beheerder het adres te herstellen.
account = Uw account
account-naam = Naam
account-functie = Functie
account-nummer = Accountnummer
account-wissel = Wissel van functie
mijn-uitleg = Hier ziet u wat er over u is vastgelegd, wat er van u wordt verwacht en wie er meekeek. Uw werkgever ziet nooit wat u met de bedrijfsarts bespreekt over uw gezondheid.
mijn-geen = U hebt geen dossier
mijn-geen-uitleg = Bent u ziek gemeld? Dan staat uw dossier hier zodra de melding is vastgelegd.
mijn-verwacht = Wat er van u wordt verwacht
mijn-niets = Op dit moment niets.
mijn-anderen = Wat anderen doen
mijn-niets-anderen = Op dit moment niets.
mijn-klaar = U bent hersteld gemeld, of dit dossier is gesloten.
mijn-tijdlijn = Mijn tijdlijn
mijn-lezen = Alles lezen wat is vastgelegd
mijn-oordeel = Mijn oordeel geven
mijn-toestemming = Toestemming geven of intrekken
mijn-alles = Alles downloaden
mijn-inzage = Wie keek mee
rekenen-uitleg = Bereken alle termijnen van de Wet verbetering poortwachter. U hoeft niet in te loggen; wat u invult, wordt niet bewaard. Vul geen namen in.
rekenen-knop = Bereken
