// SPDX-License-Identifier: EPL-2.0
/** Which inputs of a scenario move the answer, so that one knows what to measure first. */
package org.quorate.study.sensitivity;
