#!/bin/sh
# Writes requirements/dev.lock: every dependency with version and hashes, for all systems, without any address.
# With --check it only tells whether the lock still fits pyproject.toml.
set -eu
cd "$(dirname "$0")/.."
lock=requirements/dev.lock
target=$lock
if [ "${1:-}" = --check ]; then
    target=$(mktemp)
    trap 'rm -f "$target"' EXIT
    cp "$lock" "$target"
fi
# An existing lock's versions are kept where they still fit.
uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url --no-header -q -o "$target" \
    >/dev/null
# uv notes in the comments which file it wrote from, never the one it wrote to, so the two can be compared.
if ! cmp -s "$lock" "$target"; then
    echo "$lock is out of step with pyproject.toml: run packaging/lock.sh" >&2
    exit 1
fi
echo "$lock: $(grep -c '==' "$lock") packages"
