import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { STATIC_FFMPEG } from './decode.js';
import { Picture } from './draw-frames.js';
import type { FieldError } from '../../src/http/errors/api-error.js';
import type { TimelineDto } from '../../src/previews/previews.dto.js';
import type { ValidationDto } from '../../src/previews/validation.dto.js';
import { ADMIN_KEY, type Answer, type TestService } from './service.js';

const run = promisify(execFile);

/** What the decoder says about single pictures, whatever made them. */
const HARMLESS = /EOI missing|deprecated pixel format|Multiple ff_thread_finish_setup|-vsync is/;

/** A response with the fields that tests read. A refusal has no `data`, and an answer has no `code`. */
export interface PreviewAnswer {
  readonly status: number;
  readonly code: string;
  readonly details: string;
  readonly errors: readonly FieldError[];
  readonly job_id: string;
  readonly data: TimelineDto & ValidationDto;
}

/** A response that is not JSON. */
export interface BinaryAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** A media file that tests decode. */
export class MediaFile {
  private constructor(
    private readonly folder: string,
    readonly path: string,
  ) {}

  static async of(bytes: Buffer): Promise<MediaFile> {
    const folder = await mkdtemp(join(tmpdir(), 'videocraft-media-'));
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return new MediaFile(folder, path);
  }

  /** Its pictures as RGB. Fails if the decoder reports anything. */
  async pictures(width: number, height: number): Promise<Picture[]> {
    // The matrix is that of the file: HDTV for videos, and what each picture format says.
    const scale = `scale=${width}:${height}:flags=lanczos:in_color_matrix=auto`;
    const samples = await this.decode(['-map', '0:v:0', '-vf', scale], ['-pix_fmt', 'rgb24']);
    const size = width * height * 3;
    return Array.from(
      { length: samples.length / size },
      (_, at) => new Picture(width, height, samples.subarray(at * size, (at + 1) * size)),
    );
  }

  /** Its sound as mono samples at 48 kHz, from -1 to 1, without the time before its first sample. */
  async sound(): Promise<Float32Array> {
    const samples = await this.decode(
      ['-map', '0:a:0'],
      ['-ac', '1', '-ar', '48000', '-f', 'f32le'],
    );
    return new Float32Array(samples.buffer, samples.byteOffset, samples.length / 4).slice();
  }

  /** The times of its packets in seconds, in the order of the file. */
  async times(stream: 'v' | 'a'): Promise<number[]> {
    const { stdout } = await run('ffprobe', [
      ...['-v', 'error', '-select_streams', `${stream}:0`],
      ...['-show_entries', 'packet=pts_time', '-of', 'csv=p=0', this.path],
    ]);
    return stdout
      .split('\n')
      .flatMap((line) => /^[\d.]+/.exec(line)?.[0] ?? [])
      .map(Number);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private async decode(filters: string[], format: string[]): Promise<Buffer> {
    const strict = ['-v', 'warning', '-xerror', '-err_detect', 'explode'];
    const raw = format.includes('-f') ? format : [...format, '-f', 'rawvideo'];
    const { stdout, stderr } = await run(
      STATIC_FFMPEG,
      [...strict, '-i', this.path, ...filters, '-vsync', 'passthrough', ...raw, '-'],
      { encoding: 'buffer', maxBuffer: 2 ** 30 },
    );
    const warnings = stderr
      .toString()
      .split('\n')
      .filter((line) => !HARMLESS.test(line))
      .join('\n');
    if (warnings.trim() !== '') throw new Error(`decoding warned: ${warnings}`);
    return stdout;
  }
}

/** The mean absolute difference of all samples, of 255. */
export function meanDifference(a: Picture, b: Picture): number {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  let sum = 0;
  for (let at = 0; at < a.samples.length; at++) sum += Math.abs(a.samples[at]! - b.samples[at]!);
  return sum / a.samples.length;
}

/** What tests ask of the previews of a service. */
export class PreviewRequests {
  private token: string | null = null;

  constructor(private readonly service: Pick<TestService, 'url'>) {}

  async post(
    path: string,
    body: unknown,
    { key = ADMIN_KEY, signal }: { key?: string; signal?: AbortSignal } = {},
  ): Promise<Response> {
    const base = `${this.service.url}/api/v1`;
    this.token ??= (
      (await (await fetch(`${base}/csrf-token`)).json()) as { csrf_token: string }
    ).csrf_token;
    return fetch(`${base}/videos/${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        'X-CSRF-Token': this.token,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });
  }

  /** The answer as JSON, with its status. */
  async json(path: string, body: unknown, key?: string): Promise<PreviewAnswer> {
    const response = await this.post(path, body, key === undefined ? {} : { key });
    return {
      status: response.status,
      ...((await response.json()) as Omit<PreviewAnswer, 'status'>),
    };
  }

  async bytes(path: string, body: unknown, key?: string): Promise<BinaryAnswer> {
    const response = await this.post(path, body, key === undefined ? {} : { key });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${bytes.toString()}`);
    return { status: response.status, headers: response.headers, bytes };
  }

  /** A still as pixels, in a size. */
  async still(query: string, body: unknown, width: number, height: number): Promise<Picture> {
    const file = await MediaFile.of((await this.bytes(`still?${query}`, body)).bytes);
    try {
      return (await file.pictures(width, height))[0]!;
    } finally {
      await file.remove();
    }
  }

  async draft(query: string, body: unknown): Promise<MediaFile & { readonly headers: Headers }> {
    const { bytes, headers } = await this.bytes(`draft?${query}`, body);
    return Object.assign(await MediaFile.of(bytes), { headers });
  }
}

/** Renders a video by a job, and returns its file and the status of the job. */
export async function renderByJob(
  service: TestService,
  body: unknown,
): Promise<{
  readonly video: MediaFile;
  readonly id: string;
  readonly job: Answer['json']['data'];
}> {
  const created = await service.change('POST', '/videos', { body });
  expect([created.status, created.text]).toEqual([202, expect.anything()]);
  const id = created.json['job_id'] as string;
  for (;;) {
    const { json } = await service.call(`/videos/${id}`);
    const status = json.data['status'];
    if (status === 'failed') throw new Error((await service.call(`/jobs/${id}`)).text);
    if (status === 'completed') {
      const response = await fetch(`${service.url}/api/v1/videos/${id}/download`, {
        headers: { Authorization: `Bearer ${ADMIN_KEY}` },
      });
      const video = await MediaFile.of(Buffer.from(await response.arrayBuffer()));
      return { video, id, job: json.data };
    }
    await delay(200);
  }
}
