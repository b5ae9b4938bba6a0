import { commandConfig } from '../terminal/command-config.js';
import { describeRetention } from '../../retention/describe-retention.js';
import { type PlannedRemoval, planRetention } from '../../retention/retention-plan.js';
import type { RemovedKind } from '../../retention/retention-rules.js';
import { requireDatabase, withDataSource } from '../service-database.js';
import { printFailure } from '../terminal/exit.js';
import { counted } from '../../core/util/counted.js';

export interface RetentionOptions {
  readonly limit: number;
  readonly json?: boolean;
}

/** Things that are counted for each reason. More than that is "at least". */
const MOST_COUNTED = 10_000;

const NAMES: Readonly<Record<RemovedKind, readonly [one: string, many: string]>> = {
  video: ['video', 'videos'],
  job: ['job', 'jobs'],
  asset: ['asset', 'assets'],
  audit_month: ['month of audit events', 'months of audit events'],
};

/** Lists what retention removes next, and why. Changes nothing. */
export async function listRemovals({ limit, json = false }: RetentionOptions): Promise<void> {
  try {
    const config = commandConfig();
    await requireDatabase(config);
    // It only looks, so it leaves the schema as it is.
    const planned = await withDataSource({ ...config, migrateDatabase: false }, [], ({ manager }) =>
      planRetention(manager, config.retention, MOST_COUNTED),
    );
    const lines = json
      ? [JSON.stringify(asJson(planned, limit))]
      : asLines(planned, limit, describeRetention(config.retention));
    process.stdout.write(`${lines.join('\n')}\n`);
  } catch (error) {
    printFailure(error);
  }
}

/** The number and the size of what goes, by kind. */
function totalsOf(planned: readonly PlannedRemoval[]) {
  return (Object.keys(NAMES) as RemovedKind[]).map((what) => {
    const those = planned.filter((one) => one.what === what);
    const bytes = those.reduce((sum, one) => sum + one.bytes, 0);
    const reasons = new Set(those.map(({ because }) => because));
    const isAll = [...reasons].every(
      (reason) => those.filter(({ because }) => because === reason).length < MOST_COUNTED,
    );
    return { what, count: those.length, bytes, is_all: isAll };
  });
}

function asJson(planned: readonly PlannedRemoval[], limit: number) {
  return {
    totals: totalsOf(planned),
    removals: planned.slice(0, limit).map(({ since, ...one }) => ({
      ...one,
      since: since.toISOString(),
    })),
    not_listed: Math.max(0, planned.length - limit),
  };
}

function asLines(planned: readonly PlannedRemoval[], limit: number, kept: string): string[] {
  const listed = planned
    .slice(0, limit)
    .map(({ what, id, bytes, since, because }) =>
      [what, id, sizeText(bytes), since.toISOString().slice(0, 10), because].join('\t'),
    );
  const more = planned.length - listed.length;
  const counts = totalsOf(planned).flatMap(({ what, count, bytes, is_all: isAll }) =>
    count === 0
      ? []
      : [
          `${isAll ? '' : 'at least '}${count} ${NAMES[what][count === 1 ? 0 : 1]} (${sizeText(bytes)})`,
        ],
  );
  return [
    ...listed,
    ...(more > 0
      ? [`${counted(more, 'more is', 'more are')} not listed. Raise --limit to see them.`]
      : []),
    `Kept: ${kept}.`,
    counts.length > 0 ? `To be removed: ${counts.join(', ')}.` : 'Nothing is to be removed.',
  ];
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

function sizeText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  for (; size >= 1000 && unit < UNITS.length - 1; unit++) size /= 1000;
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}
