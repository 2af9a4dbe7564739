// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.security.Security;
import java.util.List;
import java.util.regex.Pattern;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.SecurityUtils;

/** sshj's configuration without what today's OpenSSH refuses as weak, without certificates of hosts, and without what needs BouncyCastle. */
final class SafeConfig extends DefaultConfig {

    private static final Pattern WEAK_CIPHER = Pattern.compile("chacha.*|.*-cbc|arcfour.*|.*(blowfish|3des|cast128|idea|serpent|twofish).*|none");
    private static final Pattern WEAK_EXCHANGE = Pattern.compile(".*sha1.*|.*group1-.*");
    private static final Pattern WEAK_CODE = Pattern.compile(".*(md5|ripemd|-96|sha1).*");
    private static final Pattern WEAK_KEY = Pattern.compile(".*-cert-.*|ssh-dss|ssh-rsa");

    SafeConfig() {
        SecurityUtils.setRegisterBouncyCastle(false);
        if (Security.getProvider(EcdsaNames.NAME) == null) {
            // Behind all others; of two threads that do it at once, Java takes the first.
            Security.addProvider(new EcdsaNames());
        }
        setCipherFactories(without(getCipherFactories(), WEAK_CIPHER));
        setKeyExchangeFactories(without(getKeyExchangeFactories(), WEAK_EXCHANGE));
        setMACFactories(without(getMACFactories(), WEAK_CODE));
        setKeyAlgorithms(without(getKeyAlgorithms(), WEAK_KEY));
        setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
    }

    private static <T> List<Factory.Named<T>> without(List<Factory.Named<T>> all, Pattern weak) {
        return all.stream().filter(each -> !weak.matcher(each.getName()).matches()).toList();
    }
}
