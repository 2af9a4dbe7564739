// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

/** A file that cannot be a template: the message says what is wrong with it, for whoever chose the file. */
public final class WordTemplateException extends Exception {

    private static final long serialVersionUID = 1;

    WordTemplateException(String message) {
        super(message);
    }
}
