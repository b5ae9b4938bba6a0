import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  // What the author of a job wants done with its video (`core/project/types/delivery.ts`).
  'ALTER TABLE jobs ADD COLUMN delivery jsonb',
  // Batches that exist are not announced.
  'ALTER TABLE batches ADD COLUMN webhooks jsonb, ADD COLUMN completed_at timestamptz(3) DEFAULT now()',
  'ALTER TABLE batches ALTER COLUMN completed_at DROP DEFAULT',
  `CREATE TABLE key_webhooks (
     key_id text PRIMARY KEY,
     url text NOT NULL,
     events text[] NOT NULL CHECK (cardinality(events) > 0),
     created_at timestamptz(3) NOT NULL DEFAULT now(),
     updated_at timestamptz(3) NOT NULL DEFAULT now(),
     disabled_at timestamptz(3),
     disabled_reason text
   )`,
  `CREATE TABLE webhook_secrets (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     key_id text NOT NULL,
     secret bytea NOT NULL CHECK (length(secret) BETWEEN 24 AND 64),
     created_at timestamptz(3) NOT NULL DEFAULT now(),
     expires_at timestamptz(3)
   )`,
  'CREATE UNIQUE INDEX webhook_secrets_current ON webhook_secrets (key_id) WHERE expires_at IS NULL',
  'CREATE INDEX webhook_secrets_key ON webhook_secrets (key_id)',
  // A webhook to send, or a video to deliver. Committed with the change that causes it.
  `CREATE TABLE outgoing (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     kind text NOT NULL CHECK (kind IN ('webhook', 'file')),
     key_id text NOT NULL,
     job_id uuid,
     batch_id uuid,
     about uuid,
     event text,
     origin text NOT NULL,
     target text NOT NULL,
     options jsonb NOT NULL DEFAULT '{}',
     state text NOT NULL DEFAULT 'pending',
     attempts integer NOT NULL DEFAULT 0,
     queued boolean NOT NULL DEFAULT false,
     created_at timestamptz(3) NOT NULL DEFAULT now(),
     next_attempt_at timestamptz(3) NOT NULL DEFAULT now(),
     finished_at timestamptz(3),
     retry_from integer NOT NULL DEFAULT 0,
     log jsonb NOT NULL DEFAULT '[]',
     result jsonb
   )`,
  'CREATE INDEX outgoing_queue ON outgoing (created_at) WHERE NOT queued',
  `CREATE INDEX outgoing_pending ON outgoing (next_attempt_at) WHERE state = 'pending'`,
  'CREATE INDEX outgoing_job ON outgoing (job_id, kind)',
  `CREATE INDEX outgoing_list ON outgoing (created_at, id) WHERE kind = 'webhook'`,
  `CREATE INDEX outgoing_list_key ON outgoing (key_id, created_at, id) WHERE kind = 'webhook'`,
  'CREATE INDEX outgoing_finished ON outgoing (finished_at) WHERE finished_at IS NOT NULL',
];

/**
 * Stores a webhook for each address that wants an event: those of the job or batch, and that of the key unless it
 * is the same.
 */
export const ANNOUNCE = `
  CREATE FUNCTION announce(owner text, job uuid, batch uuid, delivery uuid, what text, hooks jsonb)
  RETURNS void LANGUAGE sql AS $$
    WITH wanted AS (
      SELECT DISTINCT ON (url) url, origin FROM (
        SELECT hook->>'url' AS url, CASE WHEN job IS NULL THEN 'batch' ELSE 'job' END AS origin, 0 AS place
        FROM jsonb_array_elements(CASE WHEN jsonb_typeof(hooks) = 'array' THEN hooks ELSE '[]' END) AS hook
        WHERE hook->'events' ? what
        UNION ALL
        SELECT key_webhooks.url, 'key', 1 FROM key_webhooks
        WHERE key_webhooks.key_id = owner AND disabled_at IS NULL AND what = ANY (events)) AS found
      ORDER BY url, place)
    INSERT INTO outgoing (kind, key_id, job_id, batch_id, about, event, origin, target)
    SELECT 'webhook', owner, job, batch, delivery, what, origin, url FROM wanted $$`;

