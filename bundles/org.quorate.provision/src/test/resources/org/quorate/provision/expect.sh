# shellcheck shell=bash
# What tests in the throw-away Debian root say of each thing that they try: "ok WHAT" or "FAIL WHAT". Sourced; sets failed=1
# where something is wrong, and last to what the last command said.
failed=0

attempt() { # COMMAND...: how a command is run; some tests have a way of their own
    "$@"
}

expect() { # WHAT EXPECTED-CODE COMMAND...
    local what=$1 code=$2 result
    shift 2
    last=$(attempt "$@" 2>&1)
    result=$?
    if [[ $result == "$code" ]]; then
        echo "ok $what"
    else
        echo "FAIL $what: code $result, not $code: $last"
        failed=1
    fi
}

says() { # TEXT: in the last output
    [[ $last == *"$1"* ]] || { echo "FAIL does not say \"$1\": $last" && failed=1; }
}

same() { # WHAT EXPECTED FOUND
    if [[ $2 == "$3" ]]; then
        echo "ok $1"
    else
        echo "FAIL $1: $3, not $2"
        failed=1
    fi
}
