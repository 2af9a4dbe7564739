// SPDX-License-Identifier: EPL-2.0
/**
 * The rules of an export: which scenarios there are no scripts for, each with its reasons, and what is supported instead.
 * Internal to this bundle.
 */
package org.quorate.provision.rule;
