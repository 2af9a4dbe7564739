#!/usr/bin/env bash
# Runs inside the throw-away Debian root: which tool finds the one fault that each export under /host/mutants has. Beside
# an export, NAME.tools names the tools to try, NAME.scripts the scripts that were changed. Prints "caught NAME TOOL" for
# each that finds something, "used NAME TOOL" for each that was tried; two exports are tried at a time, each with all that
# a check writes of its own: /etc, /tmp, units and what they run.
set -u

if [[ ${1:-} == --one ]]; then
    name=$2
    mkdir -p /run/units
    for folder in /tmp /run/units /usr/local/sbin; do
        mount -t tmpfs none "$folder"
    done
    mkdir /tmp/upper /tmp/work /tmp/checked /tmp/deleted-6 /tmp/deleted-9 # what takes long and finds none of these faults
    mount -t overlay -o lowerdir=/etc,upperdir=/tmp/upper,workdir=/tmp/work none /etc
    # shellcheck source=check-exports.sh
    . /host/.check-exports.sh
    scripts() {
        cat "/host/mutants/$name.scripts"
    }
    scripts_to_read() {
        scripts
    }
    ONLY=$(cat "/host/mutants/$name.tools")
    [[ $ONLY != *simulate* ]] || ONLY+=" cib" # which makes what is simulated
    export ONLY
    (check_export "/host/mutants/$name") >"/tmp/output" 2>&1
    [[ ! -e /tmp/pcs/pid ]] || kill "$(cat /tmp/pcs/pid)"
    sed -n "s/^\(ok\|FAIL\) \([a-z0-9.]*\) .*/used $name \2/p" /tmp/output | sort -u
    sed -n "s/^FAIL \([a-z0-9.]*\) .*/caught $name \1/p" /tmp/output | sort -u
    [[ $name != control-* ]] || sed "s/^/$name: /" /tmp/output
    exit
fi

ip link set lo up
ip addr add 192.168.1.101/32 dev lo
cd /host/mutants || exit 1
for file in *.tools; do
    printf '%s\n' "${file%.tools}"
done | xargs -P 2 -n 1 unshare --mount bash "$0" --one
