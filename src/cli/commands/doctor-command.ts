import { ConfigError } from '../../config/config-error.js';
import { loadConfig, splitUnknown } from '../../config/load-config.js';
import type { Config } from '../../config/types.js';
import { checkBrowser } from '../doctor/check-browser.js';
import { checkDatabase } from '../doctor/check-database.js';
import {
  checkDataFolder,
  checkDisk,
  checkPort,
  checkSecrets,
  checkUser,
} from '../doctor/check-machine.js';
import { checkModels } from '../doctor/check-models.js';
import { checkVoices } from '../doctor/check-voices.js';
import { checkFfmpeg, checkFonts, checkNode } from '../doctor/check-programs.js';
import { fault, type Finding, fine, warning } from '../doctor/finding.js';
import { setExitCode } from '../terminal/exit.js';

/** Checks this machine and its settings. The exit status is 1 if something does not work. */
export async function doctorCommand({ json = false }: { readonly json?: boolean }): Promise<void> {
  const findings = await findAll();
  const ok = findings.every(({ status }) => status !== 'error');
  if (json) process.stdout.write(`${JSON.stringify({ ok, checks: findings }, null, 2)}\n`);
  else process.stdout.write(describe(findings));
  if (!ok) setExitCode(1);
}

async function findAll(): Promise<Finding[]> {
  const { config, findings } = readSettings();
  const checks: readonly (readonly [string, () => Promise<Finding | Finding[]>])[] = [
    ['ffmpeg', () => checkFfmpeg(config)],
    ['fonts', () => checkFonts(config)],
    ['data folder', () => checkDataFolder(config)],
    ['disk', () => checkDisk(config)],
    ['permissions', () => checkSecrets(config)],
    ['database', () => checkDatabase(config)],
    ['port', () => checkPort(config)],
    ['speech model', () => checkModels(config)],
    ['voices', () => checkVoices(config)],
    ['browser', () => checkBrowser(config)],
  ];
  const found = await Promise.all(
    checks.map(async ([name, check]) => {
      // A check that fails unexpectedly must not hide the others.
      const failed = (error: Error) => fault(name, error.message, null);
      return check().catch(failed);
    }),
  );
  return [checkNode(), checkUser(), ...findings, ...found.flat()];
}

/** Commands only warn about it. */
const NO_START = 'The service does not start with it.';

/** With wrong settings, the rest is checked with the defaults. */
function readSettings(): { config: Config; findings: Finding[] } {
  const { known, unknown } = splitUnknown(process.env);
  const typos = unknown.map(({ name, message }) =>
    warning('settings', `${name}: ${message} ${NO_START}`, `unset ${name}`),
  );
  try {
    const config = loadConfig(known);
    const valid = fine('settings', 'All VIDEOCRAFT_ variables are valid.');
    return { config, findings: typos.length > 0 ? typos : [valid] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const faults = error.problems.map(({ name, message }) =>
      fault('settings', `${name}: ${message}`, `unset ${name}`),
    );
    return { config: loadConfig({}), findings: [...faults, ...typos] };
  }
}

const LABELS = { ok: 'ok', warning: 'warning', error: 'ERROR' } as const;

function describe(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.flatMap(({ name, status, message, fix }) => [
    `${LABELS[status].padEnd(7)}  ${name.padEnd(width)}  ${message}`,
    ...(fix === null ? [] : [`${' '.repeat(11 + width)}Run: ${fix}`]),
  ]);
  return `${[...lines, summary(findings)].join('\n')}\n`;
}

function summary(findings: readonly Finding[]): string {
  const count = (wanted: Finding['status']) =>
    findings.filter(({ status }) => status === wanted).length;
  const errors = count('error');
  if (errors > 0) return `Not ready. Errors: ${errors}, warnings: ${count('warning')}.`;
  return `Ready to render. Warnings: ${count('warning')}.`;
}
