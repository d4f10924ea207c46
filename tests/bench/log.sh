#!/bin/sh
# Measures the log beside other ways to store the same events, and prints one table.
#   tests/bench/log.sh [SECONDS] [WAY...]     4 seconds each; only ways with one of these words in their name
# Files and server stand on one disk, in a new folder below BENCH_MAP (the folder that mktemp takes). Bytes of
# an event: files as they are; on the server its table with indexes, without the server's own log.
# It ends with a caseload of BENCH_DOSSIERS dossiers (2000, 0 for none) in the embedded store: writing it, and
# replay of all of it into every read model (`rebuild_seconds`), as the line of JSON of `poortwachter simulate`.
set -eu

huis=$(cd "$(dirname "$0")/../.." && pwd)
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$huis/target}"
export TMPDIR="${BENCH_MAP:-${TMPDIR:-/var/tmp}}"
map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT
# The server runs as a user of its own when this runs as root.
chmod 755 "$map"
export TMPDIR="$map"

cd "$huis"
cargo bench --quiet --locked --manifest-path tests/bench/Cargo.toml --bench log -- "$@"
dossiers="${BENCH_DOSSIERS:-2000}"
if [ "$dossiers" -gt 0 ]; then
    cargo build --quiet --release --locked --bin poortwachter
    "$CARGO_TARGET_DIR/release/poortwachter" simulate --dossiers "$dossiers" --seed 1 \
        --opslag "sled:$map/opslag" --sleutels "$map/sleutels" | tail -n 1
fi
