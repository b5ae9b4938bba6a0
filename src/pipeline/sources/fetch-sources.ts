import { lutsOf } from '../../core/project/element-luts.js';
import { textFontsOf } from '../../core/project/text-fonts.js';
import { audioTrackOf, sourceKey } from '../../core/sources/source-key.js';
import { elementsOf } from '../../core/project/elements-of.js';
import { isPageAddress } from '../../core/sources/page-address.js';
import { isVoiceAddress } from '../../core/sources/voice-address.js';
import type { MediaElement, Project } from '../../core/project/types/index.js';
import { addressKey, type MediaSession } from '../../engine/media/store/media-session.js';
import { type StoredSource } from '../../engine/media/formats/stored-source.js';
import { maxCaptionBytes } from './fetch-captions.js';
import { MAX_FONT_BYTES } from './fetch-font.js';
import { MAX_LUT_BYTES } from './read-luts.js';
import type { PlanContext } from '../types/render-context.js';
import { type RemoteTask, runConcurrently } from '../../engine/concurrency/run-concurrently.js';

/** Limits for one job, so that it does not block other jobs or open more connections to a host than a browser. */
const LIMITS = { atOnce: 6, perHost: 4 };

export interface FetchedSource {
  /** The result of `sourceKey`. */
  readonly key: string;
  /** The address in the config. */
  readonly src: string;
  /** JSON pointer of the first element that uses it. */
  readonly pointer: string;
  readonly source: StoredSource;
  /** Whether words are looked for in its sound. */
  readonly hasSpeech: boolean;
}

/**
 * Fetches everything that a video config names by address: its sources, and its caption file and font, which
 * the session keeps. Fetches each address once, even if several elements use it.
 *
 * @throws JobFailure for the first source in the config that cannot be fetched
 */
export async function fetchSources(
  project: Project,
  media: MediaSession,
  context: PlanContext,
): Promise<FetchedSource[]> {
  const wanted = { project, elements: mediaOf(project), files: smallFiles(project) };
  return fetchAll(wanted, media, context);
}

/**
 * Fetches the sources of a video config that exist as files, without what voices speak and browsers draw.
 *
 * @throws as {@link fetchSources}
 */
export function fetchMediaFiles(
  project: Project,
  media: MediaSession,
  context: PlanContext,
): Promise<FetchedSource[]> {
  const isFile = ({ src }: MediaElement) => !isVoiceAddress(src) && !isPageAddress(src);
  const wanted = { project, elements: mediaOf(project).filter(isFile), files: [] };
  return fetchAll(wanted, media, context);
}

const mediaOf = (project: Project) =>
  elementsOf(project).filter((element): element is MediaElement => 'src' in element);

interface Wanted {
  readonly project: Project;
  readonly elements: readonly MediaElement[];
  readonly files: readonly SmallFile[];
}

async function fetchAll(
  { project, elements, files }: Wanted,
  media: MediaSession,
  context: PlanContext,
): Promise<FetchedSource[]> {
  const addressed = firstPerKey(elements, ({ src }) => addressKey(src));
  const tasks: Task[] = [
    ...addressed.map(({ src, pointer }) => mediaTask(src, pointer, media, context)),
    ...files.map((file) => bytesTask(file, media, context)),
  ];
  const results = await runConcurrently(tasks, LIMITS, context.signal, (done) =>
    context.onProgress('fetch', done / tasks.length),
  );
  const byAddress = new Map(addressed.map(({ src }, index) => [addressKey(src), results[index]]));
  const spoken = new Set(
    elements.filter((element) => isListenedTo(element, project)).map(sourceKey),
  );
  // Elements may use different audio tracks of the same file.
  return firstPerKey(elements, sourceKey).map((element) => ({
    key: sourceKey(element),
    src: element.src,
    pointer: element.pointer,
    source: { ...byAddress.get(addressKey(element.src))!, audioTrack: audioTrackOf(element) },
    hasSpeech: spoken.has(sourceKey(element)),
  }));
}

/** Whether the captions need the words of an element, and only its sound, as it is in the source, has their times. */
function isListenedTo(element: MediaElement, { subtitles }: Project): boolean {
  return (
    element.type === 'audio' &&
    element.speech &&
    element.speed === 1 &&
    element.words === null &&
    subtitles !== null &&
    subtitles.words === null
  );
}

type Task = RemoteTask<StoredSource | null>;

function mediaTask(src: string, pointer: string, media: MediaSession, context: PlanContext): Task {
  const { localSources, fetchAsset, workDir } = context;
  return {
    host: hostOf(src),
    run: (signal, settled) =>
      media.acquire(src, {
        pointer,
        localSources,
        fetchAsset,
        workDir,
        signal,
        onAnswer: settled,
        onRetry: settled,
      }),
  };
}

interface SmallFile {
  readonly src: string;
  readonly pointer: string;
  readonly maxBytes: number;
}

function bytesTask({ src, ...file }: SmallFile, media: MediaSession, context: PlanContext): Task {
  const { localSources, fetchAsset, workDir } = context;
  return {
    host: hostOf(src),
    run: async (signal, settled) => {
      const hooks = { onAnswer: settled, onRetry: settled };
      await media.acquireBytes(src, {
        ...file,
        localSources,
        fetchAsset,
        workDir,
        signal,
        ...hooks,
      });
      return null;
    },
  };
}

/** The caption file, the fonts, and the lookup tables that are at an address. */
function smallFiles(project: Project): SmallFile[] {
  const { subtitles } = project;
  const { captions, settings, pointer = '' } = subtitles ?? {};
  const files: SmallFile[] = [];
  if (captions && 'src' in captions) {
    const { src } = captions;
    files.push({ src, pointer: `${pointer}/captions`, maxBytes: maxCaptionBytes(src) });
  }
  if (settings && settings.fontUrl !== null) {
    const src = settings.fontUrl;
    files.push({ src, pointer: `${pointer}/settings/font-url`, maxBytes: MAX_FONT_BYTES });
  }
  const fonts = textFontsOf(project).map((use) => ({ ...use, maxBytes: MAX_FONT_BYTES }));
  const luts = firstPerKey(lutsOf(project), ({ src }) => addressKey(src)).map((use) => ({
    ...use,
    maxBytes: MAX_LUT_BYTES,
  }));
  return [...files, ...fonts, ...luts];
}

/** An empty string for local files. */
function hostOf(src: string): string {
  return /^https?:/i.test(src) && URL.canParse(src) ? new URL(src).host : '';
}

/** The first item of each key, in the original order. */
function firstPerKey<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return !seen.has(key) && seen.add(key);
  });
}
