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
plain_look() {
    id "$OWNER" # must say: uid=$OWNER_UID
    getent group "$OWNER_GROUP" # must say: $OWNER_GID
}
plain_act() {
    # Only if the user is missing. One with another number is for a person to change: files of the old number are orphaned.
    groupadd -g "$OWNER_GID" "$OWNER_GROUP"
    useradd -r -M -u "$OWNER_UID" -g "$OWNER_GROUP" "$OWNER"
}
