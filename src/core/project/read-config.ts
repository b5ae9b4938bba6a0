import { excessIssues } from '../budget/estimate.js';
import { estimateProject } from '../budget/estimate-project.js';
import { DEFAULT_LIMITS } from '../budget/limits.js';
import { type Issue, Issues } from '../fields/issues.js';
import { relocate } from '../fields/relocate.js';
import { boundsProblem } from './variables/input-bounds.js';
import type { Importer, Translation } from './importers/importer.js';
import { importConfig } from './importers/import-config.js';
import { formatDoubts, importerOf, unwrapped } from './importer-of.js';
import { withNamedWeights } from '../font-names/font-weight-names.js';
import { parseProject, type ParseOptions, type ParseResult } from './parse-project.js';
import { withPlainValues } from './plain-values/plain-values.js';
import { type ExpandedConfig, expandVariables } from './variables/expand-variables.js';
import type { Project } from './types/index.js';

/**
 * Reads a video config, or a config of another system: fills in its variables, translates it, and checks the result.
 *
 * Finds all issues in one pass. Each has the JSON pointer in the original config, before conditions removed
 * and iterations repeated parts of it. Never throws, for any input.
 */
export function readConfig(input: unknown, options: ParseOptions): ParseResult {
  const problem = boundsProblem(input);
  if (problem !== null) return { ok: false, issues: [{ pointer: '', message: problem }] };
  const importer = importerOf(input);
  return readExpanded(expandedConfig(input, importer, options), importer, options);
}

/** The config with its variables filled in, or unchanged if its importer does that. */
export function expandedConfig(
  input: unknown,
  importer: Importer | null,
  { limits }: ParseOptions,
  isGivenLater?: (name: string) => boolean,
): ExpandedConfig {
  if (importer === null) return expandVariables(input, isGivenLater, limits);
  const { config, originOf, isWhole } = unwrapped(input);
  if (!importer.sharesVariables)
    return { config, issues: [], originOf, isUnmoved: isWhole, isStopped: false, isOpen: false };
  const expanded = expandVariables(importer.prepare?.(config) ?? config, isGivenLater, limits);
  return {
    ...expanded,
    issues: expanded.issues.map((issue) => ({ ...issue, pointer: originOf(issue.pointer) })),
    originOf: (pointer) => originOf(expanded.originOf(pointer)),
    isUnmoved: expanded.isUnmoved && isWhole,
  };
}

/**
 * The issues of a config whose variables are not all known yet. Expressions are always checked. Everything
 * else is checked only if the variables of the config itself give every expression a value.
 *
 * @param isGivenLater true for variables that may be given later
 */
export function templateIssues(
  input: unknown,
  options: ParseOptions,
  isGivenLater: (name: string) => boolean,
): readonly Issue[] {
  const problem = boundsProblem(input);
  if (problem !== null) return [{ pointer: '', message: problem }];
  const importer = importerOf(input);
  const filled = expandedConfig(input, importer, options, isGivenLater);
  if (filled.isOpen) return filled.issues;
  const read = readExpanded(filled, importer, options);
  return read.ok ? [] : read.issues;
}

function readExpanded(
  expanded: ExpandedConfig,
  importer: Importer | null,
  options: ParseOptions,
): ParseResult {
  const { config, issues, originOf, isUnmoved, isStopped } = expanded;
  if (isStopped) return { ok: false, issues };
  const translated = importConfig(config, importer, options);
  const parsed = parseProject(
    withNamedWeights(withPlainValues(translated.config), options.resolveFont),
    options,
  );
  if (parsed.ok && issues.length === 0 && translated.issues.length === 0) {
    const project =
      importer === null
        ? { ...parsed.project, notes: [...parsed.project.notes, ...formatDoubts(config)] }
        : withTranslation(parsed.project, translated);
    const read = withinLimits(isUnmoved ? project : withOrigins(project, originOf), options);
    if (!read.ok || translated.awaitsSources !== true || options.facts !== undefined) return read;
    const withSources: Project['withSources'] = (facts) =>
      readExpanded(expanded, importer, { ...options, facts });
    return { ok: true, project: { ...read.project, withSources } };
  }
  const translationIssues = translated.issues.map((issue) => ({
    ...issue,
    pointer: originOf(issue.pointer),
  }));
  return {
    ok: false,
    issues: mergeIssues([...issues, ...translationIssues], parsed, (pointer) =>
      originOf(translated.originOf(pointer)),
    ),
  };
}

/** A project whose pointers are those of the config before its translation, with what the translation notes. */
function withTranslation(project: Project, { notes, originOf }: Translation): Project {
  const relocated = withOrigins(project, originOf);
  return { ...relocated, notes: [...relocated.notes, ...notes] };
}

/** Refuses a video that costs more than the limits allow. */
function withinLimits(project: Project, { limits = DEFAULT_LIMITS }: ParseOptions): ParseResult {
  const issues = excessIssues(estimateProject(project), limits);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, project };
}

/** The issues of all steps, without those that only follow from an issue of an earlier step. */
function mergeIssues(
  earlier: readonly Issue[],
  parsed: ParseResult,
  originOf: (pointer: string) => string,
): Issue[] {
  const all = new Issues();
  const seen = new Set<string>();
  const add = ({ pointer, message }: Issue) => {
    const key = `${pointer} ${message}`;
    // All copies of a repeated scene have the same issues at the same pointers.
    if (!seen.has(key)) all.add(pointer, message);
    seen.add(key);
  };
  earlier.forEach(add);
  for (const { pointer, message } of parsed.ok ? [] : parsed.issues) {
    const origin = originOf(pointer);
    const isConsequence = earlier.some((issue) => `${issue.pointer}/`.startsWith(`${origin}/`));
    if (!isConsequence) add({ pointer: origin, message });
  }
  return all.all();
}

/** Replaces the pointers in a project by those in the original config. */
function withOrigins(project: Project, originOf: (pointer: string) => string): Project {
  const { clientData, ...rest } = project;
  return { ...relocate(rest, originOf), clientData };
}
