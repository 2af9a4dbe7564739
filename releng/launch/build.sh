# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# Builds what ./quorate starts, into target/quorate of the checkout. Sourced, not run.
#
# What was built is stamped with a checksum of its sources: no clock, no git, and a source that is put back is no change.
# It is copied out of the modules' folders, so that a Maven build beside a running Quorate does not pull its jar away.

# shellcheck source=common.sh
. "${home:?the folder of the checkout}/releng/launch/common.sh"
built=$home/target/quorate
# Where Tycho puts the desktop, a folder for each system, window system and architecture.
tycho_products=$home/releng/org.quorate.product/target/products/org.quorate.product

# The files that decide what a build makes, as NUL-separated paths.  sources cli|desktop|products
sources() {
    find LICENSE NOTICE.md pom.xml releng/launch/build.sh bundles/*/pom.xml bundles/*/src/main sample-models releng/lab/results -type f ! -name expected.txt \
        ! -path 'releng/lab/results/fail-*' -print0
    [[ $1 == cli ]] ||
        find bundles/org.quorate.ui bundles/org.quorate.nl.* features releng/desktop releng/org.quorate.* \
            -name target -prune -o -type f -print0
}

checksum() {
    (cd "$home" && sources "$1" | LC_ALL=C sort -zu | xargs -0 sha256sum | sha256sum)
}

is_current() {
    [[ -r $built/$1.stamp && $(<"$built/$1.stamp") == "$2" ]]
}

# Builds one of them unless it is there already.  ensure_built cli|desktop|products
ensure_built() {
    local what=$1 sum
    sum=$(checksum "$what")
    ! is_current "$what" "$sum" || return 0
    [[ ${QUORATE_BUILD:-} != never ]] || die "what is asked for is not built from these sources; run ./quorate --version"
    mkdir -p "$built"
    exec 9>"$built/lock"
    if ! flock -n 9; then
        say "another start is building; waiting for it"
        flock 9
    fi
    if ! is_current "$what" "$sum"; then
        "build_$what"
        printf '%s\n' "$sum" >"$built/$what.stamp"
    fi
    exec 9>&-
}

# Runs the Maven found, without tests.  package NAME OPTION...
package() {
    local name=$1 log="$built/${1// /-}.log"
    shift
    watched "building the $name (only the first time)" "$log" \
        "${maven[@]}" -B "${compiler[@]}" -Dmaven.test.skip=true "$@" package ||
        log_end "$log" "the $name could not be built"
}

build_cli() {
    local jar=$built/quorate.jar
    use_java javac
    use_maven
    rm -f "$home"/bundles/org.quorate.cli/target/org.quorate.cli-*.jar # of an earlier version
    package "command line" -f "$home/pom.xml" -pl bundles/org.quorate.cli -am
    rm -f "$built/quorate.jsa"
    cp "$home"/bundles/org.quorate.cli/target/org.quorate.cli-*.jar "$jar.new"
    mv "$jar.new" "$jar"
    # Class data sharing: halves the start. A Java that cannot use the archive goes without.
    "$JAVA_HOME/bin/java" -Xlog:disable -XX:ArchiveClassesAtExit="$built/quorate.jsa" -jar "$jar" \
        validate "$home/sample-models/web-sessions/scenario.yaml" >/dev/null 2>&1 || true
}

build_desktop() {
    use_java javac
    use_maven_39
    package desktop -f "$home/releng/all/pom.xml" -pl '!:org.quorate.checks,!:org.quorate.ui.tests'
    replace_built desktop "$tycho_products/linux/gtk/x86_64"
}

# The desktop for every platform that it is packaged for.
build_products() {
    use_java javac
    use_maven_39
    package "desktop for every platform" -Pall-platforms -f "$home/releng/all/pom.xml" -pl '!:org.quorate.checks,!:org.quorate.ui.tests'
    replace_built products "$tycho_products"
}

# Takes a folder that was built, at once, whatever is started from the one before.  replace_built NAME FOLDER
replace_built() {
    rm -rf "$built/$1.new" "$built/$1.old"
    cp -a "$2" "$built/$1.new"
    [[ ! -e $built/$1 ]] || mv "$built/$1" "$built/$1.old"
    mv "$built/$1.new" "$built/$1"
    rm -rf "$built/$1.old"
}
