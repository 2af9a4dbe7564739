// SPDX-License-Identifier: EPL-2.0
/** The rules, a class each. What they cite as references lies with the project's measurements and notes on the kernels. */
package org.quorate.advice.rule;
