import { open, type FileHandle } from 'node:fs/promises';
import { layOutMp4 } from '../../../core/mp4/lay-out-mp4.js';
import { LONGEST_BOX_HEADER, readBoxHeader } from '../../../core/mp4/read-boxes.js';
import { readSoundTrack, type Mp4SoundTrack } from '../../../core/mp4/sound-track.js';
import type { TrackSample, VideoTrack } from '../../../core/mp4/video-track.js';
import type { RenderPlan } from '../../../core/render/segment/types.js';
import { type FilePart, readParts } from '../../files/file-parts.js';
import { ParameterSetList } from '../segments/parameter-set-list.js';
import { readSegmentFile } from '../segments/segment-file.js';

/** Samples of a track, and their position. */
interface StoredTrack<Track> {
  readonly track: Track;
  readonly parts: readonly FilePart[];
}

/**
 * Joins segments and the encoded sound to one MP4 file, sample by sample. Nothing is encoded again, every
 * frame gets the time of its number, and each byte is written once.
 *
 * @param output path of a file that does not exist yet
 * @throws Error if a segment is damaged, or was encoded with different parameter sets with the same ID
 */
export async function writeMp4(
  plan: Pick<RenderPlan, 'width' | 'height' | 'fps'>,
  segmentPaths: readonly string[],
  soundPath: string,
  { output, signal }: { readonly output: string; readonly signal: AbortSignal },
): Promise<void> {
  const video = await joinSegments(plan, segmentPaths);
  const sound = await readSound(soundPath);
  const { head, pieces } = layOutMp4(video.track, sound.track);
  const readers = { video: readParts(video.parts), sound: readParts(sound.parts) };
  const file = await open(output, 'wx');
  try {
    // Not `write`, which succeeds after a partial write if the disk becomes full.
    await file.writeFile(head);
    for (const { track, bytes } of pieces) {
      signal.throwIfAborted();
      await readers[track].copy(bytes, file);
    }
  } finally {
    await Promise.all([file.close(), readers.video.close(), readers.sound.close()]);
  }
}

async function joinSegments(
  { width, height, fps }: Pick<RenderPlan, 'width' | 'height' | 'fps'>,
  paths: readonly string[],
): Promise<StoredTrack<VideoTrack>> {
  const samples: TrackSample[] = [];
  const sets = new ParameterSetList();
  const parts: FilePart[] = [];
  for (const path of paths) {
    const header = await readSegmentFile(path, { verify: false });
    if (header === null) throw new Error('a segment is damaged');
    const first = samples.length;
    for (const sample of header.samples) {
      samples.push({ ...sample, frame: first + sample.frame });
    }
    if (!sets.add(header)) throw new Error('segments disagree about a parameter set');
    parts.push({ path, offset: header.payloadOffset, bytes: header.payloadBytes });
  }
  return { track: { width, height, fps, sps: sets.sps, pps: sets.pps, samples }, parts };
}

/** Reads the track of a sound file, and where its samples are. */
export async function readSound(path: string): Promise<StoredTrack<Mp4SoundTrack>> {
  const file = await open(path);
  try {
    const track = readSoundTrack(await readMovieBox(file));
    const bytes = track.sizes.reduce((sum, size) => sum + size, 0);
    return { track, parts: [{ path, offset: track.payloadOffset, bytes }] };
  } finally {
    await file.close();
  }
}

/** The content of the file's `moov` box. */
async function readMovieBox(file: FileHandle): Promise<Uint8Array> {
  const { size } = await file.stat();
  for (let at = 0; at < size;) {
    const start = Buffer.alloc(Math.min(LONGEST_BOX_HEADER, size - at));
    await file.read(start, 0, start.length, at);
    const { type, headerBytes, bytes } = readBoxHeader(start);
    const end = at + (bytes ?? size - at);
    if (type === 'moov') {
      const content = Buffer.alloc(end - at - headerBytes);
      await file.read(content, 0, content.length, at + headerBytes);
      return content;
    }
    at = end;
  }
  throw new Error('the sound has no moov');
}
