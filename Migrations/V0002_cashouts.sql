-- Money that goes out. Instants are UTC milliseconds; amounts are texts with their asset: '12.50 USD'.
-- Plans, promises, reasons and findings are JSON.

-- There is a row while nothing may be sent.
CREATE TABLE stop_switch (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  paused_at INTEGER NOT NULL,
  paused_by TEXT NOT NULL CHECK (paused_by <> '')
) STRICT;

CREATE TABLE destination (
  name TEXT PRIMARY KEY,
  identity TEXT NOT NULL CHECK (identity <> ''),
  since INTEGER NOT NULL, -- when it was first seen, or last changed to this identity
  first_seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE provider (
  name TEXT PRIMARY KEY,
  identity TEXT NOT NULL CHECK (identity <> ''),
  since INTEGER NOT NULL,
  first_seen INTEGER NOT NULL,
  promise TEXT, -- as it described itself under this identity
  described_at INTEGER,
  attention_at INTEGER, -- since when it waits for a person
  attention TEXT,
  attention_message TEXT,
  CHECK ((promise IS NULL) = (described_at IS NULL)),
  CHECK ((attention_at IS NULL) = (attention IS NULL) AND (attention IS NULL) = (attention_message IS NULL))
) STRICT, WITHOUT ROWID;

-- What a person has been told about a provider, and need not be told again.
CREATE TABLE trust_announced (
  provider TEXT NOT NULL REFERENCES provider (name),
  code TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (provider, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE rate (
  source TEXT NOT NULL,
  base TEXT NOT NULL,
  quote TEXT NOT NULL CHECK (quote <> base),
  value TEXT NOT NULL, -- how much of quote one base is
  as_of TEXT NOT NULL,
  read_at INTEGER NOT NULL,
  PRIMARY KEY (source, base, quote)
) STRICT, WITHOUT ROWID;

CREATE TABLE cashout_rule (
  name TEXT PRIMARY KEY,
  revision TEXT, -- of the rule, its destination and its provider as loaded; NULL: not configured
  last_sent INTEGER,
  rejections INTEGER NOT NULL DEFAULT 0 CHECK (rejections >= 0), -- in a row
  rejected_at INTEGER,
  CHECK ((rejections = 0) = (rejected_at IS NULL))
) STRICT, WITHOUT ROWID;

-- What operators stood behind. A consent ends once, and never comes back.
CREATE TABLE consent (
  number INTEGER PRIMARY KEY,
  rule TEXT NOT NULL REFERENCES cashout_rule (name),
  revision TEXT NOT NULL CHECK (revision <> ''),
  by TEXT NOT NULL CHECK (by <> ''),
  at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_because TEXT,
  CHECK ((ended_at IS NULL) = (ended_because IS NULL))
) STRICT;
CREATE INDEX consent_rule ON consent (rule);
CREATE UNIQUE INDEX consent_open ON consent (rule) WHERE ended_at IS NULL;
CREATE TRIGGER consent_given BEFORE UPDATE OF number, rule, revision, by, at ON consent BEGIN
  SELECT RAISE(ABORT, 'a consent stays as it was given');
END;
CREATE TRIGGER consent_ended BEFORE UPDATE ON consent WHEN OLD.ended_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a consent that ended does not change');
END;
CREATE TRIGGER consent_kept BEFORE DELETE ON consent BEGIN
  SELECT RAISE(ABORT, 'a consent is never forgotten');
END;

-- How many readings in a row say that a rule is due.
CREATE TABLE confirmation (
  rule TEXT NOT NULL REFERENCES cashout_rule (name),
  source TEXT NOT NULL,
  account TEXT NOT NULL,
  asset TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  since INTEGER NOT NULL, -- the first that counts began
  last INTEGER NOT NULL CHECK (last >= since),
  last_as_of INTEGER,
  PRIMARY KEY (rule, source, account, asset)
) STRICT, WITHOUT ROWID;
CREATE INDEX confirmation_source ON confirmation (source);

-- What was decided about a rule, whenever that changed: it holds until the next one.
CREATE TABLE decision (
  number INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  at INTEGER NOT NULL,
  word TEXT NOT NULL CHECK (word IN ('hold', 'quote', 'act')),
  plans TEXT NOT NULL,
  reasons TEXT NOT NULL,
  left_out TEXT NOT NULL,
  wanted TEXT NOT NULL
) STRICT;
CREATE INDEX decision_rule ON decision (rule);
CREATE INDEX decision_rule_at ON decision (rule, at);
CREATE INDEX decision_at ON decision (at);
CREATE TRIGGER decision_made BEFORE UPDATE ON decision BEGIN
  SELECT RAISE(ABORT, 'a decision stays as it was made');
END;

CREATE TABLE cashout (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  rule TEXT, -- NULL: a person's own
  approval TEXT NOT NULL CHECK (approval IN ('rule', 'person')),
  purpose TEXT NOT NULL CHECK (purpose IN ('rule', 'person')), -- on whose behalf it is decided
  accepting TEXT CHECK ((accepting IS NOT NULL) = (purpose = 'person')), -- the risks that the person takes
  bundle TEXT,
  destination TEXT NOT NULL,
  provider TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN (
    'planned', 'awaiting-approval', 'approved', 'prepared', 'sending', 'pending', 'needs-user', 'settled', 'final',
    'rejected', 'returned', 'unknown', 'abandoned')),
  planned_at INTEGER NOT NULL,
  ended_at INTEGER, -- since when it has no claim to its holdings any more
  is_over INTEGER NOT NULL CHECK (is_over IN (0, 1)), -- nothing more is to be done about it
  until INTEGER, -- the end of the time to approve, or of watching what it says it became
  tries INTEGER CHECK (tries >= 0), -- in a row that brought nothing new
  next_at INTEGER, -- when the next try is due
  runs INTEGER CHECK (runs >= 0), -- of the request that have begun
  run_boot TEXT, -- when the last run ended: the boot, and milliseconds since then
  run_ended INTEGER,
  trace TEXT CHECK (trace IN ('none', 'possible', 'acknowledged', 'contradicted')), -- what the provider may know of it
  provider_reference TEXT, -- the provider's own name for it
  lead TEXT CHECK (lead IN ('none', 'absent', 'sending-again')), -- what is known of what is not known
  absent_boot TEXT, -- the first look-up that proved absence
  absent_from INTEGER,
  message TEXT, -- what a person is to do
  fee TEXT, -- what the provider kept
  plan_id TEXT NOT NULL CHECK (plan_id <> ''),
  plan TEXT NOT NULL,
  CHECK ((ended_at IS NULL) = (state NOT IN ('settled', 'final', 'rejected', 'returned', 'abandoned'))),
  CHECK (is_over = (state IN ('final', 'returned', 'abandoned') OR state = 'rejected' AND until IS NULL)),
  CHECK (until IS NULL OR state IN ('awaiting-approval', 'settled', 'rejected')),
  CHECK (until IS NOT NULL OR state <> 'settled'),
  CHECK ((tries IS NULL) = (next_at IS NULL)),
  CHECK ((tries IS NOT NULL) = (
    state IN ('prepared', 'pending', 'needs-user', 'unknown', 'settled') OR state = 'rejected' AND until IS NOT NULL)),
  CHECK ((runs IS NULL) = (trace IS NULL)),
  CHECK (runs IS NULL OR state NOT IN ('planned', 'awaiting-approval', 'approved')),
  CHECK (runs IS NOT NULL OR state IN ('planned', 'awaiting-approval', 'approved', 'abandoned')),
  CHECK (runs > 0 OR state IN ('planned', 'awaiting-approval', 'approved', 'prepared', 'abandoned')),
  CHECK ((run_boot IS NULL) = (run_ended IS NULL) AND (run_boot IS NULL OR coalesce(runs, 0) > 0)),
  CHECK (provider_reference IS NULL OR coalesce(runs, 0) > 0),
  CHECK ((lead IS NOT NULL) = (state = 'unknown')),
  CHECK ((absent_boot IS NULL) = (absent_from IS NULL) AND (absent_boot IS NULL OR lead IS 'absent')),
  CHECK ((message IS NOT NULL) = (state = 'needs-user')),
  CHECK (fee IS NULL OR state IN ('settled', 'final', 'returned')),
  CHECK (fee IS NOT NULL OR state NOT IN ('settled', 'final'))
) STRICT;
CREATE INDEX cashout_state ON cashout (state);
CREATE INDEX cashout_live ON cashout (number) WHERE is_over = 0;
CREATE TRIGGER cashout_intent BEFORE UPDATE OF
  number, id, rule, approval, purpose, accepting, bundle, destination, provider, planned_at, plan_id, plan ON cashout
BEGIN
  SELECT RAISE(ABORT, 'what a cash-out is for does not change');
END;
CREATE TRIGGER cashout_over BEFORE UPDATE ON cashout WHEN OLD.is_over = 1 BEGIN
  SELECT RAISE(ABORT, 'a cash-out that is over does not change');
END;
CREATE TRIGGER cashout_kept BEFORE DELETE ON cashout BEGIN
  SELECT RAISE(ABORT, 'a cash-out is never forgotten');
END;

-- What each holding gives.
CREATE TABLE leg (
  cashout INTEGER NOT NULL REFERENCES cashout (number),
  ordinal INTEGER NOT NULL,
  source TEXT NOT NULL,
  account TEXT NOT NULL,
  asset TEXT NOT NULL,
  amount TEXT NOT NULL,
  before TEXT NOT NULL, -- what was available when it was planned, or when it was first sent
  claim TEXT NOT NULL CHECK (claim IN ('open', 'waiting', 'over')), -- waiting: taken up again behind a later cash-out
  PRIMARY KEY (cashout, ordinal)
) STRICT, WITHOUT ROWID;
-- One open cash-out for each holding, whoever wants another.
CREATE UNIQUE INDEX leg_open ON leg (source, account, asset) WHERE claim = 'open';
CREATE INDEX leg_waiting ON leg (source, account, asset) WHERE claim = 'waiting';
CREATE TRIGGER leg_intent BEFORE UPDATE OF cashout, ordinal, source, account, asset, amount ON leg BEGIN
  SELECT RAISE(ABORT, 'what a cash-out takes does not change');
END;
CREATE TRIGGER leg_kept BEFORE DELETE ON leg BEGIN SELECT RAISE(ABORT, 'a leg is never forgotten'); END;

-- The one request of a cash-out, stored before anything is sent, with '{credential:NAME}' in the place of secrets.
CREATE TABLE request (
  cashout INTEGER PRIMARY KEY REFERENCES cashout (number),
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''), -- the key that the provider is given
  key TEXT NOT NULL CHECK (key IN ('single-use', 'until', 'unlimited')),
  key_boot TEXT, -- until: the boot, and milliseconds since then
  key_until INTEGER,
  timeout INTEGER NOT NULL,
  reversal_window INTEGER NOT NULL,
  prepared_at INTEGER NOT NULL,
  promise TEXT NOT NULL,
  provider_definition TEXT NOT NULL,
  destination_definition TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) > 0), -- keyed, of the bytes as they go out
  body TEXT NOT NULL,
  CHECK ((key = 'until') = (key_boot IS NOT NULL) AND (key_boot IS NULL) = (key_until IS NULL))
) STRICT;
CREATE TRIGGER request_made BEFORE UPDATE ON request BEGIN
  SELECT RAISE(ABORT, 'a request stays as it was made');
