// SPDX-License-Identifier: EPL-2.0
/**
 * One plan of steps in several forms: bash (made with the plan), an Ansible project, plain commands for a change request;
 * each with a manifest. The logic of a step stays in one place: what tools have words for is typed in the step, the rest
 * is a shell function that all forms call or, as plain commands, a section of the same file.
 */
package org.quorate.provision.form;
