// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.quorate.app.NodeAccess;
import org.quorate.app.NodeQuestions;
import org.quorate.model.SecretReference;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How nodes are reached. */
final class NodeArguments {

    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--user", paramLabel = "LOGIN", description = "Login on hosts for which neither --host nor ssh's configuration has one.")
    private String user;

    @Option(names = "--ssh-config", paramLabel = "FILE", description = "Configuration of ssh; default: ~/.ssh/config and /etc/ssh/ssh_config.")
    private Path config;

    @Option(names = "--password", paramLabel = "WHERE", description = "Where the password of logins on nodes and of sudo is kept: env:NAME, or file:/path"
            + " of a file that only you may read. Default, and for jump hosts: you are asked.")
    private String password;

    @Option(names = "--passphrase", paramLabel = "WHERE", description = "Where the passphrase of keys is kept, as above.")
    private String passphrase;

    @Option(names = "--trust", paramLabel = "FINGERPRINT", description = "Accept an unknown host key with this fingerprint (SHA256:...) without asking."
            + " May be given several times.")
    private List<String> trusted = List.of();

    @Option(names = "--no-sudo", description = "Do not become root: what only root sees stays unknown.")
    private boolean noSudo;

    @Option(names = "--batch", description = "Ask nothing: without a terminal that is so anyway.")
    private boolean batch;

    @Option(names = "--parallel", paramLabel = "NUMBER", description = "Nodes at the same time; default: " + NodeAccess.AT_ONCE + ".")
    private int parallel = NodeAccess.AT_ONCE;

    NodeAccess access() {
        if (parallel < 1) {
            throw usage("--parallel is 1 or more, not " + parallel);
        }
        trusted.stream().filter(text -> !FINGERPRINT.matcher(text).matches()).findFirst().ifPresent(text -> {
            throw usage("--trust: not a fingerprint as ssh shows it, SHA256: and 43 characters: " + text);
        });
        return new NodeAccess(Optional.ofNullable(user), Optional.ofNullable(config), reference("--password", password),
                reference("--passphrase", passphrase), Set.copyOf(trusted), !noSudo, parallel);
    }

    /**
     * The same for what takes root.
     *
     * @throws ParameterException if root is not to be had
     */
    NodeAccess rootAccess() {
        if (noSudo) {
            throw usage("--no-sudo: the steps of an export take root; log in as root (--user root), or leave it out");
        }
        return access();
    }

    /** Where a person can be asked; absent: nobody is there, or is to be asked. */
    Optional<java.io.Console> terminal(Console console) {
        return Optional.ofNullable(batch || !console.errTerminal() ? null : System.console());
    }

    NodeQuestions questions(Console console) {
        return TerminalQuestions.of(console, batch);
    }

    private Optional<SecretReference> reference(String option, String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.startsWith("env:") && text.length() > 4) {
            return Optional.of(new SecretReference(SecretReference.Kind.ENV, text.substring(4)));
        }
        if (text.startsWith("file:/")) {
            return Optional.of(new SecretReference(SecretReference.Kind.FILE, text.substring(5)));
        }
        // What was given may be the password itself, which must not be shown.
        throw usage(option + " says where it is kept, env:NAME or file:/path, never what it is");
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