END;
CREATE TRIGGER request_kept BEFORE DELETE ON request BEGIN SELECT RAISE(ABORT, 'a request is never forgotten'); END;

-- What a prepared cash-out counts against budgets, in each of their assets, its own first: '50000 SAT, 34500 KRW'.
CREATE TABLE charge (
  prepared_at INTEGER NOT NULL,
  cashout INTEGER NOT NULL UNIQUE REFERENCES cashout (number),
  rule TEXT, -- of the cash-out
  standing TEXT NOT NULL CHECK (standing IN ('open', 'counts', 'released')), -- open: it counts, and its end is to come
  debits TEXT NOT NULL CHECK (debits <> ''),
  costs TEXT NOT NULL CHECK (costs <> ''),
  PRIMARY KEY (prepared_at, cashout)
) STRICT, WITHOUT ROWID;
CREATE INDEX charge_open ON charge (prepared_at) WHERE standing = 'open';
CREATE TRIGGER charge_made BEFORE UPDATE OF prepared_at, cashout, rule, debits, costs ON charge BEGIN
  SELECT RAISE(ABORT, 'a charge stays as it was reckoned');
END;
CREATE TRIGGER charge_kept BEFORE DELETE ON charge BEGIN SELECT RAISE(ABORT, 'a charge is never forgotten'); END;

