#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Starts the Quorate desktop with any Java 17 or later (JAVA_HOME wins over those that macOS knows of).
# Arguments: scenario files to open.
here=$(cd "$(dirname "$0")" && pwd)
# Finder hands on neither JAVA_HOME nor PATH, and /usr/bin/java is there without a Java.
home=${JAVA_HOME:-$(/usr/libexec/java_home -v 17+ 2>/dev/null)}
java="$home/bin/java"
if [ ! -x "$java" ]; then
    echo "quorate-desktop: no Java found; install Java 17 or later or set JAVA_HOME" >&2
    [ -t 2 ] || osascript -e 'display alert "Quorate needs Java" message "Install Java 17 or later, for this kind of processor."'
    exit 1
fi
state="$HOME/Library/Application Support/Quorate"
# The first thread must be the one that runs the user interface.
exec "$java" -XstartOnFirstThread -Xdock:name=Quorate "-Xdock:icon=$here/../Resources/quorate.icns" \
    -Xms64m -Xmx1g -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:+IgnoreUnrecognizedVMOptions -XX:FreqInlineSize=80 -Djava.awt.headless=true -Dosgi.requiredJavaVersion=17 \
    "-Dorg.quorate.state=$state" "-Dosgi.sharedConfiguration.area=file:$here/configuration" \
    -jar "$here"/plugins/org.eclipse.equinox.launcher_*.jar \
    -configuration "$state/configuration" -data @noDefault "$@"
