// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code NOTICE.md} names every library that ships, where it ships, and none that does not. */
class NoticeTest {

    private static final Pattern LISTED = Pattern.compile("^ +([\\w.-]+:[\\w.-]+):jar:", Pattern.MULTILINE);
    private static final Pattern ITEM = Pattern.compile("<artifactItem>.*?</artifactItem>", Pattern.DOTALL);
    private static final Pattern COORDINATES = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile(
            "^\\| *([^|]+?) *\\| *`([^|`]+)` *\\| *([^|]+?) *\\| *([^|]+?) *\\|$", Pattern.MULTILINE);

    private final Checkout checkout = Checkout.here();

    /** A line of the table. {@code coordinates} is group:artifact; * at its end stands for any end. */
    private record Row(String library, String coordinates, String licence, Set<String> ships) {

        boolean covers(String artifact) {
            return coordinates.endsWith("*") ? artifact.startsWith(coordinates.substring(0, coordinates.length() - 1))
                    : artifact.equals(coordinates);
        }
    }

    @Test
    void everyLibraryOfTheCommandLineIsNamed() throws IOException {
        Set<String> artifacts = matches(LISTED, checkout.text("releng/checks/target/shipped.txt"));
        artifacts.addAll(taken());
        assertSame("command line", artifacts);
    }

    @Test
    void everyLibraryOfTheDesktopIsNamed() throws IOException {
        Set<String> artifacts = matches(COORDINATES, checkout.text("releng/org.quorate.target/org.quorate.target.target"));
        artifacts.addAll(taken());
        assertSame("desktop", artifacts);
    }

    /** Artifacts that a bundle takes files from. */
    private Set<String> taken() throws IOException {
        Set<String> taken = new TreeSet<>();
        for (String bundle : Bundles.headless()) {
            Matcher item = ITEM.matcher(checkout.text("bundles/" + Bundles.PREFIX + bundle + "/pom.xml"));
            while (item.find()) {
                taken.addAll(matches(COORDINATES, item.group()));
            }
        }
        return taken;
    }

    /** Each artifact has a row that says it ships there, and each such row has an artifact. */
    private void assertSame(String place, Set<String> artifacts) {
        artifacts.removeIf(artifact -> artifact.startsWith("org.quorate:"));
        assertFalse(artifacts.isEmpty(), "no library of the " + place + " was found");
        List<Row> rows = rows().stream().filter(row -> row.ships().contains(place)
                || place.equals("desktop") && row.ships().contains("desktop's tests")).toList();
        List<String> unnamed = artifacts.stream().filter(artifact -> rows.stream().noneMatch(row -> row.covers(artifact))).toList();
        List<String> gone = rows.stream().filter(row -> artifacts.stream().noneMatch(row::covers)).map(Row::coordinates).toList();
        assertEquals(List.of(), unnamed, "in the " + place + " but not in NOTICE.md");
        assertEquals(List.of(), gone, "in NOTICE.md but not in the " + place);
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(checkout.text("NOTICE.md"));
        while (row.find()) {
            rows.add(new Row(row.group(1), row.group(2), row.group(3), Set.of(row.group(4).split(", "))));
        }
        return rows;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.groupCount() == 1 ? matcher.group(1) : matcher.group(1) + ":" + matcher.group(2));
        }
        return found;
    }
}
