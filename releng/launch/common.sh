# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# What the start scripts share: messages, tools that may be missing, a watched command. Sourced, not run.

: "${home:?the folder of the checkout}"
# Maven and its options, once use_maven has found it.
maven=()
# Options for Maven that go with the Java that use_java has found.
# shellcheck disable=SC2034 # for who sources this
compiler=()

say() {
    printf 'quorate: %s\n' "$@" >&2
}

die() {
    say "$@"
    exit 1
}

# Installs Debian packages, as root; tells anyone else what is missing.  need_packages WHAT-FOR PACKAGE...
need_packages() {
    local purpose=$1 log=$home/target/quorate/apt.log
    shift
    command -v apt-get >/dev/null || die "$purpose needs what Debian calls: $*"
    [[ $(id -u) == 0 ]] || die "$purpose needs more packages; install them as root:" "  apt-get install $*"
    mkdir -p "${log%/*}"
    # A new machine has no package lists yet, and old lists name packages that are gone.
    if ! watched "installing $*" "$log" apt_install "$@"; then
        watched "fetching package lists" "$log" apt-get update || log_end "$log" "apt-get update failed"
        watched "installing $*" "$log" apt_install "$@" || log_end "$log" "apt-get install $* failed"
    fi
}

apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends "$@"
}

# Shows how a log ends, and ends.  log_end LOG MESSAGE
log_end() {
    tail -n 25 "$1" >&2
    die "$2; the whole log is $1"
}

# Runs a command with its output in a log and one line on standard error that moves.  watched TEXT LOG COMMAND...
# The command has a process group of its own, so that an interrupt ends it with all its children.
watched() {
    local text=$1 log=$2 started=$SECONDS shown=-15 child status=0
    shift 2
    set -m
    "$@" >"$log" 2>&1 </dev/null 9>&- &
    child=$!
    set +m
    # shellcheck disable=SC2064 # the child of now
    trap "kill -TERM -- -$child 2>/dev/null; wait $child || true; printf '\n' >&2; exit 130" INT TERM HUP
    while kill -0 "$child" 2>/dev/null; do
        if [[ -t 2 ]]; then
            printf '\r\e[Kquorate: %s%s, %d s' "$text" "$(maven_progress "$log")" $((SECONDS - started)) >&2
        elif ((SECONDS - shown >= 15)); then
            say "$text$(maven_progress "$log"), $((SECONDS - started)) s"
            shown=$SECONDS
        fi
        sleep 0.3
    done
    wait "$child" || status=$?
    trap - INT TERM HUP
    [[ ! -t 2 ]] || printf '\r\e[K' >&2
    return "$status"
}

# How far Maven's log is: ": part 3 of 7, 120 files fetched"; nothing for the log of another program.
maven_progress() {
    awk '/^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ { part = $NF; gsub(/[][]/, "", part); sub("/", " of ", part) }
        /Downloaded from / { files++ }
        END { if (part) printf ": part %s", part; if (files) printf ", %d files fetched", files }' "$1" 2>/dev/null || true # not there yet
}

has_gtk() {
    /sbin/ldconfig -p | grep 'libgtk-3\.so\.0 ' >/dev/null
}

# The Java version of an installation, 17 say.  java_version FOLDER
java_version() {
    local line version=0
    [[ -n $1 && -x $1/bin/java && -r $1/release ]] || return 1
    while read -r line; do
        [[ $line != JAVA_VERSION=* ]] || version=${line#*\"}
    done <"$1/release"
    printf '%d\n' "$((10#${version%%[!0-9]*}))"
}

# Finds Java 17 or later and exports JAVA_HOME; sets compiler.
# use_java java|javac
use_java() {
    local tool=$1 found folder version packages
    found=$(command -v "$tool") && found=$(readlink -f "$found") || found=
    for folder in "${JAVA_HOME:-}" "${found%/bin/*}" /usr/lib/jvm/*; do
        version=$(java_version "$folder") || continue
        if ((version >= 17)) && [[ -x $folder/bin/$tool ]]; then
            export JAVA_HOME=$folder
            # A compiler that is newer than the one this is written for warns of more; only for that one is it an error.
            # shellcheck disable=SC2034 # for who sources this
            ((version == 17)) || compiler=(-Dcompiler.warnings=-nowarn)
            return
        fi
    done
    [[ -z ${java_installed:-} ]] || die "no Java 17 or later is where Debian puts it; set JAVA_HOME"
    packages=(openjdk-17-jdk-headless)
    command -v mvn >/dev/null || packages+=(maven) # asked for at once, as the next thing would be
    need_packages "Java 17" "${packages[@]}"
    java_installed=yes
    use_java "$tool"
}

# Is this Maven at least MAJOR.MINOR.PATCH?  maven_is PROGRAM MAJOR MINOR PATCH
maven_is() {
    local version
    version=$("$1" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p') || return 1
    [[ -n $version ]] && printf '%s\n' "$2.$3.$4" "$version" | sort --check=quiet --version-sort
}

# Finds a Maven for the headless build.
use_maven() {
    if ! maven_is mvn 3 6 3; then
        need_packages "Maven 3.6.3 or later" maven
        hash -r
        maven_is mvn 3 6 3 || die "the mvn on the PATH is not Maven 3.6.3 or later"
    fi
    maven=(mvn)
}

# Finds a Maven for the desktop's build, which Tycho 4 wants to be a 3.9.
use_maven_39() {
    local version=3.9.11 folder=${XDG_CACHE_HOME:-$HOME/.cache}/quorate/maven settings log
    use_maven
    ! maven_is mvn 3 9 0 || return 0
    settings=$(mvn -v | sed -n 's/^Maven home: //p')/conf/settings.xml
    if [[ ! -x $folder/apache-maven-$version/bin/mvn ]]; then
        log=$home/target/quorate/maven.log
        mkdir -p "$folder"
        rm -rf "$folder/new.$$"
        (cd "$folder" && watched "fetching Maven $version" "$log" mvn -B \
            org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
            "-Dartifact=org.apache.maven:apache-maven:$version:zip:bin" "-DoutputDirectory=$folder/new.$$") ||
            log_end "$log" "Maven $version could not be fetched"
        # Another start may have been faster; both are the same.
        mv -T "$folder/new.$$/apache-maven-$version" "$folder/apache-maven-$version" 2>/dev/null || true
        rm -rf "$folder/new.$$"
    fi
    maven=("$folder/apache-maven-$version/bin/mvn")
    # The mirrors and proxies of this machine's own Maven hold for the fetched one, too.
    [[ ! -r $settings ]] || maven+=(-gs "$settings")
}
