# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# ./quorate package: archives of the product for people who have no checkout. Sourced, not run. How they are laid out and
# why: releng/adr/0011-packages.md. The same sources, date and JDK give the same bytes.

# shellcheck source=build.sh
. "${home:?the folder of the checkout}/releng/launch/build.sh"

package_files=$home/releng/packages/files
package_usage="usage: ./quorate package [--output DIR] [all|linux|windows|macos|deb|PLATFORM]...
  PLATFORM is linux-x86_64, linux-aarch64, windows-x86_64, windows-arm64, macos-x86_64 or macos-arm64
  DIR is target/packages of the checkout unless it is given; what it has of the same name is replaced"
# Set by make_packages: version, its date in seconds since 1970, the folder for packages, and one beside it to work in.
version='' epoch='' output='' work=''

# What each name on the command line stands for.
platforms_of() {
    case $1 in
    all) printf '%s\n' linux-x86_64 linux-aarch64 windows-x86_64 windows-arm64 macos-x86_64 macos-arm64 deb ;;
    linux) printf '%s\n' linux-x86_64 linux-aarch64 ;;
    windows) printf '%s\n' windows-x86_64 windows-arm64 ;;
    macos) printf '%s\n' macos-x86_64 macos-arm64 ;;
    deb | linux-x86_64 | linux-aarch64 | windows-x86_64 | windows-arm64 | macos-x86_64 | macos-arm64) printf '%s\n' "$1" ;;
    *) die "no such package: $1" "$package_usage" ;;
    esac
}

# Where Tycho put the product for a platform.
product_of() {
    local all=$built/products
    case $1 in
    linux-x86_64 | deb) printf '%s\n' "$built/desktop" ;;
    linux-aarch64) printf '%s\n' "$all/linux/gtk/aarch64" ;;
    windows-x86_64) printf '%s\n' "$all/win32/win32/x86_64" ;;
    windows-arm64) printf '%s\n' "$all/win32/win32/aarch64" ;;
    macos-x86_64) printf '%s\n' "$all/macosx/cocoa/x86_64/Eclipse.app/Contents/Eclipse" ;;
    macos-arm64) printf '%s\n' "$all/macosx/cocoa/aarch64/Eclipse.app/Contents/Eclipse" ;;
    esac
}

