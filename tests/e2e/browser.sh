#!/bin/sh
# The browser tests drive the distribution's Chromium, and measure text in a font of usual width and in a wide one. Installs both where
# this user may; else says what to do.
set -eu
[ -n "${CHROMIUM:-}" ] && exit 0
missing=
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || missing=chromium
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    [ -d /usr/share/fonts/truetype/liberation ] || missing="$missing fonts-liberation"
    [ -d /usr/share/fonts/truetype/dejavu ] || missing="$missing fonts-dejavu-core"
    [ -n "$missing" ] || exit 0
    echo "installing for the browser tests: $missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # several names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    exit 0
fi
[ -n "$missing" ] || exit 0
echo "The browser tests need Chromium: install the package 'chromium', or set CHROMIUM=/path/to/chromium." >&2
[ -z "${CI:-}" ] || exit 1
