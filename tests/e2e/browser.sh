#!/bin/sh
# The browser tests drive the distribution's Chromium, best as the shell without windows, which does the same in two
# thirds of the time; and measure text in a font of usual width and in a wide one. Installs what is missing where this
# user may; else says what to do.
set -eu
[ -n "${CHROMIUM:-}" ] && exit 0
browser= fonts=
for each in chromium-headless-shell chromium chromium-browser; do
    [ -n "$browser" ] || browser=$(command -v "$each") || browser=
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    [ -d /usr/share/fonts/truetype/liberation ] || fonts="$fonts fonts-liberation"
    [ -d /usr/share/fonts/truetype/dejavu ] || fonts="$fonts fonts-dejavu-core"
    [ -z "$browser" ] || [ -n "$fonts" ] || exit 0
    apt-get update -qq
    missing=$fonts
    if [ -z "$browser" ]; then
        missing="chromium $fonts"
        apt-cache show chromium-headless-shell >/dev/null 2>&1 && missing="chromium-headless-shell $fonts"
    fi
    echo "installing for the browser tests: $missing"
    # shellcheck disable=SC2086  # several names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    exit 0
fi
[ -z "$browser" ] || exit 0
echo "The browser tests need Chromium: install the package 'chromium-headless-shell' or 'chromium', or set CHROMIUM=/path/to/chromium." >&2
[ -z "${CI:-}" ] || exit 1
