// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.site;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Fencing;
import org.quorate.model.SecretReference;
import org.quorate.provision.platform.FenceAgents;

/**
 * A secret that the nodes need, by reference. Immutable, thread-safe.
 *
 * @param name      of the file on the nodes, in /etc/quorate/secrets
 * @param reference where the administrator's machine finds it at run time
 */
public record Secret(String name, SecretReference reference) {

    public static List<Secret> of(Site site) {
        List<Secret> secrets = new ArrayList<>();
        site.lun().chap().ifPresent(chap -> secrets.add(new Secret("chap", chap.secret())));
        site.fenceAgent().filter(FenceAgents::isPower).ifPresent(agent -> {
            for (Fencing.Device device : site.cluster().fencing().orElseThrow().devices()) {
                String name = FenceAgents.secretName(agent, device.node());
                if (secrets.stream().noneMatch(s -> s.name().equals(name))) {
                    secrets.add(new Secret(name, device.password()));
                }
            }
        });
        return secrets;
    }
}
