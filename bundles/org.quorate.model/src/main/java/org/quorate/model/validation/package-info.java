// SPDX-License-Identifier: EPL-2.0
/** Judgements on a scenario that is well formed: is the design safe, is enough known to write scripts for it. */
package org.quorate.model.validation;
