-- The end of a watch by the clock of one boot, which nobody can set: its boot, and milliseconds since that.
ALTER TABLE cashout ADD COLUMN until_boot TEXT;
ALTER TABLE cashout ADD COLUMN until_elapsed INTEGER CHECK ((until_elapsed IS NULL) = (until_boot IS NULL));
