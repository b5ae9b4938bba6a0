// cspell:words rtsp lavfi testsrc mple drawtext
import { type RawAnswer, sendUnchanged } from '../support/raw-request.js';
import { ADMIN_KEY, startTestService, type TestService } from '../support/service.js';

/** No answer to a config is longer, whatever the config names and repeats. */
const MAX_ANSWER_BYTES = 512 * 1024;
const MIB = 1024 * 1024;

let service: TestService;
let token: string;

beforeAll(async () => {
  service = await startTestService();
  token = String((await service.call('/csrf-token')).json['csrf_token']);
}, 120_000);

afterAll(async () => {
  const [{ jobs }] = await service.dataSource.query<[{ jobs: string }]>(
    'SELECT count(*) AS jobs FROM jobs',
  );
  await service.close();
  // What is refused leaves nothing behind.
  expect(jobs).toBe('0');
}, 60_000);

function post(body: string | Buffer, type = 'application/json', path = '/videos') {
  const headers = {
    authorization: `Bearer ${ADMIN_KEY}`,
    'x-csrf-token': token,
    'content-type': type,
  };
  return sendUnchanged(service.url, { method: 'POST', path: `/api/v1${path}`, headers, body });
}

const json = ({ text }: RawAnswer) =>
  JSON.parse(text) as {
    code: string;
    details: string;
    errors?: { pointer: string; message: string }[];
  };

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const scene = (...elements: unknown[]) => ({ scenes: [{ duration: 5, elements }] });
const at = '/scenes/0/elements/0';
const src = 'https://example.com/a.mp4';
const one = (type: string, more: object) => scene({ type, ...more });
const image = (more: object) => one('image', { src, ...more });
const video = (more: object) => one('video', { src, ...more });
const text = (settings: object, more: object = {}) => one('text', { text: 'a', settings, ...more });
const words = [{ word: 'a', start: 0, end: 1 }];
const captions = (settings: object, more: object = {}) => ({
  ...scene(),
  elements: [{ type: 'subtitles', words, settings, ...more }],
});

