#!/usr/bin/env bash
# For a scheduler or a cron job: publish.sh POST.txt PLATFORM COMMAND…
# Runs COMMAND only when charter-lint lets the post out; exits 1 when it does not, 2 when the post
# could not be checked. Wants CHARTER_LINT_URL and CHARTER_LINT_SECRET (whsec_…), curl, openssl, jq.
set -euo pipefail
post=$1 platform=$2
shift 2

body=$(jq -cn --rawfile text "$post" --arg platform "$platform" '{text: $text, platform: $platform}')
id="job_$(openssl rand -hex 12)"
time=$(date +%s)
key=$(printf %s "${CHARTER_LINT_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
mac=$(printf %s "$id.$time.$body" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
status=$(printf %s "$body" | curl -sS -o "$answer" -w '%{http_code}' --max-time 5 --data-binary @- \
    -H 'content-type: application/json' -H "webhook-id: $id" -H "webhook-timestamp: $time" \
    -H "webhook-signature: v1,$mac" -H 'charter-deadline-ms: 4000' \
    "${CHARTER_LINT_URL%/}/v1/webhook" || true)

case $status in
    200) "$@" ;;
    409) jq -r '.findings[] | "\(.severity): \(.message.en) \(.instead.en)"' "$answer" >&2; exit 1 ;;
    *) echo "not checked (status ${status:-none}): not published" >&2; exit 2 ;;
esac
