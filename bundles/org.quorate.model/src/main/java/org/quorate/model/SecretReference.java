// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * Where a secret is kept; never the secret itself. In YAML {@code env:NAME}, {@code file:/path} or
 * {@code vault:path#key}.
 *
 * @param kind  environment variable, file or vault
 * @param place its name or path
 */
public record SecretReference(Kind kind, String place) {

    /** Kinds of places. */
    public enum Kind { ENV, FILE, VAULT }
}
