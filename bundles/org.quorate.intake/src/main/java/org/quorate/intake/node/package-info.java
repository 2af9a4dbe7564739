// SPDX-License-Identifier: EPL-2.0
/** Reader of what the scripts of an inventory print on a node. */
package org.quorate.intake.node;
