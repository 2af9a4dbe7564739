// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.password.PasswordUtils;
import org.quorate.remote.secret.Secret;
import org.quorate.remote.secret.Secrets;
import org.quorate.remote.secret.Wanted;

/** Reads files of private keys. Pure functions but for who is asked. */
final class KeyFiles {

    private static final int PASSPHRASES = 3;
    private static final long MOST_BYTES = 1 << 20;

    private KeyFiles() {
    }

    /**
     * A key that can sign; nothing if the file is none, or nobody gives its passphrase.
     *
     * @param tried gets why it cannot be used
     */
    static Optional<KeyProvider> read(SSHClient client, Path file, Secrets secrets, List<String> tried) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                tried.add(file + " (no such key)");
                return Optional.empty();
            }
            String text = Files.readString(file);
            if (text.contains("Proc-Type: 4,ENCRYPTED") || text.contains("BEGIN ENCRYPTED PRIVATE KEY")) {
                tried.add(file + " (encrypted in an old form that is not supported; ssh-keygen -p -f FILE writes today's)");
                return Optional.empty();
            }
            Optional<KeyProvider> key = usable(client.loadKeys(file.toString(), PasswordUtils.createOneOff(new char[0])));
            for (int i = 0; key.isEmpty() && i < PASSPHRASES; i++) {
                Optional<Secret> given = secrets.give(new Wanted.Passphrase(file, i > 0));
                if (given.isEmpty()) {
                    tried.add(file + " (needs a passphrase)");
                    return Optional.empty();
                }
                try (Secret secret = given.get()) {
                    char[] copy = secret.copy();
                    key = usable(client.loadKeys(file.toString(), PasswordUtils.createOneOff(copy)));
                    Arrays.fill(copy, '\0');
                }
            }
            if (key.isEmpty()) {
                tried.add(file + " (wrong passphrase)");
            }
            return key;
        } catch (IOException e) {
            // The message of a parser could quote the file.
            tried.add(file + " (cannot be read as a key)");
            return Optional.empty();
        }
    }

    private static Optional<KeyProvider> usable(KeyProvider key) {
        try {
            return key.getPrivate() == null || key.getPublic() == null ? Optional.empty() : Optional.of(key);
        } catch (IOException | RuntimeException e) {
            // Which of the two it is, a wrong passphrase or a damaged file, sshj does not tell apart.
            return Optional.empty();
        }
    }
}
