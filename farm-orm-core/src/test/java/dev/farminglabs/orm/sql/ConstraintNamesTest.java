package dev.farminglabs.orm.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farminglabs.orm.Model;
import dev.farminglabs.orm.Schema;
import dev.farminglabs.orm.definition.ModelDefinition;
import dev.farminglabs.orm.definition.PhysicalNaming;
import dev.farminglabs.orm.definition.SchemaDefinition;
import dev.farminglabs.orm.sql.failure.ConstraintIndex;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConstraintNamesTest {

    static final class Membership extends Model<Membership> {
        public final IdField<String> id = id();
        public final StringField workspaceId = string();
        public final StringField userId = string().unique();
        public final StringField rôle =
                string().column("rôle_in_a_table_whose_names_go_on_and_on_and_on_until_they_end");
        public final Unique2<String, String> pair = unique(workspaceId, userId);
        public final Unique2<String, String> other = unique(workspaceId, rôle);
    }

    private final SchemaDefinition schema = Schema.of("names", new Membership()).definition(PhysicalNaming.DEFAULT);
    private final ModelDefinition model = schema.models().get(0);

    @Test
    void namesSayTableAndColumns() {
        ConstraintNames names = new ConstraintNames(schema, 63);
        assertThat(names.primaryKey(model)).isEqualTo("membership_pkey");
        assertThat(model.uniques().stream().limit(3).map(names::unique))
                .containsExactly("membership_pkey", "membership_user_id_key", "membership_workspace_id_user_id_key");
        assertThat(names.check(model.fields().get(1))).isEqualTo("membership_workspace_id_check");
        assertThat(names.foreignKey(model.fields().get(1))).isEqualTo("membership_workspace_id_fkey");
    }

    @Test
    void aLongNameIsCutAndStaysItsOwn() {
        ConstraintNames names = new ConstraintNames(schema, 63);
        String cut = names.unique(model.uniques().get(3));
        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
        assertThat(cut).startsWith("membership_workspace_id_rôle_").matches(".*_[0-9a-f]{8}");
        assertThat(names.index(model, model.uniques().get(3).fields())).isNotEqualTo(cut);
        assertThat(new ConstraintIndex(schema, 63).constraint(cut)).isNotNull();
    }
}
