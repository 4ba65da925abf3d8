#!/bin/bash
# The script of a code scan in Zadig, scanner type "other". Declare GITHUB_TOKEN as a variable of the scan, as a *secret*.
# Pull requests are scanned as Zadig merges them, and uploaded under their own head commit.
set -e

# Zadig starts the script in /workspace, one folder above the checkout.
cd /workspace/shop

# What the project needs for its scanner, for instance: npm ci --ignore-scripts

# Zadig makes variables of `#KEY=value#` in commit messages, so only what stands here is handed on (docs/zadig.md).
# `exec`, because Zadig adds lines to the end of this script: without it, the last of those would decide the job.
exec /usr/bin/env -i ZADIG=true PATH=/usr/local/bin:/usr/bin:/bin HOME=/root GITHUB_TOKEN="$GITHUB_TOKEN" \
  codescan-gate run \
  --scanner eslint \
  --upload required \
  --category zadig/eslint \
  --fail-on high
