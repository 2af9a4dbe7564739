// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

/**
 * Something that happens, without its time.
 *
 * @param who       names of nodes
 * @param component what of them
 * @param what      happens, a sentence without its subject and full stop
 * @param why       it happens then
 * @param setting   with which an administrator changes that time, with its value; may be empty
 * @param source    of the rule: section of the kernel or provisioning reference, file of the kernel, manual page
 */
public record Step(String who, Component component, String what, String why, String setting, String source) {

    /** Component and what it does, for people: {@code o2hb declares node3 dead}. */
    public String sentence() {
        return component == Component.HARDWARE ? what : component.title() + " " + what;
    }
}
