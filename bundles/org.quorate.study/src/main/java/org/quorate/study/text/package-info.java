// SPDX-License-Identifier: EPL-2.0
/** Figures as people read them: units, sensible precision. The same on every machine: no locale is asked. */
package org.quorate.study.text;
