import { type Issue, Issues } from '../fields/issues.js';
import { boundsProblem } from './variables/input-bounds.js';
import { translateJson2Video } from './json2video/translate.js';
import { parseProject, type ParseOptions, type ParseResult } from './parse-project.js';
import { type ExpandedConfig, expandVariables } from './variables/expand-variables.js';
import type { Project } from './types/index.js';

/**
 * Reads a video config: fills in its variables, says what another service would have in our form, and
 * checks what comes of it.
 *
 * Finds every issue at once, each with its JSON pointer in the config as it was given, whatever
 * conditions left out and iterations repeated; never throws, whatever the input is.
 */
export function readConfig(input: unknown, options: ParseOptions): ParseResult {
  const tooMuch = boundsProblem(input);
  if (tooMuch !== null) return { ok: false, issues: [{ pointer: '', message: tooMuch }] };
  return readExpanded(expandVariables(input), options);
}

/**
 * What is wrong in a config whose variables are not all known yet: in any case its expressions; the
 * rest when every expression has a value by the variables that the config itself gives.
 *
 * @param isGivenLater names of variables that may be given later
 */
export function templateIssues(
  input: unknown,
  options: ParseOptions,
  isGivenLater: (name: string) => boolean,
): readonly Issue[] {
  const tooMuch = boundsProblem(input);
  if (tooMuch !== null) return [{ pointer: '', message: tooMuch }];
  const expanded = expandVariables(input, isGivenLater);
  if (expanded.isOpen) return expanded.issues;
  const read = readExpanded(expanded, options);
  return read.ok ? [] : read.issues;
}

function readExpanded(
  { config, issues, originOf, isUnmoved }: ExpandedConfig,
  options: ParseOptions,
): ParseResult {
  const translated = translateJson2Video(config);
  const parsed = parseProject(translated.config, options);
  if (parsed.ok && issues.length === 0 && translated.issues.length === 0) {
    const project = isUnmoved ? parsed.project : withOrigins(parsed.project, originOf);
    return { ok: true, project };
  }
  const before = translated.issues.map((issue) => ({ ...issue, pointer: originOf(issue.pointer) }));
  return {
    ok: false,
    issues: mergeIssues([...issues, ...before], parsed, (pointer) =>
      originOf(translated.originOf(pointer)),
    ),
  };
}

/** The issues of all steps; without those that only follow from one of an earlier step. */
function mergeIssues(
  earlier: readonly Issue[],
  parsed: ParseResult,
  originOf: (pointer: string) => string,
): Issue[] {
  const all = new Issues();
  const seen = new Set<string>();
  const add = ({ pointer, message }: Issue) => {
    const key = `${pointer} ${message}`;
    // The copies of a repeated scene are wrong in the same place in the same way.
    if (!seen.has(key)) all.add(pointer, message);
    seen.add(key);
  };
  earlier.forEach(add);
  for (const { pointer, message } of parsed.ok ? [] : parsed.issues) {
    const origin = originOf(pointer);
    const follows = earlier.some((issue) => `${issue.pointer}/`.startsWith(`${origin}/`));
    if (!follows) add({ pointer: origin, message });
  }
  return all.all();
}

/** A project whose parts say where they stand in the config that was given. */
function withOrigins(project: Project, originOf: (pointer: string) => string): Project {
  const { clientData, ...rest } = project;
  return { ...(relocated(rest, originOf) as Omit<Project, 'clientData'>), clientData };
}

function relocated(value: unknown, originOf: (pointer: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => relocated(item, originOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === 'pointer' && typeof part === 'string' ? originOf(part) : relocated(part, originOf),
    ]),
  );
}
