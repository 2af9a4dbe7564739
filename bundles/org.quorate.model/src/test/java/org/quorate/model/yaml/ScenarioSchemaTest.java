// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.Scenario;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ScenarioSchemaTest {

    private static final Path SHIPPED =
            Path.of("src/main/resources/org/quorate/model/yaml", ScenarioSchema.RESOURCE);

    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ScenarioSchema.generate());

    private Set<ValidationMessage> validate(String yaml) {
        JsonNode tree = JsonMapper.builder().build()
                .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        return schema.validate(tree);
    }

    /** After a change of the fields: run once with -Dquorate.schema.update=true. */
    @Test
    void shippedSchemaIsUpToDate() throws IOException {
        if (Boolean.getBoolean("quorate.schema.update")) {
            Files.createDirectories(SHIPPED.getParent());
            Files.writeString(SHIPPED, ScenarioSchema.generate());
        }
        assertEquals(ScenarioSchema.generate(), Files.readString(SHIPPED));
    }

    @Test
    void shipsInTheBundle() {
        assertEquals(ScenarioSchema.generate(), ScenarioSchema.json());
    }

    @Test
    void isASchemaItself() {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(Set.of(), meta.validate(ScenarioSchema.json(), com.networknt.schema.InputFormat.JSON));
    }

    @ParameterizedTest
    @MethodSource("org.quorate.model.yaml.SamplesTest#samples")
    void everySampleIsValid(Path sample) throws IOException {
        String text = Files.readString(sample);
        assertEquals(Set.of(), validate(text));
        Scenario scenario = ScenarioReader.read("s", text).document().orElseThrow().scenario();
        assertEquals(Set.of(), validate(ScenarioWriter.write(scenario)));
    }

    /** What the reader refuses by itself, the schema refuses too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "lun:|lum:", "size: 4 GiB|size: 4", "size: 4 GiB|size: 4 gib", "cores: 1|cores: 0", "cores: 1|cores: many",
        "type: gfs2|type: zfs", "slots: 4|journals: 4", "inTurn: true|inTurn: maybe", "roundTrip: 41.7 us|roundTrip: 41.7",
        "variation: 50 %|variation: 0.5", "name: lab-five-rows|name: 'lab $(id)'", "size: 512 B, fsync|size: big, fsync",
        "schemaVersion: 1|schemaVersion: 2", "device: lab-image-file|device: floppy"})
    void aBadValueIsInvalidForBoth(String good, String bad) throws IOException {
        String text = Files.readString(Path.of("../../sample-models/lab/five-rows/scenario.yaml"));
        assertEquals(Set.of(), validate(text));
        String broken = text.replace(good, bad);
        assertFalse(broken.equals(text), good);
        assertFalse(validate(broken).isEmpty());
        assertFalse(ScenarioReader.read("s", broken).document().isPresent());
    }
}
