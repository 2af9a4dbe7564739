# title: Directories of the application, with their owner
# where: first node
# risk: none
# why: Never 777: whoever can list a session directory can take over its sessions.
check() {
    local i
    is_mounted || change "$MOUNT_POINT is not mounted yet"
    for i in "${!DIRECTORIES[@]}"; do
        [[ $(stat -c '%u %g %04a' -- "${DIRECTORIES[i]}" 2>/dev/null) == "$OWNER_UID $OWNER_GID ${DIRECTORY_MODES[i]}" ]] ||
            change "${DIRECTORIES[i]} is missing or has another owner or mode"
    done
}
act() {
    local i
    require_mounted
    chown -- "$OWNER_UID:$OWNER_GID" "$MOUNT_POINT"
    chmod -- "${DIRECTORY_MODES[0]}" "$MOUNT_POINT"
    # As the owner: root could be led astray by a link that he puts there meanwhile.
    for ((i = 1; i < ${#DIRECTORIES[@]}; i++)); do
        setpriv --reuid "$OWNER_UID" --regid "$OWNER_GID" --clear-groups \
            install -d -m "${DIRECTORY_MODES[i]}" -- "${DIRECTORIES[i]}"
    done
}
undo() {
    note "the directories and their data stay"
}
plain_look() {
    findmnt "$MOUNT_POINT" # must show it
    ls -ld "${DIRECTORIES[@]}"
}
plain_act() {
    chown "$OWNER_UID:$OWNER_GID" "$MOUNT_POINT"
    chmod 0750 "$MOUNT_POINT"
    # As the owner: root could be led astray by a link that he puts there meanwhile.
    setpriv --reuid "$OWNER_UID" --regid "$OWNER_GID" --clear-groups install -d -m 0700 "$DIRECTORY" # each DIRECTORY in SUBDIRECTORIES
}
plain_verify() {
    ls -ldn "${DIRECTORIES[@]}" # must say: $OWNER_UID $OWNER_GID
}
