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
    for i in "${!DIRECTORIES[@]}"; do
        [[ ! -L ${DIRECTORIES[i]} ]] || refuse "${DIRECTORIES[i]} is a symbolic link"
        install -d -o "$OWNER_UID" -g "$OWNER_GID" -m "${DIRECTORY_MODES[i]}" -- "${DIRECTORIES[i]}"
    done
}
undo() {
    note "the directories and their data stay"
}
