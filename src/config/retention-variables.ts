import { integer } from './parsers.js';
import { variable } from './variable.js';

const keep = (name: string, max: number, doc: string, fallback = 0) =>
  variable({
    name: `VIDEOCRAFT_RETENTION_${name}`,
    parse: integer(0, max),
    fallback,
    fallbackText: String(fallback),
    doc,
  });

/** How long things are kept. Only the log of deliveries is removed unless the operator says so. */
export const RETENTION_VARIABLES = {
  retentionVideoDays: keep(
    'VIDEO_DAYS',
    36_500,
    'Days that finished videos are kept. Older ones are deleted as by `DELETE /videos/{id}`. 0: until a client deletes them.',
  ),
  retentionVideoBytes: keep(
    'VIDEO_BYTES',
    999_999_999_999_999,
    'Maximum size of all finished videos, in bytes. The oldest ones are deleted beyond it. 0: any size.',
  ),
  retentionJobDays: keep(
    'JOB_DAYS',
    36_500,
    'Days that jobs are kept after they have ended, with their configs and their videos. 0: always.',
  ),
  retentionJobBytes: keep(
    'JOB_BYTES',
    999_999_999_999_999,
    'Maximum size of all jobs in the database, in bytes. Jobs that have ended are removed beyond it, the oldest first. 0: any size.',
  ),
  retentionAssetDays: keep(
    'ASSET_DAYS',
    36_500,
    'Days that assets are kept after a job has used them or they were uploaded last. Older ones are deleted as by `DELETE /assets/{id}`. 0: until a client deletes them.',
  ),
  retentionAssetBytes: keep(
    'ASSET_BYTES',
    999_999_999_999_999,
    'Maximum size of all assets, in bytes. Those that were used longest ago are deleted beyond it. 0: any size.',
  ),
  retentionDeliveryDays: keep(
    'DELIVERY_DAYS',
    36_500,
    'Days that the log of webhooks and deliveries is kept after they have ended. 0: always.',
    30,
  ),
  retentionAuditMonths: keep(
    'AUDIT_MONTHS',
    1_200,
    'Months that audit events are kept. They are removed by whole months. 0: always.',
  ),
  retentionAuditBytes: keep(
    'AUDIT_BYTES',
    999_999_999_999_999,
    'Maximum size of all audit events in the database, in bytes. The oldest whole months are removed beyond it, but never the present one. 0: any size.',
  ),
  retentionTemplateRevisions: keep(
    'TEMPLATE_REVISIONS',
    1_000_000,
    'Number of revisions that are kept of each template. Jobs have copies of their configs. 0: all.',
  ),
};
