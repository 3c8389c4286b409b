#!/usr/bin/env bash
# Builds, serves and tests the figure: "./build.sh help" lists what it can do.
# It needs Go, and fetches the version that go.mod asks for if yours is older.
set -eu
cd "$(dirname "$0")"

fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

command -v go >/dev/null || fail "Go is not installed; get it at https://go.dev/dl/"
have=$(GOTOOLCHAIN=local go version | cut -d' ' -f3) # and not the version that go.mod asks for
case $have in
go1.[0-9] | go1.[0-9].* | go1.1[0-9]* | go1.20*)
  fail "this is $have; Go 1.21 or newer is needed (it fetches newer versions by itself): https://go.dev/dl/" ;;
esac

# What a person has set for other projects: a workspace, another system, flags, a
# C compiler. GOFLAGS is not empty, since "go env -w" may have set others.
unset GOOS GOARCH
export GOWORK=off CGO_ENABLED=0 GOFLAGS=-buildvcs=false

# The builder itself is built first. Go names the packages that it compiles; the
# last of them is shown while it takes long.
log=$(mktemp) || fail "cannot write a temporary file"
(
  n=0
  while sleep 1; do
    n=$((n + 1))
    at=$(tail -n 1 "$log")
    at=${at#go: }
    if [ -t 2 ]; then
      printf '\rthe builder: %-56.56s %3d s' "$at" "$n" >&2
    elif [ $((n % 4)) = 0 ]; then
      printf '  the builder: %s (%d s)\n' "$at" "$n" >&2
    fi
  done
) &
telling=$!
trap 'kill $telling 2>/dev/null || :; rm -f "$log"' EXIT
status=0
go build -v -o web/site/.bin/ ./web/site 2>"$log" || status=$?
kill $telling 2>/dev/null || :
wait $telling 2>/dev/null || :
[ ! -t 2 ] || printf '\r%79s\r' '' >&2
if [ $status != 0 ]; then
  old=$(grep -m 1 'requires go >=' "$log" || :)
  [ -z "$old" ] || fail "${old#go: }. Set GOTOOLCHAIN=auto, or install that version: https://go.dev/dl/"
  why=$(grep -m 1 -E 'dial tcp|GOPROXY|GOTOOLCHAIN|not available|no such host|timeout|refused|reading https?:' "$log" || :)
  if [ -n "$why" ]; then
    what=$(sed -n 's/^go: downloading //p' "$log" | tail -n 1)
    fail "${what:-something that the build needs} could not be fetched: ${why#*: }. The first build needs a network, or a proxy named in GOPROXY."
  fi
  grep -v '^[A-Za-z0-9_./-]*$' "$log" >&2 || :
  fail "the builder could not be built"
fi
rm -f "$log"
trap - EXIT
exec web/site/.bin/site "$@"
