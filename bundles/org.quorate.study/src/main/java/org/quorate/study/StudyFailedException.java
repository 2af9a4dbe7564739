// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

/** A run of a study failed, which is an error of the program: the message names the run, the cause says why. */
public final class StudyFailedException extends RuntimeException {

    public StudyFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
