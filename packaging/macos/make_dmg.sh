#!/bin/sh
# Makes dist/Aftercase.dmg out of dist/Aftercase.app. NOT TRIED: written from Apple's manual pages.
# On a Mac with Apple silicon, macOS 14 or newer: uv run python packaging/build.py, then this script.
# Without a Developer ID the app is signed ad hoc: on its first start it must be allowed in Privacy & Security.
#   IDENTITY="Developer ID Application: ..." signs it; notarizing (xcrun notarytool) is a step of its own.
set -eu
cd "$(dirname "$0")/../.."
app=dist/Aftercase.app
test -d "$app" || { echo "build first: $app is not there" >&2; exit 1; }
codesign --force --deep --options runtime --sign "${IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
hdiutil create -volname Aftercase -srcfolder "$staging" -format UDZO -ov dist/Aftercase.dmg
