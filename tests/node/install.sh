#!/bin/sh
# What the tests ask in JavaScript: the YAML language server that editors use, and a reader of calendars. Installs both from
# their lock where there is npm; else says what to do.
set -eu
cd "$(dirname "$0")"
have=node_modules/.package-lock.json
[ -f "$have" ] && [ "$have" -nt package-lock.json ] && exit 0
if ! command -v npm >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing node and npm for the tests"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi
if command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1; then
    echo "installing the YAML language server and ical.js for the tests"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null && exit 0
    echo "The YAML language server and ical.js could not be installed; the tests of editors and calendars are skipped." >&2
else
    echo "The tests of editors and calendars need node and npm: install them, and run 'make node'." >&2
fi
[ -z "${CI:-}" ] || exit 1
