#!/usr/bin/env bash
# Builds, serves and tests the figure. Needs Go 1.26; `test` needs browsers too.
#
#   ./build.sh           build dist/: static files for any host
#   ./build.sh serve     build and serve at http://127.0.0.1:8080 (PORT changes it)
#   ./build.sh size      build, and tell where the bytes are; "size agree" agrees to them
#   ./build.sh check     every test but those in browsers, under two minutes
#   ./build.sh test      every test, in Chromium, Firefox and WebKit too; words choose: firefox "lecture"
#   ./build.sh shots     screenshots into .shots/; arguments filter: phone dark sub
#   ./build.sh strips    films of the derivation into .strips/; arguments filter: relu abs2
#   ./build.sh bench     measure the page beside other libraries; -write keeps the result
#   ./build.sh figure    draw assets/figure.png and assets/og.png anew
set -eu
cd "$(dirname "$0")"
command -v go >/dev/null || { echo "build.sh: Go 1.26 is needed: https://go.dev/dl/" >&2; exit 1; }
go build -o web/site/.bin/ ./web/site
exec web/site/.bin/site "$@"
