import type { EntityManager } from 'typeorm';
import type { Config } from '../config/types.js';
import { assetsBeyond, assetsUnusedFor, type OldAsset } from '../engine/retention/old-assets.js';
import {
  firstJobBeyond,
  type JobPosition,
  jobsBefore,
  jobsOlderThan,
  type OldJob,
} from '../engine/retention/old-rows.js';
import {
  type Removable,
  type StepBounds,
  videosBeyond,
  videosOlderThan,
} from '../engine/retention/old-videos.js';

/** What a rule finds, by what is removed. */
interface Found {
  readonly video: Removable;
  readonly job: OldJob;
  readonly asset: OldAsset;
}

/** What a removal is about. */
export type RemovedKind = keyof Found | 'audit_month';

interface RuleOf<Kind extends keyof Found> {
  readonly what: Kind;
  /** The variable that sets the rule. */
  readonly because: string;
  readonly find: (manager: EntityManager, bounds: StepBounds) => Promise<readonly Found[Kind][]>;
}

/** Finds what is too old, or too much. */
export type RetentionRule = { [Kind in keyof Found]: RuleOf<Kind> }[keyof Found];

type FindFirst = (manager: EntityManager, maxBytes: number) => Promise<JobPosition | null>;

/**
 * The rules that the operator has set, in the order in which they are applied.
 *
 * @param findFirst finds the newest job beyond a size, which costs a page of each row
 */
export function rulesOf(
  retention: Config['retention'],
  findFirst: FindFirst = firstJobBeyond,
): RetentionRule[] {
  const { videoDays, videoBytes, jobDays, jobBytes, assetDays, assetBytes } = retention;
  const rule = <Kind extends keyof Found>(
    what: Kind,
    name: string,
    bound: number,
    find: RuleOf<Kind>['find'],
  ): RuleOf<Kind>[] => (bound > 0 ? [{ what, because: `VIDEOCRAFT_RETENTION_${name}`, find }] : []);
  return [
    ...rule('video', 'VIDEO_DAYS', videoDays, (manager, at) =>
      videosOlderThan(manager, videoDays, at),
    ),
    ...rule('video', 'VIDEO_BYTES', videoBytes, (manager, at) =>
      videosBeyond(manager, videoBytes, at),
    ),
    ...rule('job', 'JOB_DAYS', jobDays, (manager, at) => jobsOlderThan(manager, jobDays, at)),
    ...rule('job', 'JOB_BYTES', jobBytes, async (manager, at) => {
      const position = await findFirst(manager, jobBytes);
      return position === null ? [] : jobsBefore(manager, position, at);
    }),
    ...rule('asset', 'ASSET_DAYS', assetDays, (manager, at) =>
      assetsUnusedFor(manager, assetDays, at),
    ),
    ...rule('asset', 'ASSET_BYTES', assetBytes, (manager, at) =>
      assetsBeyond(manager, assetBytes, at),
    ),
  ];
}
