#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Inside the throw-away Debian: installs the package, uses it as an ordinary user, removes it. What happened goes into files
# of /trial, which the test reads.
set -euo pipefail
cd /trial
user=(setpriv --reuid=nobody --regid=nogroup --clear-groups env HOME=/trial/home NO_AT_BRIDGE=1 GDK_BACKEND=x11 LC_ALL=C.UTF-8)
chmod 777 /trial
mkdir -p -m 777 home

dpkg -i ./*.deb >install.txt 2>&1
dpkg -L quorate >files.txt
dpkg --verify quorate >changed.txt
desktop-file-validate /usr/share/applications/quorate.desktop >menu.txt 2>&1 || echo "exit code $?" >>menu.txt

cp /usr/lib/quorate/lib/app/sample-models/maildir/scenario.yaml mail.quorate.yaml
cp mail.quorate.yaml other.yaml
gio info -a standard::content-type mail.quorate.yaml other.yaml | grep content-type >types.txt
{
    xdg-mime query default application/x-quorate-scenario
    xdg-mime query default application/x-yaml
} >opens.txt

"${user[@]}" quorate compare --quiet --replications 2 mail.quorate.yaml >compare.txt 2>&1
"${user[@]}" JAVA_TOOL_OPTIONS=-Dorg.quorate.startTrial=/trial/home/report \
    xvfb-run -a -s '-screen 0 1280x900x24 -nolisten tcp' quorate-desktop mail.quorate.yaml >desktop.txt 2>&1

dpkg --purge quorate >remove.txt 2>&1
find / -xdev -name '*quorate*' -not -path '/trial/*' -not -path '/proc/*' -not -name quorate-root-complete >left.txt
