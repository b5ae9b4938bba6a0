import { audioTrackOf, sourceKey } from '../../core/sources/source-key.js';
import type { Project } from '../../core/project/types/index.js';
import { addressKey, type MediaSession } from '../../engine/media/store/media-session.js';
import { type StoredSource } from '../../engine/media/formats/stored-source.js';
import { largestCaptions } from './fetch-captions.js';
import { LARGEST_FONT_BYTES } from './fetch-font.js';
import type { RenderContext } from '../render-context.js';
import { type RemoteTask, runConcurrently } from '../../engine/concurrency/run-concurrently.js';

/** Few enough that a job holds up no other, and no host is asked by more than a browser would. */
const LIMITS = { atOnce: 6, perHost: 4 };

export interface FetchedSource {
  /** As `sourceKey` makes it. */
  readonly key: string;
  /** The first element that names it. */
  readonly pointer: string;
  readonly source: StoredSource;
}

type Context = Omit<RenderContext, 'outputDir'>;

/**
 * Fetches all that a project names by address, side by side: sources, and its caption file and font,
 * which the session keeps. Each is fetched once, however many elements name it.
 *
 * @throws JobFailure of the first in the order of the project that cannot be had
 */
export async function fetchSources(
  project: Project,
  media: MediaSession,
  context: Context,
): Promise<FetchedSource[]> {
  const named = [...project.scenes.flatMap((scene) => scene.elements), ...project.elements].filter(
    (element) => 'src' in element,
  );
  const wanted = firstOf(named, ({ src }) => addressKey(src));
  const tasks: Task[] = [
    ...wanted.map(({ src, pointer }) => mediaTask(src, pointer, media, context)),
    ...smallFiles(project).map((file) => bytesTask(file, media, context)),
  ];
  const results = await runConcurrently(tasks, LIMITS, context.signal, (done) =>
    context.onProgress('fetch', done / tasks.length),
  );
  const found = new Map(wanted.map(({ src }, index) => [addressKey(src), results[index]]));
  // One address may be wanted with several of its tracks.
  return firstOf(named, sourceKey).map((element) => ({
    key: sourceKey(element),
    pointer: element.pointer,
    source: { ...found.get(addressKey(element.src))!, audioTrack: audioTrackOf(element) },
  }));
}

type Task = RemoteTask<StoredSource | null>;

function mediaTask(src: string, pointer: string, media: MediaSession, context: Context): Task {
  const { localSources, workDir } = context;
  return {
    host: hostOf(src),
    run: (signal, settled) =>
      media.acquire(src, {
        pointer,
        localSources,
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

function bytesTask({ src, ...file }: SmallFile, media: MediaSession, context: Context): Task {
  const { localSources, workDir } = context;
  return {
    host: hostOf(src),
    run: async (signal, settled) => {
      const hooks = { onAnswer: settled, onRetry: settled };
      await media.acquireBytes(src, { ...file, localSources, workDir, signal, ...hooks });
      return null;
    },
  };
}

/** The caption file and the font, where they are named by address. */
function smallFiles({ subtitles }: Project): SmallFile[] {
  const { captions, settings, pointer = '' } = subtitles ?? {};
  const files: SmallFile[] = [];
  if (captions && 'src' in captions) {
    const { src } = captions;
    files.push({ src, pointer: `${pointer}/captions`, maxBytes: largestCaptions(src) });
  }
  if (settings && settings.fontUrl !== null) {
    const src = settings.fontUrl;
    files.push({ src, pointer: `${pointer}/settings/font-url`, maxBytes: LARGEST_FONT_BYTES });
  }
  return files;
}

/** Empty for files of this machine. */
function hostOf(src: string): string {
  return /^https?:/i.test(src) && URL.canParse(src) ? new URL(src).host : '';
}

/** The first item of each key, in their order. */
function firstOf<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    return !seen.has(key) && seen.add(key);
  });
}

/** Items one after another, each with the part that is done when it is. */
export function* inOrder<T>(items: readonly T[]): Generator<{ item: T; fraction: number }> {
  for (const [index, item] of items.entries()) yield { item, fraction: (index + 1) / items.length };
}
