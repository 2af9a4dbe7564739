// SPDX-License-Identifier: EPL-2.0
/** Kernel profiles: sizes of kernel objects and switches of behaviour by version. */
package org.quorate.model.kernel;
