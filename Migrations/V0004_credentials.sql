-- With which credentials a request is sent and asked about: a keyed hash of them. NULL: they are not compared.
ALTER TABLE request ADD COLUMN credentials TEXT CHECK (credentials <> '');

-- Who answers for a request by the credentials in force, as far as a person was told.
ALTER TABLE cashout ADD COLUMN customer TEXT NOT NULL DEFAULT 'as-prepared'
  CHECK (customer IN ('as-prepared', 'doubtful'));
