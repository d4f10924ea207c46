#!/bin/sh
# Loads a server with reads and writes, on the embedded store and on PostgreSQL, and prints what that cost.
# tests/bench/http.sh [SECONDS] [CLIENTS] [DOSSIERS] [PER_EMPLOYER]
set -eu
cd "$(dirname "$0")/../.."
cargo build --release -p tests --bin proef-poortwachter --bin proef-lader
for store in sled postgres; do
    echo "== $store"
    cargo run --quiet --release -p tests --bin proef-lader -- \
        "seconden=${1:-30}" "klanten=${2:-16}" "dossiers=${3:-500}" \
        "per_werkgever=${4:-100}" "opslag=$store"
done
