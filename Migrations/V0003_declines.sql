-- What persons turned down of what a rule proposed, in a row.
ALTER TABLE cashout_rule ADD COLUMN declines INTEGER NOT NULL DEFAULT 0 CHECK (declines >= 0);
ALTER TABLE cashout_rule ADD COLUMN declined_at INTEGER CHECK ((declines = 0) = (declined_at IS NULL));

-- From when on the price in a request does not hold any more.
ALTER TABLE request ADD COLUMN price_until INTEGER;
