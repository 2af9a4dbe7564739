// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.Target;

@Timeout(30)
class FleetTest {

    private final Map<String, Target> targets = new LinkedHashMap<>();

    FleetTest() {
        for (String name : List.of("web1", "web2", "web3", "web4")) {
            targets.put(name, new Target(name, name, 22, "admin", name, List.of(), false, Optional.empty(), List.of(), false, false, Target.Limits.DEFAULT,
                    List.of()));
        }
    }

    @Test
    void aNodeThatNobodyThoughtOfTakesNothingFromTheOthers() {
        List<String> done = new ArrayList<>();
        List<Fleet.Outcome<String>> outcomes = new Fleet(2).run(targets, (name, target, cancelled) -> {
            switch (name) {
                case "web2" -> throw new IllegalArgumentException("no such number: \u001b[1m");
                case "web3" -> throw new RemoteException(Kind.LOGIN, "no login");
                default -> {
                    return name.toUpperCase(Locale.ROOT);
                }
            }
        }, (number, name) -> done.add(number + name.substring(0, 3)), () -> false);
        assertEquals(List.of("1web", "2web", "3web", "4web"), done);
        assertEquals(List.of("web1", "web2", "web3", "web4"), outcomes.stream().map(Fleet.Outcome::name).toList());
        assertEquals(List.of(Optional.of("WEB1"), Optional.empty(), Optional.empty(), Optional.of("WEB4")), outcomes.stream().map(Fleet.Outcome::value).toList());
        RemoteException fault = outcomes.get(1).failure().orElseThrow();
        assertEquals(Kind.FAULT, fault.kind());
        assertTrue(fault.getMessage().contains("admin@web2") && fault.getMessage().endsWith("no such number: \\x1b[1m"), fault.getMessage());
        assertEquals(Kind.LOGIN, outcomes.get(2).failure().orElseThrow().kind());
    }

    @Test
    void cancellingIsNoFailureOfANode() {
        assertThrows(CancellationException.class, () -> new Fleet(2).run(targets, (name, target, cancelled) -> {
            throw new CancellationException();
        }, (number, name) -> { }, () -> false));
    }
}
