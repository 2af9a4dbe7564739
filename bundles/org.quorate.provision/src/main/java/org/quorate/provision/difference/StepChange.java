// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

/**
 * A step that comes, goes, or does its work in another way. Immutable, thread-safe.
 *
 * @param id       of the step
 * @param title    one line for people
 * @param presence where it is
 */
public record StepChange(String id, String title, Presence presence) {
}
