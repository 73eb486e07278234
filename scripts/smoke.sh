#!/usr/bin/env bash
# Starts the product with the README's command on a free port, asks one question over HTTP, and stops it.
set -euo pipefail
cd "$(dirname "$0")/.."
data=$(mktemp -d)
port=${PORT:-3917}
PORT=$port DATA_DIR=$data npm start >"$data/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server 2>/dev/null || true; rm -rf "$data"' EXIT
for _ in $(seq 1 150); do
  curl -sf "http://localhost:$port/readyz" >/dev/null && break
  sleep 0.2
done
curl -sf "http://localhost:$port/" | grep -q 'bianban-chat'
answer=$(curl -sfN "http://localhost:$port/api/chat" -H 'content-type: application/json' -d '{"message":"厦门居住证怎么办"}')
grep -q 'residence-permit#' <<<"$answer"
grep -q '"outcome":"answered"' <<<"$answer"
echo 'smoke: the page is there and a question is answered with its source'
