// SPDX-License-Identifier: EPL-2.0
/** Results as files: JSON and CSV, the same bytes for the same result on every machine. */
package org.quorate.study.io;
