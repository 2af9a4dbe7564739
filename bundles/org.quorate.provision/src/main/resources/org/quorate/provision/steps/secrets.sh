# title: Hand each node the secrets that it needs
# where: admin host
# risk: none
# why: Read here, at run time, from where the scenario says; sent through ssh's standard input into a file of root's, 0600.
# why: They are in no file of this export, no command line and no log.
# plain: each node
check() {
    local i s here there
    for s in "${!SECRET_NAMES[@]}"; do
        here=$(read_secret "$s" | sha256sum) || true
        for i in "${!NODE_NAMES[@]}"; do
            there=$(remote "$i" sha256sum "/etc/quorate/secrets/${SECRET_NAMES[s]}" 2>/dev/null </dev/null) || true
            [[ ${there%% *} == "${here%% *}" ]] || change "${NODE_NAMES[i]} lacks the secret ${SECRET_NAMES[s]}"
        done
    done
}
act() {
    local i s
    for s in "${!SECRET_NAMES[@]}"; do
        require_secret "$s"
        for i in "${!NODE_NAMES[@]}"; do
            # shellcheck disable=SC2016 # the node's shell expands it
            read_secret "$s" | remote "$i" bash -c 'set -e; umask 077; mkdir -p /etc/quorate/secrets
                cat >/etc/quorate/secrets/.new; mv -T /etc/quorate/secrets/.new "/etc/quorate/secrets/$1"' quorate "${SECRET_NAMES[s]}"
        done
    done
}
undo() {
    local i
    for i in "${!NODE_NAMES[@]}"; do
        remote "$i" rm -rf -- /etc/quorate/secrets </dev/null
    done
}
plain_look() {
    ls -l /etc/quorate/secrets
}
plain_act() {
    install -d -m 0700 /etc/quorate /etc/quorate/secrets
    # Asks for each one without showing it; it is on no command line and in no history.
    printf '%s\n' "${SECRET_NAMES[@]}" | (umask 077 && while IFS= read -r name; do
        IFS= read -rsp "$name: " secret </dev/tty && printf '%s' "$secret" >"/etc/quorate/secrets/$name"
    done)
}
plain_verify() {
    ls -l /etc/quorate/secrets # must say: root, -rw-------
    wc -c /etc/quorate/secrets/chap # must say: 12 to 16 # when CHAP_USER
}
plain_undo() {
    rm -r /etc/quorate/secrets
}
