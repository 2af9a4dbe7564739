// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

/**
 * What a change costs, how it is made, and who says so. Immutable, thread-safe.
 *
 * @param consequence what it costs
 * @param how         what to do, or why it cannot be done
 * @param source      the reference's section, manual page or source file that says so; empty when it is a matter of course
 */
record Verdict(Consequence consequence, String how, String source) {

    static Verdict online(String how, String source) {
        return new Verdict(Consequence.ONLINE, how, source);
    }

    static Verdict rolling(String how, String source) {
        return new Verdict(Consequence.ROLLING, how, source);
    }

    static Verdict stopped(String how, String source) {
        return new Verdict(Consequence.STOPPED, how, source);
    }

    static Verdict format(String how, String source) {
        return new Verdict(Consequence.FORMAT, how, source);
    }

    static Verdict nothing(String how) {
        return new Verdict(Consequence.NOTHING, how, "");
    }
}
