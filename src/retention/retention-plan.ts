import type { EntityManager } from 'typeorm';
import type { Config } from '../config/types.js';
import { oldAuditMonths } from '../engine/retention/audit-partitions.js';
import { type RemovedKind, rulesOf } from './retention-rules.js';

/** What the next passes of retention remove. */
export interface PlannedRemoval {
  readonly what: RemovedKind;
  /** The ID, or the table of a month. */
  readonly id: string;
  /** What it frees: files of videos and assets, or a table. The row of a job without a video frees little. */
  readonly bytes: number;
  /** The end of the job, the last use of the asset, or the end of the month. */
  readonly since: Date;
  /** The variable that says so. */
  readonly because: string;
}

/**
 * Finds what retention removes now, by the same statements. Each thing has the first reason.
 *
 * @param most the largest number for each reason
 */
export async function planRetention(
  manager: EntityManager,
  retention: Config['retention'],
  most: number,
): Promise<PlannedRemoval[]> {
  const planned: PlannedRemoval[] = [];
  for (const { what, because, find } of rulesOf(retention)) {
    const earlier = planned.filter((one) => one.what === what);
    const found = await find(manager, {
      most,
      except: earlier.map(({ id }) => id),
      freedBytes: earlier.reduce((sum, { bytes }) => sum + bytes, 0),
    });
    planned.push(...found.map(({ id, bytes, since }) => ({ what, id, bytes, since, because })));
  }
  const months = await oldAuditMonths(manager, retention);
  return [...planned, ...months.map((month) => plannedMonth(month, retention))];
}

function plannedMonth(
  { name, bytes, end }: { readonly name: string; readonly bytes: number; readonly end: Date },
  { auditBytes }: Config['retention'],
): PlannedRemoval {
  const because = `VIDEOCRAFT_RETENTION_AUDIT_${auditBytes > 0 ? 'BYTES' : 'MONTHS'}`;
  return { what: 'audit_month', id: name, bytes, since: end, because };
}
