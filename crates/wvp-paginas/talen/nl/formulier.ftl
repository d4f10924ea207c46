kies = Maak een keuze
meer-regels = Meer regels
annuleren = Annuleren
formulier-optioneel = Vul alle velden in. Als een veld niet verplicht is, staat dat erbij.
geen-medisch = Noteer geen medische gegevens: oorzaak, klachten en behandeling horen hier niet.
fouten-aantal = { $aantal ->
    [one] Er is 1 ding dat niet klopt
   *[other] Er zijn { $aantal } dingen die niet kloppen
  }
fouten-bewaard = Er is nog niets vastgelegd. Wat u invulde staat er nog.
deel-a = Proces
deel-b = Re-integratie
deel-c = Medisch: dit leest de werkgever nooit
deel-d = Persoon en bedrijf
niets-vast-te-leggen = Met uw functie legt u in dit dossier niets vast.
haalt-termijn = Hiermee haalt u de termijn { $wat }.
ingevuld-uit-dossier = Wat al bekend is, is ingevuld. Controleer het.
wordt-gelezen = Let op: wat u bij Re-integratie invult, kunnen de werkgever en de casemanager lezen.
