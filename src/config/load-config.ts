import { ConfigError, type ConfigProblem } from './config-error.js';
import { nearestName } from '../core/util/nearest-name.js';
import { userAgentOf } from './package-version.js';
import { InvalidValue } from './parsers.js';
import {
  readSubtitleDefaults,
  type SubtitleDefaults,
  subtitleDefaultProblems,
} from './subtitle-defaults.js';
import type { Config } from './types.js';
import type { Variable } from './variable.js';
import { browserConfig } from './browser-variables.js';
import { databaseConfig, databaseProblems } from './database-variables.js';
import { limitsOf } from './limit-variables.js';
import { recognitionConfig } from './recognition-variables.js';
import { FILE_SUFFIX, readSecretFiles } from './secret-files.js';
import { storageConfig, storageProblems } from './storage-variables.js';
import { voicesConfig } from './voice-variables.js';
import { SUBTITLES_PREFIX, VARIABLES, type EnvironmentValues } from './variables.js';
import { counted } from '../core/util/counted.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The names of all secrets, whose values can be in files. */
export const SECRETS: readonly string[] = Object.values<Variable<unknown>>(VARIABLES)
  .filter((variable) => variable.secret)
  .map(({ name }) => name);

/**
 * Reads the environment into the configuration, which is deeply frozen.
 *
 * An empty value counts as unset. Throws `ConfigError` with all invalid values and all unknown `VIDEOCRAFT_*`
 * names, because a typo must not silently select a default.
 */
export function loadConfig(given: Environment): Config {
  const problems: ConfigProblem[] = [...unknownNames(given)];
  const env = readSecretFiles(given, SECRETS, problems);
  const values = readAll(env, problems);
  const subtitles = readSubtitleDefaults(env);
  const invalid = new Set(problems.map(({ name }) => name));
  problems.push(
    ...subtitleDefaultProblems(subtitles),
    // An invalid value is reported once.
    ...[...storageProblems(values), ...databaseProblems(values)].filter(
      ({ name }) => !invalid.has(name),
    ),
  );
  if (problems.length > 0) throw new ConfigError(problems);
  return deepFreeze(assemble(values, subtitles));
}

function readAll(env: Environment, problems: ConfigProblem[]): EnvironmentValues {
  const entries = Object.entries<Variable<unknown>>(VARIABLES);
  return Object.fromEntries(
    entries.map(([key, variable]) => [key, read(variable, env, problems)]),
  ) as unknown as EnvironmentValues;
}

function read<T>(variable: Variable<T>, env: Environment, problems: ConfigProblem[]): T {
  const { name = variable.name, text } = givenText(variable, env) ?? {};
  if (text === undefined) return variable.fallback;
  try {
    return variable.parse(text);
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    const shown = variable.secret
      ? `a hidden value of ${counted(text.length, 'character')}`
      : JSON.stringify(text);
    problems.push({ name, message: `Expected ${error.expected}, but got ${shown}.` });
    return variable.fallback;
  }
}

/** The first spelling of a variable that has a value, and its value, or null. */
function givenText(
  { name, alias, keepsBlanks }: Variable<unknown>,
  env: Environment,
): { readonly name: string; readonly text: string } | null {
  for (const spelling of alias === undefined ? [name] : [alias, name]) {
    const text = env[spelling];
    if (text === undefined || text.trim() === '') continue;
    return { name: spelling, text: keepsBlanks ? text : text.trim() };
  }
  return null;
}

/** The variables without those of `VIDEOCRAFT_*` that nothing reads, and what is wrong with each of these. */
export function splitUnknown(given: Environment): {
  readonly known: Environment;
  readonly unknown: readonly ConfigProblem[];
} {
  const unknown = unknownNames(given);
  const names = new Set(unknown.map(({ name }) => name));
  const known = Object.entries(given).filter(([name]) => !names.has(name));
  return { known: Object.fromEntries(known), unknown };
}

function unknownNames(env: Environment): ConfigProblem[] {
  const known = [
    ...Object.values(VARIABLES).map((variable) => variable.name),
    ...SECRETS.map((name) => `${name}${FILE_SUFFIX}`),
  ];
  return Object.keys(env)
    .filter((name) => name.startsWith('VIDEOCRAFT_') && !name.startsWith(SUBTITLES_PREFIX))
    .filter((name) => !known.includes(name))
    .map((name) => {
      const nearest = nearestName(name, known, 'VIDEOCRAFT_'.length);
      const advice = nearest
        ? `Did you mean ${nearest}?`
        : 'See docs/configuration.md for the known variables.';
      return { name, message: `Unknown variable. ${advice}` };
    });
}

/** The path of an address without a trailing slash, or an empty text. */
function pathPrefixOf(publicUrl: string | null): string {
  return publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');
}

