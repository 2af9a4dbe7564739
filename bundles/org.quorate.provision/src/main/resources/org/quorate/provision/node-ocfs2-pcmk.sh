# ---- the volume: OCFS2 on the LUN itself, no LVM --------------------------------------------------------------------------

readonly LOCK_AGENTS=() # besides the lock manager's own

require_formatted() { # by this export
    require_lun "$DEVICE"
    [[ $(probe "$DEVICE" UUID) == "$VOLUME_UUID" ]] || refuse "$DEVICE does not hold the OCFS2 of this export"
}

no_o2cb_cluster_is_online() {
    local cluster
    for cluster in /sys/kernel/config/cluster/*/; do
        [[ ! -d $cluster ]] || refuse "an o2cb cluster is online here: $(basename -- "$cluster"); unmount its volumes and stop it (service o2cb offline)"
    done
}
