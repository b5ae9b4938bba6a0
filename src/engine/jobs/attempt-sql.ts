/** The columns of a claim. */
export const CLAIM_COLUMNS =
  'attempt, config, key_id AS "keyId", failed_attempts AS "failedAttempts"';

/** The advisory locks of this database. `pg_locks` shows their halves. */
export const HELD_LOCKS = `
  SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks
  WHERE locktype = 'advisory' AND objsubid = 1 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
