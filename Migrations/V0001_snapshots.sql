-- Instants are UTC milliseconds. Amounts are decimal texts with exactly the digits of their asset's scale.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE clock (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  highest INTEGER NOT NULL -- the latest instant of any commit
) STRICT;

-- Times in which the daemon ran; nothing was read between them.
CREATE TABLE run (
  started_at INTEGER PRIMARY KEY,
  ended_at INTEGER CHECK (ended_at >= started_at) -- its last commit; NULL: it runs
) STRICT;

CREATE TABLE migration (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  adapter TEXT NOT NULL,
  fingerprint BLOB NOT NULL, -- of its configuration: a different one was edited
  first_configured INTEGER NOT NULL,
  removed_at INTEGER, -- when it left the configuration
  paused_at INTEGER, -- when an operator stopped polling
  next_poll INTEGER,
  last_attempt INTEGER,
  last_success INTEGER,
  failed_at INTEGER, -- the last failure
  failure TEXT,
  failure_message TEXT,
  consecutive_failures INTEGER NOT NULL DEFAULT 0 CHECK (consecutive_failures >= 0),
  needs_attention INTEGER NOT NULL DEFAULT 0 CHECK (needs_attention IN (0, 1)),
  CHECK ((failed_at IS NULL) = (failure IS NULL) AND (failure IS NULL) = (failure_message IS NULL))
) STRICT;

-- Polls that count against a quota.
CREATE TABLE poll (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX poll_at ON poll (source_id, at);

-- Polls that failed in a row with one reason; until ended_at nothing was known.
CREATE TABLE gap (
  source_id INTEGER NOT NULL REFERENCES source (id),
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL CHECK (last_at >= first_at),
  ended_at INTEGER CHECK (ended_at >= last_at),
  reason TEXT NOT NULL,
  message TEXT NOT NULL,
  attempts INTEGER NOT NULL CHECK (attempts > 0),
  PRIMARY KEY (source_id, first_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX gap_open ON gap (source_id) WHERE ended_at IS NULL;

CREATE TABLE holding (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id),
  account TEXT NOT NULL CHECK (account <> ''),
  asset TEXT NOT NULL CHECK (asset <> ''),
  kind TEXT NOT NULL,
  standing TEXT NOT NULL,
  available TEXT NOT NULL,
  total TEXT, -- NULL: equal to available
  since INTEGER, -- the span that lasts until read_at began here; NULL: none lasts
  changed_at INTEGER NOT NULL,
  read_at INTEGER NOT NULL,
  as_of INTEGER,
  UNIQUE (source_id, account, asset)
) STRICT;

-- Ended spans: the balance was the same at every reading from first_seen to last_seen.
CREATE TABLE span (
  holding_id INTEGER NOT NULL REFERENCES holding (id),
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL CHECK (last_seen >= first_seen),
  available TEXT NOT NULL,
  total TEXT, -- NULL: equal to available
  PRIMARY KEY (holding_id, first_seen)
) STRICT, WITHOUT ROWID;

-- Whatever begins or ends a span keeps the one that lasted.
CREATE TRIGGER holding_since AFTER UPDATE OF since ON holding WHEN OLD.since IS NOT NULL BEGIN
  INSERT INTO span (holding_id, first_seen, last_seen, available, total)
  VALUES (OLD.id, OLD.since, max(OLD.since, OLD.read_at), OLD.available, OLD.total);
END;

CREATE TABLE lot (
  holding_id INTEGER NOT NULL REFERENCES holding (id),
  ordinal INTEGER NOT NULL,
  amount TEXT NOT NULL,
  expires TEXT NOT NULL,
  PRIMARY KEY (holding_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE alert_rule (
  name TEXT PRIMARY KEY,
  identity TEXT NOT NULL, -- a different one was edited
  severity TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE alert_state (
  rule TEXT NOT NULL REFERENCES alert_rule (name) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL,
  account TEXT NOT NULL, -- '' where the source as a whole is meant
  asset TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('inactive', 'pending', 'firing')),
  since INTEGER,
  counted INTEGER, -- fresh milliseconds up to counted_to
  counted_to INTEGER,
  id TEXT UNIQUE,
  announced_at INTEGER,
  acknowledged_by TEXT,
  due INTEGER, -- when time alone may change it
  PRIMARY KEY (rule, source, account, asset),
  CHECK ((state = 'inactive') = (since IS NULL)),
  CHECK ((state = 'pending') = (counted IS NOT NULL) AND (counted IS NULL) = (counted_to IS NULL)),
  CHECK ((state = 'firing') = (id IS NOT NULL) AND (id IS NULL) = (announced_at IS NULL)),
  CHECK (acknowledged_by IS NULL OR state = 'firing'),
  CHECK (state <> 'inactive' OR due IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_state_source ON alert_state (source);
CREATE INDEX alert_state_due ON alert_state (due) WHERE due IS NOT NULL;

CREATE TABLE event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  rule TEXT,
  source TEXT,
  account TEXT,
  asset TEXT,
  amount TEXT, -- with its asset: '12.50 USD'
  threshold TEXT,
  reason TEXT,
  cashout TEXT,
  provider TEXT,
  silenced INTEGER NOT NULL DEFAULT 0 CHECK (silenced IN (0, 1)) -- of an alert that a person has taken note of
) STRICT;
CREATE INDEX event_type ON event (type);
CREATE INDEX event_at ON event (at);

-- How far each sink has announced.
CREATE TABLE announced (sink TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
