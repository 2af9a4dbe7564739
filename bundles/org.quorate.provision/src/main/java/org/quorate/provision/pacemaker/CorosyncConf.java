// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.pacemaker;

import org.quorate.model.Cluster;
import org.quorate.model.Node;
import org.quorate.provision.site.Site;
import org.quorate.provision.text.Quote;

/**
 * corosync.conf for corosync 2 (udpu) or 3 (knet, one link: the lock manager takes no more). Reference 1.3, 1.5. Pure
 * function, thread-safe.
 */
final class CorosyncConf {

    private CorosyncConf() {
    }

    static String of(Site site) {
        Cluster cluster = site.cluster();
        StringBuilder text = new StringBuilder("""
                totem {
                    version: 2
                    cluster_name: %s
                    transport: %s
                    crypto_cipher: aes256
                    crypto_hash: sha256
                    token: %d
                }

                nodelist {
                """.formatted(Quote.word(cluster.name()), site.platform().cluster().corosync() == 2 ? "udpu" : "knet",
                cluster.token().toMillis()));
        for (Node node : cluster.nodes()) {
            text.append("""
                        node {
                            ring0_addr: %s
                            name: %s
                            nodeid: %d
                        }
                    """.formatted(Quote.word(node.address()), Quote.word(node.name()), node.number()));
        }
        return text.append("}\n\nquorum {\n    provider: corosync_votequorum\n").append(quorum(cluster)).append("""
                }

                logging {
                    to_logfile: yes
                    logfile: %s/corosync.log
                    to_syslog: yes
                    timestamp: on
                }
                """.formatted(site.platform().distribution().corosyncLogs())).toString();
    }

    /** Two nodes alone: two_node, which waits for both at the first start. With an arbiter it must be absent. */
    private static String quorum(Cluster cluster) {
        if (cluster.quorumDevice().isPresent()) {
            return """
                        device {
                            model: net
                            votes: 1
                            net {
                                host: %s
                                algorithm: ffsplit
                                tls: required
                            }
                        }
                    """.formatted(Quote.word(cluster.quorumDevice().get()));
        }
        return cluster.nodes().size() == 2 ? "    two_node: 1\n" : "";
    }
}
