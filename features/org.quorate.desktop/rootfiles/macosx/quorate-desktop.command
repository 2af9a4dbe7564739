#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Starts the Quorate desktop with any Java 17 or later (JAVA_HOME wins over PATH). Arguments: scenario files to open.
here=$(cd "$(dirname "$0")" && pwd)
java=java
[ -n "$JAVA_HOME" ] && java="$JAVA_HOME/bin/java"
if ! command -v "$java" >/dev/null 2>&1; then
    echo "quorate-desktop: no Java found; install Java 17 or later or set JAVA_HOME" >&2
    exit 1
fi
state="$HOME/Library/Application Support/Quorate"
# The first thread must be the one that runs the user interface.
exec "$java" -XstartOnFirstThread -Xms64m -Xmx1g -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions -XX:FreqInlineSize=80 -Djava.awt.headless=true -Dosgi.requiredJavaVersion=17 \
    "-Dorg.quorate.state=$state" "-Dosgi.sharedConfiguration.area=file:$here/configuration" \
    -jar "$here"/plugins/org.eclipse.equinox.launcher_*.jar \
    -configuration "$state/configuration" -data @noDefault "$@"