# make_packages ARGUMENT...
make_packages() {
    local names=() wanted=() name
    output=$home/target/packages
    while (($#)); do
        case $1 in
        --help | -h) printf '%s\n' "$package_usage" && return ;;
        --output) (($# > 1)) || die "--output wants a folder" "$package_usage" && output=$2 && shift ;;
        --output=*) output=${1#*=} ;;
        -*) die "no such option: $1" "$package_usage" ;;
        *) names+=("$1") ;;
        esac
        shift
    done
    ((${#names[@]})) || names=(all)
    for name in "${names[@]}"; do
        mapfile -t -O "${#wanted[@]}" wanted < <(platforms_of "$name")
        wait $! || exit 1
    done
    mapfile -t wanted < <(printf '%s\n' "${wanted[@]}" | awk '!seen[$0]++')

    mkdir -p "$output" || die "cannot make the folder $output"
    output=$(cd "$output" && pwd)
    [[ -w $output ]] || die "cannot write to the folder $output"
    needs_space "${#wanted[@]}"
    package_tools "${wanted[@]}"
    build_for "${wanted[@]}"
    version=$(sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' "$home/pom.xml")
    epoch=$(source_date)
    # In the same folder, so that what is finished is renamed into place and nothing half-written has its name.
    work=$(mktemp -d "$output/.unfinished.XXXXXX")
    trap 'rm -rf -- "$work"' EXIT
    make_icons
    rm -f "$output/SHA256SUMS" # it would soon be wrong
    for name in "${wanted[@]}"; do
        make_package "$name"
    done
    # Of everything that lies there, also from earlier calls.
    (cd "$output" && find . -maxdepth 1 -type f \( -name 'quorate[-_]*.tar.gz' -o -name 'quorate[-_]*.zip' -o -name 'quorate[-_]*.deb' \) \
        -printf '%P\0' | LC_ALL=C sort -z | xargs -0 sha256sum -- >"$work/SHA256SUMS")
    mv "$work/SHA256SUMS" "$output/SHA256SUMS"
    say "made $output/SHA256SUMS"
}

# A package is at most 100 MB, and what it is made from at most 300 MB, for one at a time.
needs_space() {
    local free needed=$((300 + 100 * $1))
    free=$(df --output=avail -B1M "$output" | tail -n 1)
    ((free >= needed)) || die "$output has $((free)) MB free, and this may need $needed MB"
}

package_tools() {
    local missing=() pair pairs=()
    [[ " $* " != *" windows-"* ]] || pairs+=(zip=zip)
    [[ " $* " != *" deb "* ]] || pairs+=(dpkg-deb=dpkg fakeroot=fakeroot objcopy=binutils)
    for pair in "${pairs[@]}"; do
        command -v "${pair%=*}" >/dev/null || missing+=("${pair#*=}")
    done
    ((${#missing[@]} == 0)) || need_packages "packaging" "${missing[@]}"
    use_java javac
    # What is packed is the desktop for x86-64, with the runtime of this machine.
    [[ " $* " != *" deb "* || $(dpkg --print-architecture) == amd64 ]] || die "the Debian package can only be made on amd64"
    [[ " $* " != *" deb "* || -x $JAVA_HOME/bin/jpackage && -d $JAVA_HOME/jmods ]] ||
        die "the Debian package needs a whole JDK, and $JAVA_HOME has no jpackage or no jmods" \
            "as root: apt-get install openjdk-17-jdk-headless"
}

# The desktop of this machine's kind is built alone, which is faster.
build_for() {
    local name
    ensure_built cli
    for name in "$@"; do
        if [[ $name == deb || $name == linux-x86_64 ]]; then
            ensure_built desktop
        else
            ensure_built products
        fi
    done
}

# When these sources are from: of the last commit, or what was asked for in the way of reproducible-builds.org.
source_date() {
    local date=${SOURCE_DATE_EPOCH:-}
    [[ -n $date ]] || date=$(git -C "$home" log -1 --format=%ct 2>/dev/null) ||
        date=$(date -u -d "$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<.*/\1/p' "$home/pom.xml")" +%s)
    [[ $date =~ ^[0-9]+$ ]] || die "SOURCE_DATE_EPOCH is no number of seconds: $date"
    printf '%s\n' "$date"
}

make_icons() {
    local renderer=("$built"/desktop/plugins/com.github.weisj.jsvg_*.jar) log=$built/icons.log
    [[ -r ${renderer[0]} ]] || renderer=("$built"/products/linux/gtk/x86_64/plugins/com.github.weisj.jsvg_*.jar)
    "$JAVA_HOME/bin/java" -Djava.awt.headless=true -cp "${renderer[0]}" "$home/releng/packages/Icons.java" \
        "$home/bundles/org.quorate.ui/icons/quorate.svg" "$work/icons" >"$log" 2>&1 ||
        log_end "$log" "the icons could not be drawn"
}

make_package() {
    local name=$1 folder=quorate-$version-$1 log=$built/package-$1.log file status
    case $name in
    deb) file=quorate_$(debian_version)_amd64.deb ;;
    windows-*) file=$folder.zip ;;
    *) file=$folder.tar.gz ;;
    esac
    rm -rf "${work:?}/tree"
    # No "||" behind it: Bash would then go on after what fails inside.
    set +e
    watched "making $file" "$log" package_"${name%%-*}" "$name" "$work/tree/$folder" "$work/$file"
    status=$?
    set -e
    ((status == 0)) || log_end "$log" "$file could not be made"
    mv "$work/$file" "$output/$file"
    say "made $output/$file ($(($(stat -c %s "$output/$file") / 1000000)) MB)"
}

# What all packages have, into a new folder; the desktop into one of its own.  lay_out NAME FOLDER DESKTOP
lay_out() {
    local sample
    mkdir -p "$2/lib" "$3"
    cp -a "$(product_of "$1")/." "$3"
    # Of the tool that put the product together, which is not in it; and of the moment.
    rm -rf "$3/p2" "$3/artifacts.xml"
    sed -i -e '/^#/d' -e '/^eclipse\.p2\./d' "$3/configuration/config.ini"
    LC_ALL=C sort -o "$3/configuration/config.ini" "$3/configuration/config.ini"
    cp "$built/quorate.jar" "$2/lib/quorate.jar"
    cp "$home/LICENSE" "$home/NOTICE.md" "$2"
    filled "$package_files/README.txt" >"$2/README.txt"
    # Those to begin with; what the accuracy is tested on belongs to the sources.
    for sample in "$home"/sample-models/*/scenario.yaml; do
        sample=${sample%/*}
        mkdir -p "$2/sample-models/${sample##*/}"
        cp "$sample/scenario.yaml" "$sample/README.md" "$2/sample-models/${sample##*/}"
    done
}

# A file with what is only known now.  filled FILE [ARCHITECTURE]
filled() {
    sed -e "s/@VERSION@/$version/g" -e "s/@ARCHITECTURE@/${2:-}/g" "$1"
}

# The same modes and times whoever makes it.  settle FOLDER
settle() {
    chmod -R u+rwX,go+rX,go-w "$1"
    find "$1" -exec touch --no-dereference -d "@$epoch" {} +
}

# Packs a folder for Unix.  pack FOLDER ARCHIVE
pack() {
    tar -C "${1%/*}" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner -cf - "${1##*/}" | gzip -n >"$2"
}

package_linux() {
    set -e
    lay_out "$1" "$2" "$2/desktop"
    cp -p "$package_files/unix/quorate" "$2"
    ln -s desktop/quorate-desktop "$2/quorate-desktop"
    settle "$2"
    pack "$2" "$3"
}

package_macos() {
    local contents=$2/Quorate.app/Contents
    set -e
    lay_out "$1" "$2" "$contents/Eclipse"
    cp -p "$package_files/unix/quorate" "$2"
    mkdir -p "$contents/MacOS" "$contents/Resources"
    cp -p "$package_files/macos/Quorate" "$contents/MacOS"
    cp "$work/icons/quorate.icns" "$contents/Resources"
    printf 'APPL????' >"$contents/PkgInfo"
    # Apple wants three numbers.
    version=${version%-SNAPSHOT} filled "$package_files/macos/Info.plist" "${1#macos-}" >"$contents/Info.plist"
    settle "$2"
    pack "$2" "$3"
}

package_windows() {
    local text
    set -e
    lay_out "$1" "$2" "$2/desktop"
    cp "$package_files"/windows/*.bat "$2"
    for text in "$2"/*.bat "$2"/README.txt "$2"/LICENSE "$2"/NOTICE.md "$2"/sample-models/*/*; do
        sed -i 's/\r*$/\r/' "$text"
    done
    settle "$2"
    cd "${2%/*}"
    find "${2##*/}" | LC_ALL=C sort | TZ=UTC zip -X -q -@ "$3"
}

# 0.1.0-SNAPSHOT comes before 0.1.0.
debian_version() {
    printf '%s\n' "${version/-SNAPSHOT/~snapshot}"
}

# The classes of Java that the product needs: all of Java SE, and what its libraries look for beyond it.
runtime_modules=java.se,jdk.unsupported,jdk.xml.dom,jdk.crypto.ec,jdk.charsets,jdk.localedata,jdk.zipfs,jdk.accessibility,jdk.jfr

package_deb() {
    local image=$work/tree/image root=$work/tree/root here
    set -e
    # The folders of jpackage: lib/app and lib/runtime.
    lay_out "$1" "$image/lib/app" "$image/lib/app/desktop"
    cp -p "$package_files/unix/quorate" "$image/lib/app"
    "$JAVA_HOME/bin/jlink" --add-modules "$runtime_modules" --include-locales=en,de --strip-java-debug-attributes \
        --no-header-files --no-man-pages --output "$image/lib/runtime"
    settle "$image"
    # What Java itself loads at each start, ready to be mapped; it is checked against the time of lib/modules.
    "$image/lib/runtime/bin/java" -Xshare:dump -Xlog:disable
    DPKG_DEB_COMPRESSOR_TYPE=none "$JAVA_HOME/bin/jpackage" --type deb --app-image "$image" --name quorate \
        --install-dir /usr/lib --app-version "${version%-SNAPSHOT}" --linux-package-deps libgtk-3-0 \
        --temp "$work/tree/jpackage" --dest "$work/tree/made"
    rm -rf "$image"
    dpkg-deb -R "$work"/tree/made/*.deb "$root"
    here=$root/usr/lib/quorate
    # Links are made here, as jpackage makes files of them.
    ln -s ../runtime "$here/lib/app/runtime"
    ln -s desktop/quorate-desktop "$here/lib/app/quorate-desktop"
    mkdir -p "$root/usr/bin"
    ln -s ../lib/quorate/lib/app/quorate ../lib/quorate/lib/app/quorate-desktop "$root/usr/bin"
    integrate "$root" "$here"
    finish_control "$root"
    chmod -R u+rwX,go+rX,go-w "$root"
    (cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    find "$root" -exec touch --no-dereference -d "@$epoch" {} +
    SOURCE_DATE_EPOCH=$epoch dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$3"
}

# Menu entry, type of files, icons and documents as files that dpkg owns and removes, and whose places have triggers, for
# jpackage's scripts, which call xdg-utils and fail where there is no menu.  integrate ROOT FOLDER-OF-QUORATE
integrate() {
    local share=$1/usr/share
    rm -rf "$1"/DEBIAN/{preinst,postinst,prerm,postrm} "$2"/lib/quorate*.{desktop,png} "$share" "$1/opt"
    mkdir -p "$share"/{applications,mime/packages,doc/quorate,icons/hicolor/scalable/apps}
    mv "$2"/lib/app/{README.txt,NOTICE.md} "$share/doc/quorate"
    mv "$2/lib/app/LICENSE" "$share/doc/quorate/copyright"
    cp "$package_files/deb/quorate.desktop" "$share/applications"
    cp "$package_files/deb/quorate.xml" "$share/mime/packages"
    cp "$home/bundles/org.quorate.ui/icons/quorate.svg" "$share/icons/hicolor/scalable/apps"
    add_icons "$share/icons/hicolor"
}

# A picture for each size that menus ask for.  add_icons FOLDER
add_icons() {
    local size
    for size in 16 32 48 64 128 256 512; do
        mkdir -p "$1/${size}x$size/apps"
        cp "$work/icons/$size.png" "$1/${size}x$size/apps/quorate.png"
    done
}

# Of jpackage's control file, its architecture and what it found to depend on.  finish_control ROOT
finish_control() {
    local depends
    depends=$(sed -n 's/^Depends: *//p' "$1/DEBIAN/control" | sed -e 's/xdg-utils, *//' -e 's/ *$//')
    cat >"$1/DEBIAN/control" <<CONTROL
Package: quorate
Version: $(debian_version)
Architecture: $(dpkg --print-architecture)
Maintainer: The Quorate maintainers <maintainers@quorate.invalid>
Installed-Size: $(du -sk --apparent-size "$1/usr" | cut -f1)
Depends: $depends
Section: admin
Priority: optional
Description: planner and simulator of OCFS2 and GFS2
 For a cluster, a LUN and a workload: OCFS2 or GFS2? Simulates both file
 systems and their lock managers message by message, and writes the scripts
 that set them up. A desktop, a command line, and the Java that runs them.
CONTROL
}
