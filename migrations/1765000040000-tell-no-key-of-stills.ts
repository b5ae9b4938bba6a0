import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ANNOUNCE, JOB_ENDED } from './1765000020000-create-outgoing.js';

/** As before, but only tells the webhook of the key if the caller wants it. */
const ANNOUNCE_TO = `
  CREATE FUNCTION announce(
    owner text, job uuid, batch uuid, delivery uuid, what text, hooks jsonb, tell_key boolean DEFAULT true)
  RETURNS void LANGUAGE sql AS $$
    WITH wanted AS (
      SELECT DISTINCT ON (url) url, origin FROM (
        SELECT hook->>'url' AS url, CASE WHEN job IS NULL THEN 'batch' ELSE 'job' END AS origin, 0 AS place
        FROM jsonb_array_elements(CASE WHEN jsonb_typeof(hooks) = 'array' THEN hooks ELSE '[]' END) AS hook
        WHERE hook->'events' ? what
        UNION ALL
        SELECT key_webhooks.url, 'key', 1 FROM key_webhooks
        WHERE tell_key AND key_webhooks.key_id = owner AND disabled_at IS NULL AND what = ANY (events)) AS found
      ORDER BY url, place)
    INSERT INTO outgoing (kind, key_id, job_id, batch_id, about, event, origin, target)
    SELECT 'webhook', owner, job, batch, delivery, what, origin, url FROM wanted $$`;

const VIDEO_ENDED = `
  CREATE OR REPLACE FUNCTION job_ended() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM announce(NEW.key_id, NEW.id, NEW.batch_id, NULL, 'job.' || NEW.status, NEW.delivery->'webhooks',
      NOT COALESCE(NEW.delivery @> '{"stills": true}', false));
    IF NEW.status = 'completed' AND jsonb_typeof(NEW.delivery->'destinations') = 'array' THEN
      INSERT INTO outgoing (kind, key_id, job_id, batch_id, origin, target, options)
      SELECT 'file', NEW.key_id, NEW.id, NEW.batch_id, 'job', COALESCE(one.value->>'name', one.value->>'url'),
        one.value || jsonb_build_object('position', one.ordinality)
      FROM jsonb_array_elements(NEW.delivery->'destinations') WITH ORDINALITY AS one;
    END IF;
    IF NEW.batch_id IS NOT NULL THEN PERFORM finish_batch(NEW.batch_id); END IF;
    RETURN NULL;
  END $$`;

const OLD_SIGNATURE = 'announce(text, uuid, uuid, uuid, text, jsonb)';
const NEW_SIGNATURE = 'announce(text, uuid, uuid, uuid, text, jsonb, boolean)';

/**
 * Receivers of all videos of a key publish or file them. Stills are looks at a draft, many for each video, and an
 * agent discards them at once, so that the message would have no video.
 */
export class TellNoKeyOfStills1765000040000 implements MigrationInterface {
  readonly name = 'TellNoKeyOfStills1765000040000';

  async up(runner: QueryRunner): Promise<void> {
    // Both would answer to a call without the last argument.
    await runner.query(`DROP FUNCTION ${OLD_SIGNATURE}`);
    await runner.query(ANNOUNCE_TO);
    await runner.query(VIDEO_ENDED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${NEW_SIGNATURE}`);
    await runner.query(ANNOUNCE);
    await runner.query(JOB_ENDED.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION'));
  }
}
