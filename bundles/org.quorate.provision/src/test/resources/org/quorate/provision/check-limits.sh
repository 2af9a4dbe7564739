#!/usr/bin/env bash
# Runs inside the throw-away Debian root: what mkfs says to the options in /host/limits, a case a line: number, program, size of the
# volume, options. Volumes are sparse files in memory. Prints "case NUMBER CODE message".
set -u
while read -r number program size options; do
    truncate -s "$size" /tmp/volume
    # shellcheck disable=SC2086 # plain words
    out=$("$program" $options /tmp/volume 2>&1 <<<y)
    code=$?
    printf 'case %s %s %s\n' "$number" "$code" "$(tail -n 1 <<<"$out" | tr -cd ' -~')"
    rm -f /tmp/volume
done </host/limits
