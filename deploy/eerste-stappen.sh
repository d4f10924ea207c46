#!/usr/bin/env bash
# The first steps of README.md against a server that was just started: from its invitation to a dossier.
# People and numbers are made up. Secrets go through pipes and a folder of your own, never through arguments.
# Needs curl, jq, oathtool and uuidgen; ADRES, BEHEERDER and UITNODIGING, as README.md sets them.
set -euo pipefail
: "${ADRES:?} ${BEHEERDER:?} ${UITNODIGING:?}"

umask 077; mkdir -p inlog
roep() { curl --silent --show-error --fail-with-body --cookie "inlog/$WIE" --cookie-jar "inlog/$WIE" "$@"; }
lees() { roep "$ADRES$1"; }
stuur() { roep --request "$1" --header 'Content-Type: application/json' --data @- "$ADRES$2"; }

# Logging in for the first time: a password, a second factor, and the hat.
kom_binnen() {
    WACHTWOORD=$(uuidgen)
    stuur POST /v1/sessies/_uitnodiging <<< "{\"uitnodiging\": \"$UITNODIGING\", \"wachtwoord\": \"$WACHTWOORD\"}"
    VERVOLG=$(stuur POST /v1/sessies <<< "{\"email\": \"$1\", \"wachtwoord\": \"$WACHTWOORD\"}" | jq -r .vervolg)
    GEHEIM=$(stuur POST /v1/sessies/_begin-tweede-factor <<< "{\"vervolg\": \"$VERVOLG\"}" | jq -r .geheim)
    CODE=$(oathtool --totp --base32 - <<< "$GEHEIM")
    CODES=$(stuur POST /v1/sessies/_bevestig-tweede-factor <<< "{\"vervolg\": \"$VERVOLG\", \"code\": \"$CODE\"}")
    stuur PUT /v1/sessies/huidige/functie <<< "{\"functie\": \"$2\"}"
    printf '%s\n' "$1" "$WACHTWOORD" "$GEHEIM" "$CODES" > "inlog/$WIE.geheim"
    echo "$WIE is ingelogd als $2; wachtwoord en tweede factor staan in inlog/$WIE.geheim"
}
WIE=beheerder; kom_binnen "$BEHEERDER" arbodienst/functioneel_beheerder

# An account for a casemanager, and an employer to work for.
ORGANISATIE=$(lees /v1/sessies/huidige | jq -r '.functies[0].organisatie')
CASEMANAGER=$(uuidgen); WERKGEVER=$(uuidgen); WERKNEMER=$(uuidgen); DOSSIER=$(uuidgen)
VANDAAG=$(TZ=Europe/Amsterdam date +%F); ZIEK=$(date -d "$VANDAAG - 8 days" +%F)
stuur POST "/v1/accounts/$CASEMANAGER/registraties" > /dev/null << JSON
{"a": {"per": "$ZIEK"}, "d": {"naam": "C. Manager", "email": "c.manager@arbo.example"}}
JSON
stuur POST "/v1/accounts/$CASEMANAGER/functies" > /dev/null << JSON
{"a": {"lezer": "arbodienst/casemanager_zw_wga_wvp", "taakgebied": "Verzuimbegeleiding",
       "organisatie": {"Overig": "$ORGANISATIE"}, "geldig": {"van": "$ZIEK"}}}
JSON
stuur POST "/v1/werkgevers/$WERKGEVER/werkgevertoewijzingen" > /dev/null << JSON
{"a": {"aan": {"Account": "$CASEMANAGER"}, "lezer": "arbodienst/casemanager_zw_wga_wvp", "geldig": {"van": "$ZIEK"}}}
JSON
UITNODIGING=$(stuur POST "/v1/accounts/$CASEMANAGER/uitnodigingen" < /dev/null | jq -r .uitnodiging)

# The casemanager logs in, records employer and employee, and reports the employee sick since eight days.
WIE=casemanager; kom_binnen c.manager@arbo.example arbodienst/casemanager_zw_wga_wvp
PLEK='{"straat": "Havenstraat", "huisnummer": "12", "postcode": "9711AB", "plaats": "Groningen"}'
stuur POST "/v1/werkgevers/$WERKGEVER/gegevens-werkgever" > /dev/null << JSON
{"a": {"per": "$ZIEK"}, "d": {
    "naam": "Bakkerij Zon", "aard": "bakkerij", "adres": $PLEK, "loonheffingennummer": "123456782L01",
    "contact": {"naam": "A. Baas", "functie": "eigenaar", "email": "a.baas@zon.example"},
    "arbodienst": {"naam": "C. Manager", "functie": "casemanager", "email": "c.manager@arbo.example"},
    "bedrijfsarts": {"naam": "B. Arts", "functie": "bedrijfsarts", "email": "b.arts@arbo.example"},
    "bedrijfsarts_big": "19999999999"}}
JSON
stuur POST "/v1/werknemers/$WERKNEMER/gegevens-werknemer" > /dev/null << JSON
{"a": {"per": "$ZIEK", "werkgever": "$WERKGEVER"}, "d": {
    "naam": "W. Nemer", "functie": "bakker", "geboortedatum": "1980-05-06", "adres": $PLEK, "uren_per_week_minuten": 2280}}
JSON
stuur POST "/v1/dossiers/$DOSSIER/ziekmeldingen" > /dev/null << JSON
{"a": {"werkgever": "$WERKGEVER", "werknemer": "$WERKNEMER", "naam": "W. Nemer",
       "eerste_ziektedag": "$ZIEK", "gemeld_op": "$VANDAAG"}}
JSON
stuur POST "/v1/dossiers/$DOSSIER/casemanagers" > /dev/null << JSON
{"a": {"account": "$CASEMANAGER", "naam": "C. Manager", "organisatie": "Arbo Noord", "per": "$VANDAAG"},
 "d": {"functie": "casemanager", "email": "c.manager@arbo.example"}}
JSON

# The dossier as the casemanager may see it: every term with its last day.
lees "/v1/dossiers/$DOSSIER" | jq -r '.termijnen[] | [.uiterlijk, .id, .basis, .wie, .status] | @tsv'
echo "dossier $DOSSIER"
