#!/bin/sh
# Installs what a folder of tests asks in JavaScript, from its lock, where there is npm; else says what to do.
# Usage: sh tests/npm.sh FOLDER
set -eu
cd "$1"
have=node_modules/.package-lock.json
[ -f "$have" ] && [ "$have" -nt package-lock.json ] && exit 0
if ! command -v npm >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing node and npm for the tests"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi
if command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1; then
    echo "installing what $1 asks for"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null && exit 0
    echo "What $1 asks for could not be installed; the tests that need it are skipped or fail." >&2
else
    echo "The tests of editors, calendars and accessibility need node and npm: install them, and run make again." >&2
fi
[ -z "${CI:-}" ] || exit 1
