# ---- PHP ---------------------------------------------------------------------------------------------------------------

# The pool that gets the session path must run as the owner of the directories, or no session can be kept.
pool_runs_as_owner() {
    local user
    user=$("$PHP_FPM" -tt 2>&1 | sed -n '/\[www\]$/,/\[[^]]*\]$/s/.*[[:space:]]user = //p')
    [[ $user == "$OWNER" ]] || refuse "PHP's pool www runs as ${user:-nobody knows whom}, but the sessions belong to $OWNER"
}

# SUSE's package brings the main file and the pool www as examples only.
pool_is_there() {
    local file folder=${PHP_POOL_FILE%/*}
    for file in "${folder%/*}/php-fpm.conf" "$folder/www.conf"; do
        [[ -e $file || ! -e $file.default ]] || refuse "$file is missing: look through $file.default, and copy it there"
    done
}
