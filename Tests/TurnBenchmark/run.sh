#!/usr/bin/env bash
# How many messages a second the service takes, beside those that it only proves and decodes. Usage: run.sh BINARY [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/../.."
binary=$1
seconds=${2:-8}
data=$(mktemp -d)
export TUNGNGO_TELEGRAM_TOKEN=900000009:made-up-secret TUNGNGO_TELEGRAM_WEBHOOK_SECRET=made-up-secret
# Nobody answers there: the replies stay queued.
export TUNGNGO_TELEGRAM_API_URL=http://127.0.0.1:9
"$binary" serve --port 18080 --data "$data" --catalogue . >"$data/log" 2>&1 &
service=$!
trap 'kill $service; wait $service || true; rm -rf "$data"' EXIT
until curl -sf -o /dev/null http://127.0.0.1:18080/readyz; do kill -0 $service; done

cpu() { awk '{print $14 + $15}' /proc/$service/stat; }
run() {
    local name=$1 before
    shift
    before=$(cpu)
    wrk -t1 -c64 -d"$seconds" -s Tests/TurnBenchmark/turns.lua http://127.0.0.1:18080 -- "$@" |
        awk -v name="$name" -v before="$before" -v after_command="awk '{print \$14 + \$15}' /proc/$service/stat" '/^figures/ {
            after_command | getline after
            printf "%-18s %6d/s  p50 %.1f ms  p99 %.1f ms  %d errors  %d µs of processor each\n",
                name, $2 * 1e6 / $3, $5, $6, $4, (after - before) * 10000 / $2
        }'
}
run "proved, decoded" ignored 1
for round in 1 2 3; do run "durable turn" turn ${round}0000000; done
grep VmRSS /proc/$service/status
