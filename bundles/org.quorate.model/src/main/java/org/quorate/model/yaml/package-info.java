// SPDX-License-Identifier: EPL-2.0
/**
 * The scenario file: YAML text in, {@link org.quorate.model.Scenario} out, every problem with its line; edits that keep
 * comments and order; the canonical writer; the JSON Schema. One declarative description of the fields
 * ({@link org.quorate.model.yaml.FieldCatalog}) serves all of them. Everything is thread-safe.
 */
package org.quorate.model.yaml;
