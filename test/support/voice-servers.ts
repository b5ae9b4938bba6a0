import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { STATIC_FFMPEG } from './decode.js';

const run = promisify(execFile);
const SCRIPTS = new URL('../media/scripts/', import.meta.url);

/** A recorded sentence, in seconds of its recording. */
interface Recorded {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly { readonly w: string; readonly start: number | null }[];
}

/** What a server was asked. */
export interface VoiceRequestSeen {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly voice: string;
  readonly model: string | null;
  readonly speed: number;
  readonly body: string;
}

/** Answers instead of the server. Return false to let it answer. */
export type Fault = (response: ServerResponse, sound: Buffer) => boolean | void;

/** Sentences of `english-espeak.json`, which the servers can speak. */
export const SENTENCES = [
  'Last year we sold about 1,250 chairs and that was a record for the shop.',
  'The company made $1.5 million in the first month of spring.',
  'The train leaves at 12:00 and nobody wants to miss it.',
  'My father worked for AT&T until he was quite an old man.',
] as const;

const OPENAI_FORMATS: Readonly<Record<string, readonly [type: string, ...args: string[]]>> = {
  wav: ['audio/wav', '-c:a', 'pcm_s16le', '-f', 'wav'],
  mp3: ['audio/mpeg', '-c:a', 'libmp3lame', '-f', 'mp3'],
  opus: ['audio/ogg', '-c:a', 'libopus', '-f', 'ogg'],
  flac: ['audio/flac', '-c:a', 'flac', '-f', 'flac'],
  aac: ['audio/aac', '-c:a', 'aac', '-f', 'adts'],
};

export const OPENAI_KEY = 'sk-openai-secret';
export const ELEVENLABS_KEY = 'xi-elevenlabs-secret';
export const AZURE_KEY = 'azure-secret';

/**
 * A loopback server with the endpoints of OpenAI, ElevenLabs, and Azure. It speaks with recordings of the same sentences,
 * and refuses what the real endpoints refuse.
 */
export class VoiceServer {
  readonly seen: VoiceRequestSeen[] = [];
  /** Used up one by one. */
  faults: Fault[] = [];
  /** Whether it speaks another sentence instead of one that nobody has recorded. */
  speaksAnything = false;
  /** Whether ElevenLabs tells times. */
  isTimed = true;
  private readonly bank = new Map<string, Recorded>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<VoiceServer> {
    const server = createServer();
    const voices = new VoiceServer(server);
    for (const name of ['english-espeak', 'french-espeak']) await voices.load(name);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      voices.answer(request, response).catch((error: Error) => {
        response.writeHead(500).end(error.message);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return voices;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The texts that were spoken, in order. */
  get texts(): string[] {
    return this.seen.map(({ text }) => text);
  }

  reset(): void {
    this.seen.length = 0;
    this.faults = [];
    this.isTimed = true;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The sound of a recorded sentence. */
  async sound(text: string, args: readonly string[], speed = 1): Promise<Buffer> {
    const { file, start, end } = this.recorded(text);
    const cut = ['-ss', String(start), '-to', String(end), '-i', file];
    const { stdout } = await run(
      STATIC_FFMPEG,
      ['-v', 'error', ...cut, '-af', `atempo=${speed}`, '-ac', '1', '-ar', '24000', ...args, '-'],
      { encoding: 'buffer', maxBuffer: 64 << 20 },
    );
    return stdout;
  }

  private async load(name: string): Promise<void> {
    const file = fileURLToPath(new URL(`${name}.ogg`, SCRIPTS));
    const text = await readFile(new URL(`${name}.json`, SCRIPTS), 'utf8');
    for (const sentence of JSON.parse(text) as (Recorded & { script: string })[]) {
      this.bank.set(sentence.script, { ...sentence, file });
    }
  }

  private recorded(text: string): Recorded {
    const found = this.bank.get(text);
    if (found) return found;
    if (!this.speaksAnything) throw new Error(`Nobody has recorded ${JSON.stringify(text)}.`);
    const distance = ([one]: readonly [string, Recorded]) => Math.abs(one.length - text.length);
    return [...this.bank].sort((a, b) => distance(a) - distance(b))[0]![1];
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const path = request.url ?? '';
    if (path === '/v1/audio/speech') return this.openai(request, body, response);
    if (path.startsWith('/v1/text-to-speech/')) return this.elevenlabs(request, body, response);
    if (path === '/cognitiveservices/v1') return this.azure(request, body, response);
    return response.writeHead(404).end();
  }

  private see(
    request: IncomingMessage,
    body: string,
    what: Omit<VoiceRequestSeen, 'path' | 'headers' | 'body'>,
  ) {
    this.seen.push({ path: request.url ?? '', headers: request.headers, body, ...what });
  }

  /** Sends the answer, or what a fault sends instead. */
  private send(response: ServerResponse, type: string, content: Buffer): void {
    const fault = this.faults.shift();
    if (fault && fault(response, content) !== false) return;
    response.writeHead(200, { 'content-type': type }).end(content);
  }

  private async openai(request: IncomingMessage, body: string, response: ServerResponse) {
    const { model, input, voice, response_format: format = 'mp3', speed = 1 } = JSON.parse(body);
    this.see(request, body, { text: input, voice, model, speed });
    if (request.headers.authorization !== `Bearer ${OPENAI_KEY}`) {
      const error = { message: `Incorrect API key provided: ${request.headers.authorization}` };
      return response
        .writeHead(401, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error }));
    }
    if (voice === 'nobody' || !(speed >= 0.25 && speed <= 4) || !(format in OPENAI_FORMATS)) {
      const error = { message: 'Invalid value' };
      return response
        .writeHead(400, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error }));
    }
    const [type, ...args] = OPENAI_FORMATS[format]!;
    const sound = await this.sound(input, args, speed);
    // Like the real one, it streams, so that the header has no length.
    if (format === 'wav') sound.writeUInt32LE(0xffffffff, sound.indexOf('data') + 4);
    return this.send(response, type, sound);
  }

