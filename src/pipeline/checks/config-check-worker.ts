import {
  checkConfig,
  type CheckResult,
  type CheckSettings,
  type ConfigCheck,
} from './config-checks.js';

/** Runs one check in a thread of the pool. */
export default function run(task: {
  readonly check: ConfigCheck;
  readonly settings: CheckSettings;
}): CheckResult {
  return checkConfig(task.check, task.settings);
}
