#!/usr/bin/env bash
# Seconds from a fresh clone to the first page: npm install && npm start, until the front page is there.
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
export PORT="${PORT:-3917}"
pid=
finish() {
  [ -z "$pid" ] || kill -- "-$pid" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

git clone --quiet "$source" "$folder/clone"
cd "$folder/clone"
begin=$(date +%s.%N)
set -m
(npm install && exec npm start) </dev/null >"$folder/log" 2>&1 &
pid=$!
set +m
installed=
until curl --silent --fail --output /dev/null "http://localhost:$PORT/"; do
  kill -0 "$pid" 2>/dev/null || { cat "$folder/log"; exit 1; }
  [ -n "$installed" ] || ! grep -q 'run.js start' "$folder/log" || installed=$(date +%s.%N)
  sleep 0.1
done
end=$(date +%s.%N)
awk -v b="$begin" -v i="${installed:-$begin}" -v e="$end" \
  'BEGIN { printf "install %.0f s, build and start %.0f s, together %.0f s\n", i - b, e - i, e - b }'
