// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

/**
 * One thing that differs between two exports. Immutable, thread-safe.
 *
 * @param what        it is, for example {@code OCFS2 slots (mkfs -N)}
 * @param before      its value in the old export; empty when it was not there
 * @param after       its value in the new export; empty when it is not there
 * @param file        path in the export of the configuration file that holds it; empty when none does
 * @param consequence what the change costs
 * @param how         what to do, or why it cannot be done
 * @param source      who says so; may be empty
 */
public record ExportChange(String what, String before, String after, String file, Consequence consequence, String how,
        String source) {

    static ExportChange of(String what, String before, String after, String file, Verdict verdict) {
        return new ExportChange(what, before, after, file, verdict.consequence(), verdict.how(), verdict.source());
    }
}
