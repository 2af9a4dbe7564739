# Our multipath.conf excludes all other disks, so it must not replace one that other LUNs need.
refuse_foreign_multipath() {
    local text map
    [[ ! -e $ORIGINALS/etc/multipath.conf && ! -e $ORIGINALS/etc/multipath.conf.absent ]] || return 0
    if [[ -e /etc/multipath.conf ]]; then
        text=$(sed 's/#.*//' /etc/multipath.conf | tr -d '[:space:]')
        [[ $text =~ ^(defaults\{(user_friendly_namesyes|find_multipaths(yes|on)|enable_foreign\"(\^\$|NONE)\")*\})?(blacklist\{\})?(blacklist_exceptions\{property\"\(SCSI_IDENT_\|ID_WWN\)\"\})?(blacklist\{\})?$ ]] ||
            refuse "/etc/multipath.conf holds settings of yours: merge them with this export's files/*/etc/multipath.conf"
    fi
    for map in /sys/block/dm-*/dm/uuid; do
        if [[ -r $map ]] && grep -q '^mpath-' "$map"; then
            grep -qxF -e "$DEVICE_WWID" "$map" || refuse "this node has other multipath maps: merge multipath.conf by hand"
        fi
    done
}