function assemble(values: EnvironmentValues, subtitles: SubtitleDefaults): Config {
  return {
    production: values.production,
    server: serverConfig(values),
    dataDir: values.dataDir,
    fontsDir: values.fontsDir,
    fontsMirror: values.fontsMirror,
    ...databaseConfig(values),
    migrateDatabase: values.migrateDatabase,
    workers: values.workers,
    previews: values.previews,
    spreadMs: values.spreadMs,
    workerHeapMegabytes: values.workerHeapMegabytes,
    logLevel: values.logLevel,
    logFormat: values.logFormat,
    security: securityConfig(values),
    rateLimit: {
      perMinute: values.ratePerMinute,
      burst: values.rateBurst,
      pagePerMinute: values.ratePage,
      wrongKeysPerMinute: values.rateWrongKeys,
      // Several processes can only serve together over a shared database.
      shared: values.rateShared ?? values.databaseUrl !== null,
    },
    metricsPublic: values.metricsPublic,
    limits: { ...limitsOf(values), validationMs: values.validationMs },
    retention: {
      videoDays: values.retentionVideoDays,
      videoBytes: values.retentionVideoBytes,
      jobDays: values.retentionJobDays,
      jobBytes: values.retentionJobBytes,
      assetDays: values.retentionAssetDays,
      assetBytes: values.retentionAssetBytes,
      deliveryDays: values.retentionDeliveryDays,
      auditMonths: values.retentionAuditMonths,
      auditBytes: values.retentionAuditBytes,
      templateRevisions: values.retentionTemplateRevisions,
    },
    delivery: deliveryConfig(values),
    storage: storageConfig(values),
    sources: sourcesConfig(values),
    ffmpeg: ffmpegConfig(values),
    browser: browserConfig(values),
    cache: {
      segmentsMaxBytes: values.segmentCacheMaxBytes,
      soundsMaxBytes: values.soundCacheMaxBytes,
      sourcesMaxBytes: values.sourceCacheMaxBytes,
      voicesMaxBytes: values.voiceCacheMaxBytes,
    },
    recognition: recognitionConfig(values),
    voices: voicesConfig(values),
    subtitles,
  };
}

function deliveryConfig(values: EnvironmentValues): Config['delivery'] {
  return {
    destinationsFile: values.destinationsFile,
    webhookTimeoutMs: values.webhookTimeoutMs,
    linkMaxSeconds: values.linkMaxSeconds,
  };
}

function serverConfig(values: EnvironmentValues): Config['server'] {
  return {
    host: values.host,
    port: values.port,
    trustedProxies: values.trustedProxies,
    publicUrl: values.publicUrl,
    pathPrefix: pathPrefixOf(values.publicUrl),
    corsMaxAgeSeconds: values.corsMaxAgeSeconds,
    maxConnections: values.maxConnections,
    maxConnectionsPerAddress: values.maxConnectionsPerAddress,
  };
}

function securityConfig(values: EnvironmentValues): Config['security'] {
  return {
    enableAuth: values.enableAuth,
    apiKey: values.apiKey,
    enableCsrf: values.enableCsrf,
    csrfSecret: values.csrfSecret,
    allowedDomains: values.allowedDomains,
  };
}

function sourcesConfig(values: EnvironmentValues): Config['sources'] {
  return {
    allowedHosts: values.sourceHosts,
    maxBytes: values.sourceMaxBytes,
    connectTimeoutMs: values.sourceConnectTimeoutMs,
    idleTimeoutMs: values.sourceIdleTimeoutMs,
    totalTimeoutMs: values.sourceTotalTimeoutMs,
    maxDurationSeconds: values.sourceMaxDurationSeconds,
    retries: values.sourceRetries,
    userAgent: values.sourceUserAgent ?? userAgentOf(values.sourceContact ?? values.publicUrl),
    proxies: { http: values.httpProxy, https: values.httpsProxy, except: values.noProxy },
  };
}

function ffmpegConfig(values: EnvironmentValues): Config['ffmpeg'] {
  return {
    build: values.ffmpegBuild,
    path: values.ffmpegPath,
    probePath: values.ffprobePath,
    allowBundled: values.ffmpegAllowBundled,
    confinement: values.ffmpegConfinement,
    encoder: values.ffmpegEncoder,
    encoderDevice: values.ffmpegEncoderDevice,
    driverEnvironment: setVariables(values, ['libvaDriverName', 'libvaDriversPath', 'libraryPath']),
  };
}

/** The variables that are set, by name. */
function setVariables(
  values: EnvironmentValues,
  keys: readonly ('libvaDriverName' | 'libvaDriversPath' | 'libraryPath')[],
): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = values[key];
      return value === null ? [] : [[VARIABLES[key].name, value]];
    }),
  );
}

function deepFreeze<T extends object>(value: T): T {
  for (const child of Object.values(value) as unknown[]) {
    if (typeof child === 'object' && child !== null) deepFreeze(child);
  }
  return Object.freeze(value);
}
