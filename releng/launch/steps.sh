# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# Steps with their times, and one summary of the tests of all Maven runs, in Maven's own words. Sourced, not run.

steps_failed=() steps_skipped=()
trap 'exit 130' INT TERM HUP

minutes() {
    printf '%d:%02d min' $(($1 / 60)) $(($1 % 60))
}

# Runs one step and remembers whether it failed, or could not be done here: exit code 77.  step TITLE COMMAND...
step() {
    local title=$1 started=$SECONDS status=0
    shift
    printf '\n=== %s\n' "$title"
    "$@" </dev/null || status=$?
    if ((status == 77)); then
        steps_skipped+=("$title")
        printf '=== %s: SKIPPED\n' "$title"
    elif ((status)); then
        steps_failed+=("$title (exit code $status)")
        printf '=== %s: FAILED, exit code %d, %s\n' "$title" "$status" "$(minutes $((SECONDS - started)))"
    else
        printf '=== %s: done, %s\n' "$title" "$(minutes $((SECONDS - started)))"
    fi
}

# Modules that have tests but no report of them.
modules_untested() {
    local module
    for module in bundles/*.tests bundles/*/src/test/java releng/*/src/test/java; do
        module=${module%/src/test/java}
        [[ ! -e $module/pom.xml || -n $(find "$module/target/surefire-reports" -name 'TEST-*.xml' 2>/dev/null) ]] ||
            printf '%s\n' "$module"
    done
}

# Prints failed and skipped tests and the sums over all reports; returns 1 when a test failed.
count_tests() {
    find bundles releng -path '*/target/*-reports/TEST-*.xml' -print0 | LC_ALL=C sort -z | xargs -0 cat |
        awk -f releng/launch/count-tests.awk
}

# The end of everything: the block that Maven would print, had it been one run. Returns 1 unless all is well.
summary() {
    local line=------------------------------------------------------------------------ level=INFO verdict=SUCCESS item
    printf '\n[INFO] %s\n[INFO] Results of all runs:\n[INFO] \n' "$line"
    for item in "${steps_failed[@]}"; do
        printf '[ERROR] Failed step: %s\n' "$item"
        verdict=FAILURE
    done
    for item in "${steps_skipped[@]}"; do
        printf '[WARNING] Skipped step: %s\n' "$item"
    done
    while read -r item; do
        printf '[ERROR] Tests that did not run: %s\n' "$item"
        verdict=FAILURE
    done < <(modules_untested)
    count_tests || verdict=FAILURE
    [[ $verdict == SUCCESS ]] || level=ERROR
    printf '[INFO] %s\n[%s] BUILD %s\n[INFO] %s\n' "$line" "$level" "$verdict" "$line"
    printf '[INFO] Total time:  %s\n[INFO] Finished at: %s\n[INFO] %s\n' \
        "$(minutes "$SECONDS")" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$line"
    [[ $verdict == SUCCESS ]]
}
