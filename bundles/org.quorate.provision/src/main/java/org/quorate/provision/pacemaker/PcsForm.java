// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.pacemaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quorate.provision.text.Quote;

/** Pacemaker's objects as pcs commands that work on a file (reference 1.3). Pure functions, thread-safe. */
final class PcsForm {

    private static final FoldedLine LINE = new FoldedLine("pcs -f \"$1\"", Set.of("op", "meta", "--group"), PcsForm::word);

    private PcsForm() {
    }

    /** A script that adds the objects to the file that is its argument. */
    static String script(String part, String about, List<Cib> objects) {
        StringBuilder text = new StringBuilder("#!/usr/bin/env bash\n# Adds to a copy of the cluster's configuration: ")
                .append(about).append(".\n# cib/").append(part).append(".sh FILE\nset -euo pipefail\n");
        objects.forEach(object -> commands(object).forEach(words -> text.append(LINE.of(words))));
        return text.toString();
    }

    /** What {@code pcs resource delete} takes, in the order of creation: a group goes with its members and clone. */
    static List<String> deletable(List<Cib> objects) {
        List<String> ids = new ArrayList<>();
        for (Cib object : objects) {
            if (object instanceof Cib.Primitive primitive) {
                String id = primitive.group().isEmpty() ? primitive.id() : primitive.group();
                if (!ids.contains(id)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private static List<List<String>> commands(Cib object) {
        if (object instanceof Cib.Properties properties) {
            return List.of(FoldedLine.words("property set", properties.values()));
        } else if (object instanceof Cib.Primitive primitive) {
            return List.of(create(primitive));
        } else if (object instanceof Cib.Clone clone) {
            return List.of(FoldedLine.words("resource clone " + clone.of() + " interleave=true", List.of()));
        } else if (object instanceof Cib.After after) {
            return List.of(FoldedLine.words("constraint order start " + after.first() + " then " + after.then(), List.of()),
                    FoldedLine.words("constraint colocation add " + after.then() + " with " + after.first(), List.of()));
        }
        Cib.Never never = (Cib.Never) object;
        return List.of(FoldedLine.words("constraint location " + never.resource() + " avoids " + never.node(), List.of()));
    }

    private static List<String> create(Cib.Primitive primitive) {
        List<String> words = FoldedLine.words(primitive.isFenceDevice()
                ? "stonith create " + primitive.id() + " " + primitive.fenceAgent()
                : "resource create " + primitive.id() + " " + primitive.agent(), primitive.parameters());
        for (Cib.Operation operation : primitive.operations()) {
            if (!operation.options().isEmpty()) {
                words.addAll(List.of("op", operation.name()));
                words.addAll(operation.options());
            }
        }
        if (!primitive.meta().isEmpty()) {
            words.add("meta");
            words.addAll(primitive.meta());
        }
        if (!primitive.group().isEmpty()) {
            words.addAll(List.of("--group", primitive.group()));
        }
        return words;
    }

    /** Plain words stay bare. */
    private static String word(String word) {
        return word.matches("[A-Za-z0-9_./:=,+@-]+") && !word.equals("then") ? word : Quote.shell(word);
    }
}
