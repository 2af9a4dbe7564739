// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;

/**
 * Has keys of elliptic curves under the name that sshj asks for, ECDSA, which is BouncyCastle's; Java's own is EC. All work is Java's.
 * Thread-safe.
 */
final class EcdsaNames extends Provider {

    static final String NAME = "QuorateEcdsaNames";

    EcdsaNames() {
        super(NAME, "1", "KeyFactory EC under the name ECDSA");
        putService(new Service(this, "KeyFactory", "ECDSA", Keys.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                return new Keys(KeyFactory.getInstance("EC"));
            }
        });
    }

    /** Passes everything on. */
    private static final class Keys extends KeyFactorySpi {

        private final KeyFactory factory;

        Keys(KeyFactory factory) {
            this.factory = factory;
        }

        @Override
        protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
            return factory.generatePublic(spec);
        }

        @Override
        protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
            return factory.generatePrivate(spec);
        }

        @Override
        protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> kind) throws InvalidKeySpecException {
            return factory.getKeySpec(key, kind);
        }

        @Override
        protected Key engineTranslateKey(Key key) throws InvalidKeyException {
            try {
                return factory.translateKey(key);
            } catch (GeneralSecurityException e) {
                throw new InvalidKeyException(e.getMessage(), e);
            }
        }
    }
}
