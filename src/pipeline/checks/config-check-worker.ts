import {
  checkConfig,
  type CheckResult,
  type CheckSettings,
  type ConfigCheck,
} from './config-checks.js';
import type { ConfigToDescribe } from './describe-config.js';
import type { ProjectDescription } from './describe-project.js';

/** Runs one check in a thread of the pool. Only descriptions need fonts. */
export default async function run(task: {
  readonly check: ConfigCheck | ConfigToDescribe;
  readonly settings: CheckSettings;
}): Promise<CheckResult | ProjectDescription> {
  const { check, settings } = task;
  if (check.kind !== 'describe') return checkConfig(check, settings);
  const { describeConfig } = await import('./describe-config.js');
  return describeConfig(check, settings);
}
