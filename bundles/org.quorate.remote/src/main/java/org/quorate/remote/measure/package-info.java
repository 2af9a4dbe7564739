// SPDX-License-Identifier: EPL-2.0
/** Measures nodes, their network and their devices, changing nothing but a scratch file that has no name. */
package org.quorate.remote.measure;
