import { BatchWork } from '../../core/budget/batch-work.js';
import { DEFAULT_LIMITS } from '../../core/budget/limits.js';
import type { Issue } from '../../core/fields/issues.js';
import { type AssetUse, assetsOf } from '../../core/project/assets-of.js';
import {
  type DeclaredVariable,
  fillVariables,
} from '../../core/project/variables/declared-variables.js';
import { modifyConfig } from '../../core/project/modify-config.js';
import { noteTexts } from '../../core/project/note-texts.js';
import type { Delivery } from '../../core/project/types/index.js';
import { FontFamilies } from '../../engine/fonts/font-families.js';
import { checkTemplate, parseConfig, type ParseSettings } from '../parse-config.js';

/** What configs are checked against. Plain data, so that threads get it with each check. */
export interface CheckSettings extends ParseSettings {
  readonly families: readonly string[];
  /** The folder with the operator's own fonts, or null. Only descriptions read it. */
  readonly fontsDir: string | null;
  /** Whether jobs can fetch families that are not installed. */
  readonly hasFontMirror?: boolean;
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
  /** New values of properties, by the names of elements. */
  readonly modifications: Readonly<Record<string, unknown>>;
  readonly 'client-data': unknown;
  /** Null: that of the config. */
  readonly priority: number | null;
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
  | {
      readonly ok: true;
      readonly configs: readonly string[];
      /** The priority of each video. */
      readonly priorities: readonly number[];
      /** What happens with each video. */
      readonly deliveries: readonly Delivery[];
      /** Warnings about how each config was read. */
      readonly notes: readonly (readonly string[])[];
      /** The uploaded files that each video names, with pointers from the root of the request. */
      readonly assets: readonly (readonly AssetUse[])[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Limit of all configs of a batch in characters. Each job stores its own config. */
const MAX_CHARACTERS = 32 * 1024 * 1024;
const MAX_ISSUES = 100;
/** Each is a row that a job keeps. */
const MAX_ASSETS = 500;

/** Checks what a request asks for. Never throws, for any config. */
export function checkConfig(check: ConfigCheck, settings: CheckSettings): CheckResult {
  const fonts = new FontFamilies(settings.families, settings.hasFontMirror);
  if (check.kind === 'config') {
    const parsed = parseConfig(check.config, fonts, settings);
    if (!parsed.ok) return { ok: false, issues: parsed.issues };
    const { priority, delivery } = parsed.project;
    const assets = assetsOf(parsed.project);
    if (assets.length > MAX_ASSETS) return { ok: false, issues: [tooManyAssets('')] };
    return {
      ...{ ok: true, configs: [], priorities: [priority] },
      ...{ deliveries: [delivery], assets: [assets] },
      notes: [noteTexts(parsed.project)],
    };
  }
  if (check.kind === 'fill') return fillItems(check.template, check.items, settings);
  const issues = templateIssues(check.config, check.variables, settings);
  return issues.length === 0
    ? { ok: true, configs: [], priorities: [], deliveries: [], notes: [], assets: [] }
    : { ok: false, issues };
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
    new FontFamilies(settings.families, settings.hasFontMirror),
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
  const priorities: number[] = [];
  const deliveries: Delivery[] = [];
  const notes: string[][] = [];
  const assets: AssetUse[][] = [];
  const issues: Issue[] = [];
  const work = new BatchWork(settings.limits ?? DEFAULT_LIMITS);
  let characters = 0;
  for (const item of items) {
    const filled = fillTemplate(template, item, settings);
    if (!filled.ok) issues.push(...filled.issues);
    else {
      const text = JSON.stringify(filled.config);
      characters += text.length;
      work.add(filled.project);
      configs.push(text);
      priorities.push(filled.project.priority);
      deliveries.push(filled.project.delivery);
      notes.push(noteTexts(filled.project));
      assets.push(filled.assets);
    }
    if (items.length > 1) {
      const excess = characters > MAX_CHARACTERS ? batchTooLong() : work.excess();
      if (excess !== null) return { ok: false, issues: [excess] };
    }
    if (items.length > 1 && issues.length > MAX_ISSUES) break;
  }
  if (issues.length === 0) return { ok: true, configs, priorities, deliveries, notes, assets };
  return { ok: false, issues: items.length > 1 ? issues.slice(0, MAX_ISSUES) : issues };
}

/** The self-contained config of one video, or all issues of its values and its config. */
function fillTemplate(
  template: ConfigTemplate,
  { pointer, variables, modifications, ...own }: TemplateValues,
  settings: CheckSettings,
) {
  const filled = fillVariables(template.config, template.variables, variables);
  if (!filled.ok) {
    return { ok: false, issues: prefixed(`${pointer}/variables`, filled.issues) } as const;
  }
  const modified = modifyConfig(filled.config, modifications);
  const config = withOwnValues(modified.config, own);
  const parsed = parseConfig(
    config,
    new FontFamilies(settings.families, settings.hasFontMirror),
    settings,
  );
  if (!parsed.ok) {
    const issues = parsed.issues.map((issue) => {
      const origin = modified.originOf(issue.pointer) ?? `${template.pointer}${issue.pointer}`;
      return { ...issue, pointer: `${pointer}${origin}` };
    });
    return { ok: false, issues } as const;
  }
  const assets = prefixed(`${pointer}${template.pointer}`, assetsOf(parsed.project));
  if (assets.length > MAX_ASSETS) return { ok: false, issues: [tooManyAssets(pointer)] } as const;
  const notes = prefixed(pointer, modified.notes);
  const project = { ...parsed.project, notes: [...parsed.project.notes, ...notes] };
  return { ok: true, config, project, assets } as const;
}

/** Issues or assets of a part of the request, with pointers from its root. */
export function prefixed<T extends { readonly pointer: string }>(
  pointer: string,
  found: readonly T[],
): T[] {
  return found.map((one) => ({ ...one, pointer: `${pointer}${one.pointer}` }));
}

function tooManyAssets(pointer: string): Issue {
  return { pointer, message: `Expected at most ${MAX_ASSETS} different assets in a video.` };
}

/** Replaces the client data and the priority of the template, whichever spelling of the field it uses. */
function withOwnValues(
  config: object,
  { 'client-data': clientData, priority }: Pick<TemplateValues, 'client-data' | 'priority'>,
): object {
  const { client_data: _, ...rest } = config as Record<string, unknown>;
  return {
    ...(clientData === null ? config : { ...rest, 'client-data': clientData }),
    ...(priority === null ? {} : { priority }),
  };
}

function batchTooLong(): Issue {
  const message = `The configs of the batch have more than ${MAX_CHARACTERS} characters in total. Send fewer items.`;
  return { pointer: '/items', message };
}
