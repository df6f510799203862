#!/bin/sh
# The editor tests speak to the YAML language server. Installs it from its lock where there is npm; else says what to do.
set -eu
cd "$(dirname "$0")"
have=node_modules/.package-lock.json
[ -f "$have" ] && [ "$have" -nt package-lock.json ] && exit 0
if ! command -v npm >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing node and npm for the editor tests"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi
if command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1; then
    echo "installing the YAML language server for the editor tests"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null && exit 0
    echo "The YAML language server could not be installed; the editor tests are skipped." >&2
else
    echo "The editor tests need node and npm: install them, and run 'make editor'." >&2
fi
[ -z "${CI:-}" ] || exit 1
