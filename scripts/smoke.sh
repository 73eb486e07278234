#!/usr/bin/env bash
# Starts the product with the README's command on a free port, asks one question over HTTP, and stops it.
set -euo pipefail
cd "$(dirname "$0")/.."
data=$(mktemp -d)
port=$(node -e 'const s = require("node:net").createServer().listen(0, () => { console.log(s.address().port); s.close() })')

# A job of its own process group, so that stopping it reaches the server and not only npm.
set -m
PORT=$port DATA_DIR=$data npm start >"$data.log" 2>&1 &
server=$!
set +m
stop() {
  kill -TERM -- "-$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  rm -rf "$data" "$data.log"
}
trap stop EXIT
fail() {
  echo "smoke: $1" >&2
  cat "$data.log" >&2
  exit 1
}

for _ in $(seq 1 300); do
  curl -sf "http://localhost:$port/readyz" >/dev/null && break
  sleep 0.2
done
curl -sf "http://localhost:$port/readyz" >/dev/null || fail 'it did not become ready within a minute'
# Read whole before it is searched: `grep -q` leaves at the first match, and a curl that is still writing then fails.
page=$(curl -sf "http://localhost:$port/") || fail 'the page is not there'
grep -q 'bianban-chat' <<<"$page" || fail 'the page has no chat'
answer=$(curl -sfN "http://localhost:$port/api/chat" -H 'content-type: application/json' -d '{"message":"厦门居住证怎么办"}') ||
  fail 'the question was not answered'
grep -q 'residence-permit#' <<<"$answer" || fail "no source in: $answer"
grep -q '"outcome":"answered"' <<<"$answer" || fail "no answer in: $answer"
echo 'smoke: the page is there and a question is answered with its source'
