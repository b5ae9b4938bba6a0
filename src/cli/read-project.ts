import { readFile } from 'node:fs/promises';
import type { ParseResult } from '../core/project/parse-project.js';
import type { FontCatalogue } from '../engine/fonts/font-catalogue.js';
import { parseConfig } from '../pipeline/parse-config.js';

/** Reads and checks a project file; a file that is no JSON reads as one issue. */
export async function readProject(
  file: string,
  fonts: FontCatalogue,
  subtitleDefaults: Readonly<Record<string, unknown>>,
): Promise<ParseResult> {
  const text = await readFile(file, 'utf8');
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      issues: [{ pointer: '', message: `This is not JSON: ${(error as Error).message}` }],
    };
  }
  return parseConfig(input, { fonts }, { subtitleDefaults, localSources: true });
}
