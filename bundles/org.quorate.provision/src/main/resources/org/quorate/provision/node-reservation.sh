# ---- persistent reservations of the application ---------------------------------------------------------------------------

reservation() { # VERB: of the program that is installed, or of this export
    local code=0
    QUORATE_RESERVATION=$(bundle_file /etc/quorate/reservation) bash "$(bundle_file "$RESERVATION_PROGRAM")" "$1" 2>&1 || code=$?
    case $code in
    0) ;;
    2) exit "$REFUSED" ;;
    3) return "$PENDING" ;;
    *) fail "quorate-reservation $1: code $code" ;;
    esac
}
