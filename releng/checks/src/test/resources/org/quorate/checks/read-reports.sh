#!/usr/bin/env bash
# Opens the reports in /host with other programs: *.docx are made PDF by LibreOffice; of every PDF, Poppler says what is in it.
set -euo pipefail
cd /host
# LibreOffice says on standard error that it found no Java, which it does not need.
timeout 300 soffice --headless --norestore -env:UserInstallation=file:///tmp/profile \
    --convert-to pdf:writer_pdf_Export --outdir /host ./*.docx 2>office.err || {
    cat office.err
    exit 1
}
for pdf in *.pdf; do
    name=${pdf%.pdf}
    pdfinfo "$pdf" >"$name.info"
    pdffonts "$pdf" >"$name.fonts"
    pdfimages -list "$pdf" >"$name.images"
    # Above the line that is on every page, in the order in which it was written. Some pages lie on their side.
    pdfinfo -f 1 -l 9999 "$pdf" | awk '/^Page +[0-9]+ size:/ { print $2, int($4), int($6) - 56 }' |
        while read -r page wide high; do
            pdftotext -raw -f "$page" -l "$page" -x 0 -y 0 -W "$wide" -H "$high" "$pdf" -
        done >"$name.txt"
    pdftoppm -r 36 -gray "$pdf" "$name"
done