/** The last job of a batch that ends completes it. Its row is locked, so that two last jobs see each other. */
const FINISH_BATCH = `
  CREATE FUNCTION finish_batch(batch uuid) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE ended record;
  BEGIN
    PERFORM 1 FROM batches WHERE id = batch AND completed_at IS NULL FOR NO KEY UPDATE;
    IF NOT FOUND OR EXISTS (
      SELECT 1 FROM jobs WHERE batch_id = batch AND status IN ('pending', 'processing')) THEN RETURN; END IF;
    UPDATE batches SET completed_at = now() WHERE id = batch AND completed_at IS NULL
      RETURNING key_id, webhooks INTO ended;
    IF FOUND THEN PERFORM announce(ended.key_id, NULL, batch, NULL, 'batch.completed', ended.webhooks); END IF;
  END $$`;

/** In the transaction of the change, whatever makes it. */
export const JOB_ENDED = `
  CREATE FUNCTION job_ended() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM announce(NEW.key_id, NEW.id, NEW.batch_id, NULL, 'job.' || NEW.status, NEW.delivery->'webhooks');
    IF NEW.status = 'completed' AND jsonb_typeof(NEW.delivery->'destinations') = 'array' THEN
      INSERT INTO outgoing (kind, key_id, job_id, batch_id, origin, target, options)
      SELECT 'file', NEW.key_id, NEW.id, NEW.batch_id, 'job', COALESCE(one.value->>'name', one.value->>'url'),
        one.value || jsonb_build_object('position', one.ordinality)
      FROM jsonb_array_elements(NEW.delivery->'destinations') WITH ORDINALITY AS one;
    END IF;
    IF NEW.batch_id IS NOT NULL THEN PERFORM finish_batch(NEW.batch_id); END IF;
    RETURN NULL;
  END $$`;

/** The end of a delivery is an audit event, and a webhook. So is the end of a webhook that nobody received. */
const OUTGOING_ENDED = `
  CREATE FUNCTION outgoing_ended() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE what text := CASE WHEN NEW.kind = 'webhook' THEN 'webhook.'
    ELSE 'delivery.' END || CASE WHEN NEW.state = 'delivered' THEN 'completed' ELSE 'failed' END;
  BEGIN
    IF what <> 'webhook.completed' THEN
      INSERT INTO audit_events (job_id, key_id, owner_id, type, data)
      VALUES (NEW.job_id, NEW.key_id, NEW.key_id, what, jsonb_strip_nulls(jsonb_build_object(
        'delivery_id', NEW.id, 'destination', NEW.options->>'name', 'event', NEW.event,
        'attempts', NEW.attempts, 'host', substring(NEW.target FROM '^https?://([^/?#]+)'))));
    END IF;
    IF NEW.kind = 'file' THEN
      PERFORM announce(NEW.key_id, NEW.job_id, NEW.batch_id, NEW.id, what,
        (SELECT delivery->'webhooks' FROM jobs WHERE id = NEW.job_id));
    END IF;
    RETURN NULL;
  END $$`;

const TRIGGERS = [
  `CREATE TRIGGER job_ended AFTER UPDATE OF status ON jobs FOR EACH ROW
     WHEN (NEW.status IN ('completed', 'failed', 'cancelled') AND OLD.status IN ('pending', 'processing'))
     EXECUTE FUNCTION job_ended()`,
  `CREATE TRIGGER outgoing_ended AFTER UPDATE OF state ON outgoing FOR EACH ROW
     WHEN (NEW.state IN ('delivered', 'failed') AND OLD.state = 'pending')
     EXECUTE FUNCTION outgoing_ended()`,
];

/**
 * What the service sends: webhooks, and the files of finished videos. Triggers store it with the change that causes
 * it, so that nothing is lost, nothing is sent for a change that was rolled back, and a worker of the version before
 * causes it, too.
 */
export class CreateOutgoing1765000020000 implements MigrationInterface {
  readonly name = 'CreateOutgoing1765000020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    for (const body of [ANNOUNCE, FINISH_BATCH, JOB_ENDED, OUTGOING_ENDED])
      await runner.query(body);
    for (const trigger of TRIGGERS) await runner.query(trigger);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER job_ended ON jobs');
    await runner.query('DROP TABLE outgoing, key_webhooks, webhook_secrets');
    for (const name of ['job_ended', 'outgoing_ended', 'finish_batch', 'announce']) {
      await runner.query(`DROP FUNCTION ${name}`);
    }
    await runner.query('ALTER TABLE batches DROP COLUMN webhooks, DROP COLUMN completed_at');
    await runner.query('ALTER TABLE jobs DROP COLUMN delivery');
  }
}
