# SPDX-License-Identifier: EPL-2.0
# Reads test reports in the XML of surefire, one after the other; prints the tests that failed or were skipped, and the
# sums in Maven's words. Exit code 1 when a test failed or there was none.

function attribute(name) {
    return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
}

function tell(level, word) {
    printf "[%s] %s %s.%s\n", level, word, class, test
}

/<testsuite / {
    run += attribute("tests")
    failures += attribute("failures")
    errors += attribute("errors")
    skipped += attribute("skipped")
}
/<testcase / { class = attribute("classname"); test = attribute("name") }
/<failure[ >]/ { tell("ERROR", "Failure:") }
/<error[ >]/ { tell("ERROR", "Error:") }
/<skipped[ \/>]/ { tell("WARNING", "Skipped:") }

END {
    bad = failures + errors > 0 || run == 0
    printf "[%s] Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", \
        (bad ? "ERROR" : skipped ? "WARNING" : "INFO"), run, failures, errors, skipped
    exit bad
}
