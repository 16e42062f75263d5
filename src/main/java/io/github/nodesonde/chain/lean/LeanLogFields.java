package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.client.Told;
import io.github.nodesonde.observation.LogFields;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Adds the slot that a lean node told, its head's or else its clock's, and the epoch where it told one. */
@Component
final class LeanLogFields implements LogFields {

    @Override
    public Map<String, Object> of(NodeSnapshot seen) {
        var fields = new LinkedHashMap<String, Object>();
        if (seen.node().type().equals(LeanNodeKind.TYPE)) {
            Told.by(seen, NodeSignals.SLOT_HEAD)
                    .or(() -> Told.by(seen, NodeSignals.SLOT_CURRENT))
                    .ifPresent(slot -> fields.put("slot", slot.slot()));
            Told.by(seen, NodeSignals.EPOCH_CURRENT).ifPresent(epoch -> fields.put("epoch", epoch.slot()));
        }
        return fields;
    }
}