-- The trail.
CREATE TABLE transition (
  cashout INTEGER NOT NULL REFERENCES cashout (number),
  ordinal INTEGER NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL CHECK (actor IN ('rule', 'person', 'provider', 'daemon')),
  person TEXT CHECK ((person IS NOT NULL) = (actor = 'person')),
  note TEXT,
  PRIMARY KEY (cashout, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER transition_made BEFORE UPDATE ON transition BEGIN
  SELECT RAISE(ABORT, 'a transition stays as it was');
END;
CREATE TRIGGER transition_kept BEFORE DELETE ON transition BEGIN
  SELECT RAISE(ABORT, 'a transition is never forgotten');
END;

-- Double entry: those of one instant of a cash-out sum to zero for each asset.
CREATE TABLE posting (
  cashout INTEGER NOT NULL REFERENCES cashout (number),
  ordinal INTEGER NOT NULL,
  at INTEGER NOT NULL,
  account TEXT NOT NULL CHECK (account IN ('holding', 'in-flight', 'destination', 'fee', 'exchange')),
  name TEXT, -- SOURCE/ACCOUNT/ASSET of a holding, or of the destination or the provider
  amount TEXT NOT NULL, -- gained; lost where it is negative
  PRIMARY KEY (cashout, ordinal),
  CHECK ((name IS NOT NULL) = (account IN ('holding', 'destination', 'fee')))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER posting_made BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'a posting stays as it was'); END;
CREATE TRIGGER posting_kept BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'a posting is never forgotten'); END;

-- What became of a holding after its last cash-out.
CREATE TABLE hold (
  source TEXT NOT NULL,
  account TEXT NOT NULL,
  asset TEXT NOT NULL,
  cashout INTEGER NOT NULL REFERENCES cashout (number),
  ended_at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('settled', 'undone')),
  taken TEXT NOT NULL,
  before TEXT NOT NULL,
  readings INTEGER NOT NULL CHECK (readings >= 0),
  latest TEXT,
  is_released INTEGER NOT NULL CHECK (is_released IN (0, 1)),
  is_free INTEGER NOT NULL CHECK (is_free IN (0, 1)), -- it may be cashed out again
  PRIMARY KEY (source, account, asset)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_kept ON hold (source) WHERE is_free = 0;

-- What providers said when a person asked.
CREATE TABLE evidence (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  cashout INTEGER NOT NULL REFERENCES cashout (number),
  at INTEGER NOT NULL,
  boot TEXT NOT NULL,
  asked INTEGER NOT NULL, -- milliseconds since that boot
  finding TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER evidence_given BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence does not change'); END;
CREATE TRIGGER evidence_kept BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is never forgotten'); END;

-- So that a request that comes again makes no second cash-out.
CREATE TABLE idempotency_key (
  caller TEXT NOT NULL,
  key TEXT NOT NULL,
  body_hash BLOB NOT NULL,
  cashout INTEGER NOT NULL REFERENCES cashout (number),
  at INTEGER NOT NULL,
  PRIMARY KEY (caller, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_key_at ON idempotency_key (at);

-- When nothing was left, for the age of credit.
CREATE INDEX span_empty ON span (holding_id, last_seen) WHERE CAST(available AS REAL) <= 0;

-- What may be forgotten: not what tells of money and of who let it go.
CREATE INDEX event_forgettable ON event (at)
  WHERE cashout IS NULL AND type NOT IN ('rule.confirmed', 'cashouts.paused', 'cashouts.resumed');
