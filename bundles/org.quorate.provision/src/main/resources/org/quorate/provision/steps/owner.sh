# title: The owner of the data has the same ids on this node as on the others
# where: each node
# risk: none
# why: The file system stores numbers. A user with another number on one node reads or loses what is not his.
check() {
    [[ $(id -u -- "$OWNER" 2>/dev/null) == "$OWNER_UID" ]] || refuse "user $OWNER must exist with uid $OWNER_UID (useradd, usermod -u)"
    [[ $(getent group "$OWNER_GROUP" | cut -d: -f3) == "$OWNER_GID" ]] ||
        refuse "group $OWNER_GROUP must exist with gid $OWNER_GID (groupadd, groupmod -g)"
}
act() {
    refuse "only a person can change this: files of the old number would be orphaned"
}
