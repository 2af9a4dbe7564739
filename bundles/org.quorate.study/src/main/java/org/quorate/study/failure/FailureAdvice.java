// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

/**
 * What to do about a failure, or what it destroys.
 *
 * @param rule      short name, stable, for example {@code heartbeat-below-path-timeout}
 * @param contender label of the file system that it is about
 * @param danger    true: data are at stake or the cluster goes down; false: it could be better
 * @param text      one sentence or more
 * @param setting   to change; may be empty
 */
public record FailureAdvice(String rule, String contender, boolean danger, String text, String setting) {
}
