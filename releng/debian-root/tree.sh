# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# How a tree of Debian's packages is made: for the throw-away root and for the lab's nodes. Sourced, not run; a part of the
# hash of both.

# Where this machine's own apt gets a suite from, whatever the format of its sources.
debian_sources() { # SUITE
    if [[ -n ${QUORATE_DEBIAN_MIRROR:-} ]]; then
        printf 'deb %s %s main\n' "$QUORATE_DEBIAN_MIRROR" "$1"
        return
    fi
    # shellcheck disable=SC2016 # apt's own variables
    apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' 'Origin: Debian' |
        awk -v s="$1" '($3 == s || $3 == s "-updates" || $3 == s "-security") && $4 == "main"' | sort -u
}

# Makes the tree of a list of packages, one a line, with a line "suite NAME". Messages go to standard error. What it takes
# of this machine's apt, proxies and their passwords say, nobody else may read, and none of it stays, however this ends: in a
# shell of its own, for a trap of its own.
debian_tree() ( # LIST NEW-FOLDER OPTION-OF-MMDEBSTRAP...
    local packages=$1 tree=$2 suite sources names options
    shift 2
    suite=$(awk '$1 == "suite" { print $2 }' "$packages")
    names=$(awk '!/^#/ && NF && $1 != "suite" { print $1 }' "$packages" | paste -sd,)
    sources=$(debian_sources "$suite")
    if [[ -z $sources ]]; then
        apt-get update >&2 || return
        sources=$(debian_sources "$suite")
    fi
    if [[ -z $sources ]]; then
        printf 'this machine has no apt source of Debian %s; set QUORATE_DEBIAN_MIRROR to a mirror\n' "$suite" >&2
        return 1
    fi
    options=$(mktemp "${tree%/*}/apt-options.XXXXXX") || return # for its owner only
    trap 'forget_passwords "$options" "$tree"' EXIT
    apt-config dump | grep '^Acquire::' >"$options" || true
    TMPDIR=${tree%/*} unshare --mount mmdebstrap --quiet --mode=root --variant=apt --aptopt="$options" \
        --include="$names" "$@" "$suite" "$tree" - <<<"$sources" >&2
)

forget_passwords() { # OPTIONS TREE: of apt's options, and of addresses of mirrors
    rm -f -- "$1" "$2/etc/apt/apt.conf.d/99mmdebstrap"
    [[ ! -d $2/etc/apt ]] || find "$2/etc/apt" -name '*.list' -exec sed -i 's#://[^/@ ]*@#://#' {} +
}
