package org.mingbai.intake.sheet;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingbai.intake.sheet.words.Field;
import org.mingbai.intake.sheet.words.Plain;

/// What a tenant has said its headings mean. It goes before everything known here; blanks and case in a heading do not matter.
public final class ColumnMapping {

    public static final ColumnMapping NONE = new ColumnMapping(Map.of());

    private final Map<String, Field> fields = new HashMap<>();

    public ColumnMapping(Map<String, Field> byHeader) {
        byHeader.forEach((header, field) -> fields.put(Plain.tight(header), field));
    }

    @Nullable Field of(String header) {
        return fields.isEmpty() ? null : fields.get(Plain.tight(header));
    }
}
