import type { Issue } from '../../core/fields/issues.js';
import type { Project } from '../../core/project/types/index.js';
import {
  type DeclaredVariable,
  fillVariables,
} from '../../core/project/variables/declared-variables.js';
import { FontFamilies } from '../../engine/fonts/font-families.js';
import { checkTemplate, parseConfig, type ParseSettings } from '../parse-config.js';

/** What configs are checked against. Plain data, so that threads get it with each check. */
export interface CheckSettings extends ParseSettings {
  readonly families: readonly string[];
}

/** A config with variables. */
export interface ConfigTemplate {
  readonly config: unknown;
  readonly variables: readonly DeclaredVariable[];
  /** JSON pointer for the issues of the config: the field of the request that contains or names it. */
  readonly pointer: string;
}

/** The values that turn a `ConfigTemplate` into one video. */
export interface TemplateValues {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly 'client-data': unknown;
  /** JSON pointer of the values in the request. */
  readonly pointer: string;
}

/** A check of a request, as plain data. */
export type ConfigCheck =
  | { readonly kind: 'config'; readonly config: unknown }
  | {
      readonly kind: 'template';
      readonly config: unknown;
      readonly variables: readonly DeclaredVariable[];
    }
  | {
      readonly kind: 'fill';
      readonly template: ConfigTemplate;
      readonly items: readonly TemplateValues[];
    };

/** The JSON of the configs that a `fill` makes, one for each item; or all issues. */
export type CheckResult =
  | { readonly ok: true; readonly configs: readonly string[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Limit of all configs of a batch in characters. Each job stores its own config. */
const MAX_CHARACTERS = 32 * 1024 * 1024;
/** Limit of all scenes and elements of a batch, including repeated ones: it limits the cost of validation. */
const MAX_PARTS = 100_000;
const MAX_ISSUES = 100;

/** Checks what a request asks for. Never throws, for any config. */
export function checkConfig(check: ConfigCheck, settings: CheckSettings): CheckResult {
  const fonts = new FontFamilies(settings.families);
  if (check.kind === 'config') {
    const parsed = parseConfig(check.config, fonts, settings);
    return parsed.ok ? { ok: true, configs: [] } : { ok: false, issues: parsed.issues };
  }
  if (check.kind === 'fill') return fillItems(check.template, check.items, settings);
  const issues = templateIssues(check.config, check.variables, settings);
  return issues.length === 0 ? { ok: true, configs: [] } : { ok: false, issues };
}

function templateIssues(
  config: unknown,
  declared: readonly DeclaredVariable[],
  settings: CheckSettings,
): readonly Issue[] {
  const names = new Set(declared.map(({ name }) => name));
  const defaults = declared.flatMap(({ name, default: value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const filled = fillVariables(config, [], Object.fromEntries(defaults));
  return checkTemplate(
    filled.ok ? filled.config : config,
    new FontFamilies(settings.families),
    settings,
    (name) => names.size === 0 || names.has(name),
  );
}

function fillItems(
  template: ConfigTemplate,
  items: readonly TemplateValues[],
  settings: CheckSettings,
): CheckResult {
  const configs: string[] = [];
  const issues: Issue[] = [];
  let characters = 0;
  let parts = 0;
  for (const item of items) {
    const filled = fillTemplate(template, item, settings);
    if (!filled.ok) issues.push(...filled.issues);
    else {
      const text = JSON.stringify(filled.config);
      characters += text.length;
      parts += filled.partCount;
      configs.push(text);
    }
    if (items.length > 1 && (characters > MAX_CHARACTERS || parts > MAX_PARTS)) {
      return { ok: false, issues: [batchTooLarge()] };
    }
    if (items.length > 1 && issues.length > MAX_ISSUES) break;
  }
  if (issues.length === 0) return { ok: true, configs };
  return { ok: false, issues: items.length > 1 ? issues.slice(0, MAX_ISSUES) : issues };
}

/** The self-contained config of one video, or all issues of its values and its config. */
function fillTemplate(
  template: ConfigTemplate,
  { pointer, variables, 'client-data': clientData }: TemplateValues,
  settings: CheckSettings,
) {
  const filled = fillVariables(template.config, template.variables, variables);
  if (!filled.ok) {
    return { ok: false, issues: prefixed(`${pointer}/variables`, filled.issues) } as const;
  }
  const config = clientData === null ? filled.config : withClientData(filled.config, clientData);
  const parsed = parseConfig(config, new FontFamilies(settings.families), settings);
  if (!parsed.ok) {
    const issues = prefixed(`${pointer}${template.pointer}`, parsed.issues);
    return { ok: false, issues } as const;
  }
  return { ok: true, config, partCount: countParts(parsed.project) } as const;
}

/** Issues of a part of the request, with pointers from its root. */
export function prefixed(pointer: string, issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => ({ ...issue, pointer: `${pointer}${issue.pointer}` }));
}

function countParts({ scenes, elements }: Project): number {
  return scenes.reduce((sum, scene) => sum + 1 + scene.elements.length, elements.length);
}

/** Replaces the client data of the template, whichever spelling of the field it uses. */
function withClientData(config: object, clientData: unknown): object {
  const { client_data: _, ...rest } = config as Record<string, unknown>;
  return { ...rest, 'client-data': clientData };
}

function batchTooLarge(): Issue {
  const message =
    `The configs of the batch have more than ${MAX_CHARACTERS} characters or more than ` +
    `${MAX_PARTS} scenes and elements in total. Send fewer items.`;
  return { pointer: '/items', message };
}
