#!/bin/bash
# A "general task" of a Zadig workflow. Declare GITHUB_TOKEN as a *secret* variable, and the outputs `verdict` and `reason`:
# later tasks of the workflow read them as {{.job.<this task>.output.verdict}}.
set -e

cd /workspace/shop

# A report that an earlier command of this task has written; `|| true`, because many scanners say with it that they found something.
shellcheck --format=json1 --external-sources deploy/*.sh > /workspace/shellcheck.json || true

# The outputs are written into /zadig/results. Zadig's own lines at the end of this script would write over them: `exec`.
exec /usr/bin/env -i ZADIG=true PATH=/usr/local/bin:/usr/bin:/bin HOME=/root GITHUB_TOKEN="$GITHUB_TOKEN" \
  codescan-gate run \
  --report /workspace/shellcheck.json \
  --format shellcheck \
  --upload optional \
  --category zadig/shellcheck \
  --fail-on medium
