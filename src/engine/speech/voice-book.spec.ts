import type { VoiceRequest } from '../../core/project/types/index.js';
import type { SpeechEngine } from './engines/speech-engine.js';
import { readVoicesFile } from './read-voices-file.js';
import { VoiceBook, VoiceUnavailable } from './voice-book.js';

const engine = (name: string, kind: string, more: object = {}) =>
  ({
    name,
    kind,
    model: 'm1',
    models: [],
    voice: 'first',
    problem: null,
    ...more,
  }) as unknown as SpeechEngine;
const named = (name: string, on: string, voice: string) => {
  return { name, engine: on, voice, model: null, language: null };
};
const request = (more: Partial<VoiceRequest> = {}): VoiceRequest => ({
  ...{ script: 'Hello.', voice: null, language: null, provider: null, model: null },
  ...{ connection: null, speed: 1, pitch: 0 },
  ...more,
});

const book = new VoiceBook(
  [engine('kokoro', 'openai', { models: ['m2'] }), engine('Eleven', 'elevenlabs')],
  [
    named('narrator', 'kokoro', 'af_bella'),
    named('en-*', 'kokoro', 'af_heart'),
    named('en-gb-*', 'kokoro', 'bf_emma'),
  ],
  'narrator',
);
const chosen = (more: Partial<VoiceRequest>, from = book) => {
  const { engine: who, voice, model } = from.choose(request(more));
  return [who.name, voice, model];
};

describe('VoiceBook', () => {
  it.each<[string, Partial<VoiceRequest>, unknown[]]>([
    ['the voice of the operator', {}, ['kokoro', 'af_bella', 'm1']],
    [
      'a named voice',
      { voice: ' Narrator ', provider: 'elevenlabs' },
      ['kokoro', 'af_bella', 'm1'],
    ],
    [
      'the engine of a connection',
      { connection: 'eleven', voice: 'Narrator' },
      ['Eleven', 'Narrator', 'm1'],
    ],
    [
      'an engine by its kind',
      { provider: 'ElevenLabs', voice: 'Rachel' },
      ['Eleven', 'Rachel', 'm1'],
    ],
    [
      'the longest pattern',
      { voice: 'en-GB-SoniaNeural', provider: 'azure' },
      ['kokoro', 'bf_emma', 'm1'],
    ],
    ['a pattern', { voice: 'en-US-JennyNeural' }, ['kokoro', 'af_heart', 'm1']],
    ['the first engine', { voice: 'af_sky' }, ['kokoro', 'af_sky', 'm1']],
    ['an allowed model', { voice: 'af_sky', model: 'm2' }, ['kokoro', 'af_sky', 'm2']],
  ])('chooses %s', (_what, more, expected) => {
    expect(chosen(more)).toEqual(expected);
  });

  it('has no voice of an unknown engine, or of one that cannot be used', () => {
    expect(() => chosen({ provider: 'polly', voice: 'Joanna' })).toThrow(VoiceUnavailable);
    const broken = new VoiceBook([engine('own', 'local', { problem: 'It is not installed.' })]);
    expect(() => chosen({}, broken)).toThrow('It is not installed. Without it,');
    expect(() => chosen({}, new VoiceBook([]))).toThrow('No voice engine is configured.');
  });
});

describe('readVoicesFile', () => {
  const issues = (file: unknown, known: string[] = []) => {
    const read = readVoicesFile(typeof file === 'string' ? file : JSON.stringify(file), known);
    return read.ok ? [] : read.issues.map(({ pointer, message }) => `${pointer} ${message}`);
  };

  it('fills in what engines of each type need', () => {
    const read = readVoicesFile(
      JSON.stringify({
        engines: [
          { name: 'a', type: 'openai', url: 'http://127.0.0.1:8880/v1/' },
          { name: 'b', type: 'elevenlabs', 'api-key': 'k' },
          { name: 'c', type: 'azure', region: 'westeurope', 'api-key': 'k' },
          { name: 'd', type: 'local', model: '/models/kokoro' },
        ],
        voices: { 'En-*': { engine: 'a', voice: 'x' }, z: { engine: 'default' } },
      }),
      ['default'],
    );
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.content.engines).toMatchObject([
      { url: 'http://127.0.0.1:8880/v1', format: 'wav' },
      { url: 'https://api.elevenlabs.io', format: 'mp3_44100_128' },
      { url: 'https://westeurope.tts.speech.microsoft.com' },
      { model: '/models/kokoro' },
    ]);
    expect(read.content.voices.map(({ name }) => name)).toEqual(['en-*', 'z']);
  });

  it('finds all mistakes, without the values', () => {
    expect(issues('{')).toEqual([' The file is not valid JSON.']);
    const found = issues({
      engines: [
        { name: 'a', type: 'openai', url: 'http://me:secret@host' },
        { name: 'a', type: 'elevenlabs', 'api-key': 'secret key' },
        { name: 'c', type: 'azure', 'api-key': 'k' },
        { name: 'd', type: 'polly' },
      ],
      voices: { 'x/y': { engine: 'q' } },
    });
    expect(found.map((line) => line.split(' ')[0])).toEqual([
      ...['/engines/0/url', '/engines/1/api-key', '/engines/2', '/engines/3/type'],
      ...['/engines/1/name', '/voices/x~1y/engine'],
    ]);
    expect(JSON.stringify(found)).not.toContain('secret');
    expect(
      issues({ engines: [{ name: 'default', type: 'local', model: 'x' }] }, ['default']),
    ).toEqual(['/engines/0/name Another engine has this name.']);
  });
});
