import { randomUUID } from 'node:crypto';
import { createHash } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JobFailure } from '../../core/job/job-failure.js';
import { nearestFamily } from '../../core/font-names/nearest-family.js';
import { splitWeight } from '../../core/font-names/font-weight-names.js';
import {
  type FontChoice,
  keyOf,
  type NamedFont,
  namedFontsOf,
  withFonts,
} from '../../core/project/named-fonts.js';
import type { Project } from '../../core/project/types/index.js';
import type { FontCatalog } from '../../engine/fonts/font-catalog.js';
import { findInMirror, type MirrorFont, type ReadMirror } from '../../engine/fonts/font-mirror.js';
import type { FileCache } from '../../engine/files/file-cache.js';
import type { MediaSession } from '../../engine/media/store/media-session.js';
import type { PlanContext } from '../types/render-context.js';
import { MAX_FONT_BYTES } from './fetch-font.js';

/** So that a config of many names does not ask the mirror without end. */
const MOST_FONTS = 30;

/** What fonts by name are looked for with. */
export interface FontTools {
  readonly fonts: FontCatalog;
  readonly session: MediaSession;
  /** Files of the mirror that were fetched before. */
  readonly cache: FileCache;
}

/** A project whose fonts are all known. */
export interface FontsFound {
  readonly project: Project;
  readonly warnings: readonly string[];
}

/**
 * Looks for the fonts that a project names and that are not installed, in the mirror of the operator. What is not there becomes the
 * nearest installed family, with a warning.
 */
export async function findFonts(
  project: Project,
  tools: FontTools,
  context: PlanContext,
): Promise<FontsFound> {
  const installed = new Set(tools.fonts.families());
  const named = namedFontsOf(project, (family) => installed.has(family));
  if (named.length === 0) return { project, warnings: [] };
  const choices = new Map<string, FontChoice>();
  const warnings: string[] = [];
  for (const [index, font] of named.entries()) {
    const found = index < MOST_FONTS ? await find(font, tools, context) : MANY;
    if (typeof found !== 'string') choices.set(keyOf(font), found);
    else {
      const family = nearest(font, tools.fonts);
      warnings.push(
        `The font "${font.family}" is not available, so "${family}" is in its place (${font.pointer}). ${found}`,
      );
      choices.set(keyOf(font), { family, weight: font.weight, url: null });
    }
  }
  const found = withFonts(project, (font) => choices.get(keyOf(font)) ?? null);
  return withInstalledScenes(found, tools.fonts, warnings);
}

/** The captions of all scenes have the font file of the subtitles element, or else installed families. */
function withInstalledScenes(
  project: Project,
  fonts: FontCatalog,
  warnings: readonly string[],
): FontsFound {
  const said = [...warnings];
  const scenes = project.scenes.map((scene) => {
    const { captionSettings } = scene;
    if (captionSettings === null || captionSettings.fontUrl === null) return scene;
    if (project.subtitles?.settings.fontUrl !== null) return scene;
    const { fontFamily, fontWeight } = captionSettings;
    const font = { family: fontFamily, weight: fontWeight, italic: false, pointer: scene.pointer };
    const family = nearest(font, fonts);
    said.push(
      `The captions of a scene have "${family}" instead of "${fontFamily}", because only those of the whole video can have a font that is not installed (${scene.pointer}).`,
    );
    return { ...scene, captionSettings: { ...captionSettings, fontFamily: family, fontUrl: null } };
  });
  return { project: { ...project, scenes }, warnings: said };
}

const MANY = `At most ${MOST_FONTS} fonts of a video can be fetched by name.`;
const ABSENT = 'The mirror of the operator has no such family.';

function nearest({ family }: NamedFont, fonts: FontCatalog): string {
  const families = new Set(fonts.families());
  const resolveFont = (name: string) => {
    const resolved = fonts.resolve(name);
    return resolved !== null && families.has(resolved) ? resolved : null;
  };
  const match = nearestFamily(family, { resolveFont, fontFamilies: fonts.families() });
  return match!.family;
}

/** @returns what was found, or why nothing was */
async function find(
  font: NamedFont,
  { fonts, session, cache }: FontTools,
  context: PlanContext,
): Promise<FontChoice | string> {
  let problem = ABSENT;
  const read = readerOf(fonts.mirror, { session, cache, font, context }, (message) => {
    problem = message;
  });
  const { family, weight } = splitWeight(font.family);
  const wishes = weight === null ? [font] : [font, { ...font, family, weight }];
  for (const wish of wishes) {
    const resolved = fonts.resolve(wish.family);
    if (resolved !== null && fonts.families().includes(resolved))
      return { family: resolved, weight: wish.weight, url: null };
    const found = await findInMirror(wish, read);
    if (found === null) continue;
    const unusable = problemOf(found, fonts);
    if (unusable !== null) return unusable;
    const url = `font:${found.path}`;
    session.addBytes(url, found.bytes, MAX_FONT_BYTES);
    return { family: font.family, weight: found.weight, url };
  }
  return problem;
}

function problemOf({ bytes, path }: MirrorFont, fonts: FontCatalog): string | null {
  try {
    fonts.withFont(bytes, path).close();
    return null;
  } catch (error) {
    return `The file of the mirror is not a usable font: ${(error as Error).message}.`;
  }
}

interface Reading {
  readonly session: MediaSession;
  readonly cache: FileCache;
  readonly font: NamedFont;
  readonly context: PlanContext;
}

function readerOf(
  mirror: string | null,
  { session, cache, font, context }: Reading,
  explain: (problem: string) => void,
): ReadMirror {
  if (mirror === null) return () => Promise.resolve(null);
  if (!/^https?:/.test(mirror)) return (path, maxBytes) => readIn(join(mirror, path), maxBytes);
  const { signal, workDir } = context;
  return async (path, maxBytes) => {
    const src = `${mirror}/${path}`;
    const target = join(workDir, `font-${randomUUID()}`);
    const key = createHash('sha256').update(src).digest('hex');
    try {
      if (await cache.take(key, target)) return await readFile(target);
      const options = { pointer: font.pointer, localSources: false, signal, workDir, maxBytes };
      const bytes = Buffer.from(await session.acquireBytes(src, options));
      await writeFile(target, bytes);
      await cache.keep(key, target);
      return bytes;
    } catch (error) {
      if (!(error instanceof JobFailure)) throw error;
      if (error.code !== 'SOURCE_NOT_FOUND') explain(error.message);
      return null;
    } finally {
      await rm(target, { force: true });
    }
  };
}

async function readIn(path: string, maxBytes: number): Promise<Buffer | null> {
  try {
    return (await stat(path)).size <= maxBytes ? await readFile(path) : null;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
