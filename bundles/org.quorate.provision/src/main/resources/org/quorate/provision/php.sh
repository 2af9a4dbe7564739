# ---- PHP ---------------------------------------------------------------------------------------------------------------

# The pool that gets the session path must run as the owner of the directories, or no session can be kept.
pool_runs_as_owner() {
    local user
    user=$("$PHP_FPM" -tt 2>&1 | sed -n '/\[www\]$/,/\[[^]]*\]$/s/.*[[:space:]]user = //p')
    [[ $user == "$OWNER" ]] || refuse "PHP's pool www runs as ${user:-nobody knows whom}, but the sessions belong to $OWNER"
}