describe('a body that is no JSON of ours', () => {
  const valid = JSON.stringify(scene());

  it.each<[string, string | Buffer, number, string, string]>([
    ['1 MiB and a byte', ' '.repeat(MIB + 1), 413, 'PAYLOAD_TOO_LARGE', '1048576'],
    ['nothing', '', 400, 'VALIDATION_ERROR', ''],
    ['1 MiB of spaces', ' '.repeat(MIB), 400, 'VALIDATION_ERROR', ''],
    ['10,000 lists', '['.repeat(10_000) + ']'.repeat(10_000), 400, 'VALIDATION_ERROR', '64 levels'],
    ['100,000 open objects', '{"a":'.repeat(100_000), 400, 'VALIDATION_ERROR', '64 levels'],
    ['65 levels', '['.repeat(65) + ']'.repeat(65), 400, 'VALIDATION_ERROR', '64 levels'],
    [
      '__proto__',
      '{"__proto__":{"a":1},"scenes":[]}',
      400,
      'VALIDATION_ERROR',
      'A name in this object is not allowed.',
    ],
    [
      '__proto__ in escapes',
      '{"__pr\\u006fto__":{"a":1}}',
      400,
      'VALIDATION_ERROR',
      'A name in this object is not allowed.',
    ],
    [
      '__proto__ in an element',
      '{"scenes":[{"__proto__":1}]}',
      400,
      'VALIDATION_ERROR',
      'A name in this object is not allowed.',
    ],
    ['a name twice', '{"scenes":[],"scenes":[]}', 400, 'VALIDATION_ERROR', 'occurs twice'],
    [
      'a name twice, once in escapes',
      '{"a":1,"\\u0061":2}',
      400,
      'VALIDATION_ERROR',
      'occurs twice',
    ],
    ['1e999', '{"scenes":[{"duration":1e999}]}', 400, 'VALIDATION_ERROR', '/scenes/0/duration'],
    ['-1e999', '{"width":-1e999}', 400, 'VALIDATION_ERROR', '/width'],
    [
      '50,000 times 1e999',
      `[${'1e999,'.repeat(50_000)}1]`,
      400,
      'VALIDATION_ERROR',
      'The number is too large.',
    ],
    ['NaN', '{"width":NaN}', 400, 'VALIDATION_ERROR', 'not valid JSON'],
    ['Infinity', '{"width":Infinity}', 400, 'VALIDATION_ERROR', 'not valid JSON'],
    ['a hexadecimal number', '{"width":0x40}', 400, 'VALIDATION_ERROR', 'not valid JSON'],
    ['a comment', '{/**/}', 400, 'VALIDATION_ERROR', 'not valid JSON'],
    ['a comma at the end', '{"width":64,}', 400, 'VALIDATION_ERROR', 'not valid JSON'],
    ['single quotes', "{'width':64}", 400, 'VALIDATION_ERROR', 'not valid JSON'],
    ['two values', `${valid}${valid}`, 400, 'VALIDATION_ERROR', 'not valid JSON'],
    ['half a value', valid.slice(0, -1), 400, 'VALIDATION_ERROR', 'not valid JSON'],
    ['a bare NUL in a text', '{"comment":"a\0"}', 400, 'VALIDATION_ERROR', 'not valid JSON'],
    ['NUL in a text', '{"comment":"a\\u0000"}', 400, 'VALIDATION_ERROR', '/comment'],
    ['NUL in a name', '{"a\\u0000":1}', 400, 'VALIDATION_ERROR', 'NUL'],
    ['a lone surrogate', '{"comment":"\\ud800"}', 400, 'VALIDATION_ERROR', '/comment'],
    ['a lone low surrogate', '{"comment":"a\\udc00b"}', 400, 'VALIDATION_ERROR', '/comment'],
    [
      'surrogates in the wrong order',
      '{"comment":"\\udc00\\ud800"}',
      400,
      'VALIDATION_ERROR',
      '/comment',
    ],
    [
      'bytes that are not UTF-8',
      Buffer.from('{"a":"\xff"}', 'latin1'),
      400,
      'VALIDATION_ERROR',
      'UTF-8',
    ],
    [
      'a surrogate in UTF-8',
      Buffer.from('{"a":"\xed\xa0\x80"}', 'latin1'),
      400,
      'VALIDATION_ERROR',
      'UTF-8',
    ],
    ['overlong UTF-8', Buffer.from('{"a":"\xc0\xaf"}', 'latin1'), 400, 'VALIDATION_ERROR', 'UTF-8'],
    ['UTF-16', Buffer.from(valid, 'utf16le'), 400, 'VALIDATION_ERROR', 'UTF-16'],
    ['null', 'null', 400, 'VALIDATION_ERROR', 'object'],
    ['a list', '[]', 400, 'VALIDATION_ERROR', 'object'],
    [
      'a number of 100,000 digits',
      `{"width":${'9'.repeat(100_000)}}`,
      400,
      'VALIDATION_ERROR',
      '/width',
    ],
  ])('%s', async (_, body, status, code, details) => {
    const answer = await post(body);
    expect([answer.status, json(answer).code]).toEqual([status, code]);
    expect(JSON.stringify([json(answer).details, json(answer).errors])).toContain(details);
    expect(answer.text.length).toBeLessThan(MAX_ANSWER_BYTES);
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });

  it.each([
    'text/plain',
    'text/json',
    'application/jsonp',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    'application/json, text/plain',
    'application/json; charset=utf-16',
    'application/json; charset=latin1',
    '*/*',
    'application/json\tx',
  ])('is not read as %j', async (type) => {
    const answer = await post(valid, type);
    expect([answer.status, json(answer).code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});

const size = 'an even number from 16 to 4096';
const seconds = 'a number of seconds from 0.001 to 14400';
const address = 'an http or https address without a user name, or "asset:" and the ID of an asset';
const sources = [
  'file:///etc/passwd',
  '/etc/passwd',
  '../../etc/passwd',
  'data:image/png;base64,AAAA',
  'ftp://example.com/a',
  'rtsp://example.com/a',
  'gopher://example.com/a',
  'javascript:alert(1)',
  'concat:a|b',
  'pipe:0',
  'lavfi:testsrc',
  'https://u:p@example.com/a',
  'https://u@example.com/a',
  'https://exa mple.com/a',
  'https://',
  'https://[::1',
  'https://example.com:99999/a',
  '//example.com/a',
  `https://example.com/${'a'.repeat(5_000)}`,
];

describe('a config', () => {
  it.each<[string, unknown, string, string]>([
    ['no width', { ...scene(), width: 0, height: 64 }, '/width', `${size}, but got 0.`],
    ['an odd width', { ...scene(), width: 63, height: 64 }, '/width', `${size}, but got 63.`],
    [
      'a huge width',
      { ...scene(), width: 1e9, height: 64 },
      '/width',
      `${size}, but got 1000000000.`,
    ],
    ['a negative width', { ...scene(), width: -64, height: 64 }, '/width', `${size}, but got -64.`],
    ['half a pixel', { ...scene(), width: 64.5, height: 64 }, '/width', `${size}, but got 64.5.`],
    [
      'a width in words',
      { ...scene(), width: '64px', height: 64 },
      '/width',
      `${size}, but got "64px".`,
    ],
    [
      'a width beyond integers',
      { ...scene(), width: 2 ** 53, height: 64 },
      '/width',
      'but got 9007199254740992.',
    ],
    [
      'a width just over the limit',
      { ...scene(), width: 4098, height: 64 },
      '/width',
      `${size}, but got 4098.`,
    ],
    ['an odd height', { ...scene(), width: 64, height: 65 }, '/height', `${size}, but got 65.`],
    [
      'a height of 1e308',
      { ...scene(), width: 64, height: 1e308 },
      '/height',
      `${size}, but got 1e+308.`,
    ],
    ['no height', { ...scene(), width: 64, height: null }, '/height', `${size}, but got null.`],
    [
      'a size of its own without one',
      { ...scene(), resolution: 'custom' },
      '/resolution',
      'requires "width" and "height"',
    ],
    [
      'a resolution of every object',
      { ...scene(), resolution: 'toString' },
      '/resolution',
      'but got "toString"',
    ],
    [
      'no frames',
      { ...scene(), fps: 0 },
      '/fps',
      'from 10 to 60, or one of 23.976, 29.97, 59.94, but got 0.',
    ],
    ['1,000 frames a second', { ...scene(), fps: 1000 }, '/fps', 'but got 1000.'],
    ['negative frames', { ...scene(), fps: -30 }, '/fps', 'but got -30.'],
    [
      'a scene of no length',
      { scenes: [{ duration: 0 }] },
      '/scenes/0/duration',
      `${seconds}, or -1`,
    ],
    [
      'a scene of 1e308 s',
      { scenes: [{ duration: 1e308 }] },
      '/scenes/0/duration',
      'but got 1e+308.',
    ],
    ['a scene of words', { scenes: [{ duration: '5 s' }] }, '/scenes/0/duration', 'but got "5 s".'],
    [
      'no scenes',
      { scenes: [] },
      '/scenes',
      'a list with 1 to 1000 items, but got a list (0 items).',
    ],
    [
      '10,000 scenes',
      { scenes: many(10_000, () => ({ duration: 1 })) },
      '/scenes',
      '1 to 1000 items, but got a list (10000 items).',
    ],
    [
      '1,001 scenes',
      { scenes: many(1_001, () => ({ duration: 1 })) },
      '/scenes',
      '1 to 1000 items, but got a list (1001 items).',
    ],
    ['scenes in an object', { scenes: { 0: {} } }, '/scenes', 'but got an object (1 entry).'],
    ['a scene that is null', { scenes: [null] }, '/scenes/0', 'to be an object, but got null.'],
    [
      '501 elements',
      scene(...many(501, () => 1)),
      '/scenes/0/elements',
      '0 to 500 items, but got a list (501 items).',
    ],
    [
      '11 outputs',
      { ...scene(), outputs: many(11, () => ({})) },
      '/outputs',
      '0 to 10 items, but got a list (11 items).',
    ],
    [
      'an ID twice',
      {
        scenes: [
          { id: 'a', duration: 1 },
          { id: 'a', duration: 1 },
        ],
      },
      '/scenes/1/id',
      'Another scene already has this ID.',
    ],
    [
      'an ID of 101 letters',
      { scenes: [{ id: 'a'.repeat(101), duration: 1 }] },
      '/scenes/0/id',
      'at most 100 characters',
    ],
    [
      'a comment of 2,001 letters',
      { ...scene(), comment: 'a'.repeat(2_001) },
      '/comment',
      '(2001 characters).',
    ],
    [
      '100 levels of client data',
      { ...scene(), 'client-data': nested(60) },
      '',
      'nested deeper than 32 levels',
    ],
    [
      'a name of every object',
      { ...scene(), constructor: 1 },
      '/constructor',
      'Unknown field "constructor"',
    ],
    ['toString', { ...scene(), toString: 1 }, '/toString', 'Unknown field "toString"'],
    ['a type of every object', one('constructor', {}), `${at}/type`, 'but got "constructor".'],
    ['a list as type', scene({ type: ['text'] }), `${at}/type`, 'but got a list (1 item).'],
    [
      'a text of 5,001 letters',
      text({}, { text: 'a'.repeat(5_001) }),
      `${at}/text`,
      'at most 5000 characters',
    ],
    ['a text of nothing', text({}, { text: '\u0007' }), `${at}/text`, 'no visible characters'],
    [
      'a font that is a path',
      text({ 'font-family': '../../a.ttf' }),
      `${at}/settings/font-family`,
      'is not installed. The nearest is Inter. Installed families:',
    ],
    [
      'a font file',
      captions({ 'font-url': 'file:///a.ttf' }),
      '/elements/0/settings/font-url',
      address,
    ],
    ['a huge font', text({ 'font-size': 1e9 }), `${at}/settings/font-size`, 'but got 1000000000.'],
    [
      'a color that is a filter',
      text({ 'font-color': 'red;drawtext' }),
      `${at}/settings/font-color`,
      'but got "red;drawtext".',
    ],
    [
      'a color that is an override',
      text({ 'font-color': '{\\fs400}' }),
      `${at}/settings/font-color`,
      'but got "{\\\\fs400}".',
    ],
    ['an image of no width', image({ width: 0 }), `${at}/width`, 'from 1 to 8192'],
    ['an image of a huge width', image({ width: 1e9 }), `${at}/width`, 'from 1 to 8192'],
    ['an image far away', image({ x: 1e308 }), `${at}/x`, 'from -8192 to 8192'],
    ['a huge zoom', image({ zoom: 1e9 }), `${at}/zoom`, 'from -10 to 10, but got 1000000000.'],
    ['opacity 2', image({ opacity: 2 }), `${at}/opacity`, 'from 0 to 1, but got 2.'],
    ['a layer far above', image({ 'z-index': 1e9 }), `${at}/z-index`, 'from -1000 to 1000'],
    [
      'a fade before the start',
      image({ 'fade-in': -1 }),
      `${at}/fade-in`,
      'from 0 to 14400, but got -1.',
    ],
    [
      'a spinning shape',
      one('shape', { shape: 'ellipse', rotate: { speed: 1e9 } }),
      `${at}/rotate/speed`,
      'from -3600 to 3600',
    ],
    ['a volume of a billion', video({ volume: 1e9 }), `${at}/volume`, 'from 0 to 10'],
    ['no speed', video({ speed: 0 }), `${at}/speed`, 'from 0.25 to 4, or fit, but got 0.'],
    ['a seek before the start', video({ seek: -1 }), `${at}/seek`, 'from 0 to 14400, but got -1.'],
    [
      'a word that ends first',
      captions({}, { words: [{ word: 'a', start: 2, end: 1 }] }),
      '/elements/0/words/0/end',
      'earlier than "start"',
    ],
    [
      'a word before the start',
      captions({}, { words: [{ word: 'a', start: -1, end: 1 }] }),
      '/elements/0/words/0/start',
      'but got -1.',
    ],
    [
      '20,001 words',
      captions({}, { words: many(20_001, () => 1) }),
      '/elements/0/words',
      '1 to 20000 items',
    ],
    [
      'a word of 201 letters',
      captions({}, { words: [{ word: 'a'.repeat(201), start: 0, end: 1 }] }),
      '/elements/0/words/0/word',
      '(201 characters).',
    ],
    [
      'two captions',
      { ...scene(), elements: many(2, () => ({ type: 'subtitles', words })) },
      '/elements/1',
      'only one subtitles element',
    ],
    [
      'a style of every object',
      captions({ style: 'toString' }),
      '/elements/0/settings/style',
      'but got "toString".',
    ],
    [
      'a replacement of 201 letters',
      captions({ replace: { a: 'b'.repeat(201) } }),
      '/elements/0/settings/replace/a',
      'at most 200 characters',
    ],
    [
      '501 replacements',
      captions({ replace: Object.fromEntries(many(501, (n) => [`a${n}`, 'b'])) }),
      '/elements/0/settings/replace',
      'at most 500 entries',
    ],
    [
      'a name with a space to replace',
      captions({ replace: { 'a b': 'c' } }),
      '/elements/0/settings/replace',
      'whose names match',
    ],
    [
      'a billion words a line',
      captions({ 'max-words-per-line': 1e9 }),
      '/elements/0/settings/max-words-per-line',
      'from 1 to 20',
    ],
    ...sources.map((given): [string, unknown, string, string] => [
      `a source ${given.slice(0, 40)}`,
      image({ src: given }),
      `${at}/src`,
      `"src" to be ${address}`,
    ]),
    [
      '500 texts of 5,000 letters by a template',
      filled('x'.repeat(5_000), 500),
      at,
      'VIDEOCRAFT_LIMITS_GLYPHS',
    ],
    [
      '400 texts of 5,000 emoji',
      filled('\u{1f600}'.repeat(2_500), 400),
      at,
      'VIDEOCRAFT_LIMITS_GLYPHS',
    ],
    [
      '400 texts of families',
      filled('\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(600), 400),
      at,
      'VIDEOCRAFT_LIMITS_GLYPHS',
    ],
    [
      'scenes that unfold and are dropped',
      {
        variables: { list: many(50_000, () => 1) },
        scenes: many(300, () => ({ iterate: 'list', condition: 'false', duration: 1 })),
      },
      '/scenes/2/iterate',
      'VIDEOCRAFT_LIMITS_EXPANSION_STEPS',
    ],
    [
      'a costly condition',
      {
        variables: { list: many(20_000, () => 1) },
        scenes: [{ iterate: 'list', condition: `${'1+'.repeat(200)}1 == 0` }],
      },
      '/scenes/0/condition',
      'VIDEOCRAFT_LIMITS_EXPANSION_STEPS',
    ],
    [
      'elements that are one text',
      {
        variables: { e: many(1_000, () => ({ type: 'text', text: 'a' })) },
        scenes: many(200, () => ({ duration: 1, elements: '{{e}}' })),
      },
      '/scenes/66/elements',
      'at most 200000 values',
    ],
    [
      '80 ellipses of 8,192 px',
      scene(...many(80, () => ({ type: 'shape', shape: 'ellipse', width: 8192, height: 8192 }))),
      at,
      'VIDEOCRAFT_LIMITS_SHAPE_MEGAPIXELS',
    ],
    [
      'rotating ellipses of 4,096 px',
      {
        scenes: [
          {
            duration: 3600,
            elements: many(10, () => ({
              type: 'shape',
              shape: 'ellipse',
              width: 4096,
              height: 4096,
              rotate: { speed: 90 },
            })),
          },
        ],
      },
      at,
      'VIDEOCRAFT_LIMITS_SHAPE_MEGAPIXELS',
    ],
    [
      'more frames than a month has',
      { fps: 60, scenes: many(1_000, () => ({ duration: 14_400 })) },
      '/scenes/0',
      'VIDEOCRAFT_LIMITS_FRAMES',
    ],
  ])('with %s', async (_, config, pointer, message) => {
    const answer = await post(JSON.stringify(config));
    expect([answer.status, json(answer).code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(json(answer).errors?.[0]).toEqual({
      pointer,
      message: expect.stringContaining(message) as string,
    });
    expect(answer.text.length).toBeLessThan(MAX_ANSWER_BYTES);
  });
});

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}

/** A template whose elements all show the same text. */
function filled(t: string, count: number): object {
  const elements = many(count, () => ({ type: 'text', text: '{{t}}' }));
  return { variables: { t }, scenes: [{ duration: 5, elements }] };
}