  private async elevenlabs(request: IncomingMessage, body: string, response: ServerResponse) {
    const { text, model_id: model, voice_settings: settings = {} } = JSON.parse(body);
    const voice = /^\/v1\/text-to-speech\/([^/]+)\/with-timestamps/.exec(request.url ?? '')?.[1];
    const speed = settings.speed ?? 1;
    this.see(request, body, { text, voice: voice ?? '', model, speed });
    const refuse = (status: number, code: string) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ detail: { status: code, message: code } }));
    if (request.headers['xi-api-key'] !== ELEVENLABS_KEY) return refuse(401, 'invalid_api_key');
    if (voice === undefined || voice.length !== 20) return refuse(404, 'voice_not_found');
    if (!(speed >= 0.7 && speed <= 1.2)) return refuse(400, 'invalid_voice_settings');
    const sound = await this.sound(text, OPENAI_FORMATS['mp3']!.slice(1), speed);
    const alignment = this.isTimed ? this.alignmentOf(text, speed) : null;
    const answer = {
      audio_base64: sound.toString('base64'),
      alignment,
      normalized_alignment: null,
    };
    return this.send(response, 'application/json', Buffer.from(JSON.stringify(answer)));
  }

  /** The true times of the words, with their characters spread evenly. */
  private alignmentOf(text: string, speed: number) {
    const { words, start, end } = this.recorded(text);
    const starts: number[] = [];
    const ends: number[] = [];
    const known = words.map(({ start: at }, index) => at ?? words[index - 1]?.start ?? start);
    let index = 0;
    for (const [at, word] of words.entries()) {
      const from = (known[at]! - start) / speed;
      const to = ((known[at + 1] ?? end) - start) / speed;
      const length = word.w.length + (at + 1 < words.length ? 1 : 0);
      for (let one = 0; one < length; one++, index++) {
        starts.push(from + ((to - from) * one) / length);
        ends.push(from + ((to - from) * (one + 1)) / length);
      }
    }
    return {
      characters: Array.from(text),
      character_start_times_seconds: starts,
      character_end_times_seconds: ends,
    };
  }

  private async azure(request: IncomingMessage, body: string, response: ServerResponse) {
    const voice = /<voice name="([^"]+)">/.exec(body)?.[1] ?? '';
    const content = /<voice [^>]*>(?:<prosody [^>]*>)?([^<]*)/.exec(body)?.[1] ?? '';
    const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
    const text = content.replace(/&\w+;/g, (entity) => entities[entity as keyof typeof entities]);
    const rate = Number(/rate="([+-]\d+)%"/.exec(body)?.[1] ?? 0);
    this.see(request, body, { text, voice, model: null, speed: 1 + rate / 100 });
    if (request.headers['ocp-apim-subscription-key'] !== AZURE_KEY)
      return response.writeHead(401).end();
    const isValid = /^<speak version="1.0"[^>]* xml:lang="[^"]+"><voice/.test(body);
    // Azure tells no reason.
    if (!isValid || !/^[a-z]{2}-[A-Z]{2}-\w+Neural$/.test(voice) || /&(?!\w+;)/.test(body)) {
      return response.writeHead(400).end();
    }
    const sound = await this.sound(text, OPENAI_FORMATS['wav']!.slice(1), 1 + rate / 100);
    return this.send(response, 'audio/x-wav', sound);
  }
}

/** Faults of endpoints. */
export const FAULTS = {
  status:
    (status: number, headers: Record<string, string> = {}, body = ''): Fault =>
    (response) => {
      response.writeHead(status, headers).end(body);
    },
  /** Ends the connection in the middle of the answer. */
  cut: ((response, sound) => {
    response.writeHead(200, { 'content-length': sound.length });
    response.write(sound.subarray(0, sound.length / 2), () => response.destroy());
  }) as Fault,
  never: (() => {}) as Fault,
  content:
    (type: string, content: Buffer): Fault =>
    (response) => {
      response.writeHead(200, { 'content-type': type }).end(content);
    },
} as const;
