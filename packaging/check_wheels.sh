#!/bin/sh
# Whether every dependency has a ready-made wheel for each system the program is for; nothing is installed.
set -eu
cd "$(dirname "$0")/.."
export MACOSX_DEPLOYMENT_TARGET=14.0
for system in windows aarch64-apple-darwin x86_64-manylinux_2_34; do
    resolved=$(uv pip compile pyproject.toml -q --python-version 3.11 --python-platform "$system" --only-binary :all: \
        --no-header --no-annotate --no-emit-index-url)
    # PyAV and, on macOS, OpenCV carry GPL encoders: docs/decisions/0001-video-frames-without-gpl.md
    case "$system:$resolved" in
        *"
av=="* | aarch64-apple-darwin:*opencv*) echo "$system: a wheel with GPL code in it" >&2; exit 1 ;;
    esac
    echo "$system: $(echo "$resolved" | grep -c '==') wheels"
done
