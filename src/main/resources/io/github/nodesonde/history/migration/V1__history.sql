-- One unbroken time of watching. Nothing is known of the time between two of them.
CREATE TABLE stretch (
    id         VARCHAR(26)              NOT NULL PRIMARY KEY,
    began_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    seen_until TIMESTAMP WITH TIME ZONE NOT NULL,
    -- The number of the last record that was written, so that none is written twice.
    written    BIGINT                   NOT NULL
);

-- subject: node:<id>, network:<name> or fleet. Verdicts null where watching began or ceased.
CREATE TABLE verdict_change (
    stretch      VARCHAR(26)              NOT NULL REFERENCES stretch (id),
    seq          BIGINT                   NOT NULL,
    subject      VARCHAR(80)              NOT NULL,
    changed_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    from_verdict VARCHAR(16),
    to_verdict   VARCHAR(16),
    rule         VARCHAR(100),
    because      VARCHAR(2000),
    PRIMARY KEY (stretch, seq)
);

CREATE INDEX verdict_change_of_subject ON verdict_change (subject, changed_at);
CREATE INDEX verdict_change_of_stretch ON verdict_change (subject, stretch, seq);
CREATE INDEX verdict_change_by_age ON verdict_change (changed_at);

-- node null: of the network itself.
CREATE TABLE incident (
    id        VARCHAR(26)              NOT NULL PRIMARY KEY,
    node      VARCHAR(63),
    network   VARCHAR(63)              NOT NULL,
    verdict   VARCHAR(16)              NOT NULL,
    rule      VARCHAR(100),
    because   VARCHAR(2000)            NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    closed_at TIMESTAMP WITH TIME ZONE
);

CREATE INDEX incident_by_age ON incident (opened_at, id);
CREATE INDEX incident_of_node ON incident (node, opened_at);
CREATE INDEX incident_of_network ON incident (network, opened_at);
CREATE INDEX incident_closed ON incident (closed_at);
