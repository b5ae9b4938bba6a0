import fc from 'fast-check';
import type { Schema } from '../../src/core/fields/schema.js';
import { fuzzCount, fuzzSeed, seededNumbers } from '../support/mutate.js';
import { faultOf, type RawAnswer, sendUnchanged } from '../support/raw-request.js';
import { valuesOf } from '../support/schema-values.js';
import { ADMIN_KEY, startTestService, type TestService } from '../support/service.js';

/** No answer is longer, whatever was sent. */
const MAX_ANSWER_BYTES = 512 * 1024;
/** Each change of a value is sent once, so the long form sends some thousands of requests. */
const CHANGES = 3;
const numRuns = Math.ceil(fuzzCount() / 2);
const seed = fuzzSeed('schemas');

const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  '',
  '{{',
  '{{ a }}',
  '{{ missing }}',
  '{{ 1 / 0 }}',
  '{{ a + a + a }}',
  `{{ ${'('.repeat(200)} }}`,
  'a'.repeat(10_000),
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(200),
  'file:///etc/passwd',
  [],
  {},
  [[[[[[[[]]]]]]]],
  { iterate: 'list', condition: 'item == 1' },
];
const NAMES = ['iterate', 'condition', 'variables', 'constructor', 'toString', 'x', ''];

let service: TestService;
let token: string;
let config: fc.Arbitrary<unknown>;
let template: fc.Arbitrary<unknown>;
const statuses = new Map<number, number>();

beforeAll(async () => {
  service = await startTestService();
  token = String((await service.call('/csrf-token')).json['csrf_token']);
  const schema = async (name: string) =>
    (await (await fetch(`${service.url}/schema/${name}.json`)).json()) as Schema;
  config = valuesOf(await schema('video-config'));
  template = fc.record({
    variables: fc.constant({ a: 'A title', list: [1, 2, 3], deep: { a: [{ b: 'c' }] } }),
    config,
  });
}, 120_000);

afterAll(() => service.close(), 60_000);

async function send(path: string, body: unknown): Promise<RawAnswer> {
  const sent = {
    method: 'POST',
    path: `/api/v1${path}`,
    headers: {
      authorization: `Bearer ${ADMIN_KEY}`,
      'x-csrf-token': token,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  };
  const answer = await sendUnchanged(service.url, sent);
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  expect(faultOf(sent, answer)).toBeNull();
  expect(answer.text.length).toBeLessThan(MAX_ANSWER_BYTES);
  expectExplained(answer);
  return answer;
}

/** A refusal points into the body, a bounded number of times. */
function expectExplained({ status, text }: RawAnswer): void {
  if (status < 400) return;
  expect([400, 413]).toContain(status);
  const { errors = [] } = JSON.parse(text) as { errors?: { pointer: string; message: string }[] };
  expect(errors.length).toBeLessThanOrEqual(101);
  for (const { pointer, message } of errors) {
    expect(pointer === '' || pointer.startsWith('/')).toBe(true);
    expect(message.length).toBeGreaterThan(0);
  }
}

/** Replaces, adds, or removes one value at a place that the numbers choose. */
function damage(value: unknown, random: () => number): unknown {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  if (typeof value !== 'object' || value === null || random() < 0.1) return pick(HOSTILE_VALUES);
  if (Array.isArray(value)) {
    const at = Math.floor(random() * value.length);
    if (value.length === 0) return [pick(HOSTILE_VALUES)];
    return value.map((item, index) => (index === at ? damage(item, random) : (item as unknown)));
  }
  const members = { ...value } as Record<string, unknown>;
  const name = pick(random() < 0.8 ? [...Object.keys(members), 'x'] : NAMES);
  if (random() < 0.1) delete members[name];
  else members[name] = damage(members[name], random);
  return members;
}

describe('requests made from the schema of configs', () => {
  const check = (body: fc.Arbitrary<unknown>, test: (body: unknown) => Promise<void>) =>
    fc.assert(fc.asyncProperty(body, test), { seed, numRuns, endOnFailure: true });

  it('are accepted, or refused with pointers, and so is each mutation of them', async () => {
    const random = seededNumbers(seed);
    await check(config, async (body) => {
      let changed = body;
      await send('/videos', body);
      for (let change = 0; change < CHANGES; change++) {
        changed = damage(changed, random);
        await send('/videos', changed);
      }
    });
    expect(statuses.get(400)).toBeGreaterThan(0);
  }, 900_000);

  it('and templates with variables too', async () => {
    const random = seededNumbers(seed + 1);
    await check(template, async (given) => {
      const { variables, config: inner } = given as { variables: object; config: object };
      let changed: unknown = { ...inner, variables };
      for (let change = 0; change < CHANGES; change++) {
        changed = damage(changed, random);
        const made = await send('/templates', { name: 'any', config: changed });
        await send('/videos', changed);
        if (made.status !== 201) continue;
        const { data } = JSON.parse(made.text) as { data: { id: string } };
        const items = [{ variables: {} }, { variables: { a: '{{a}}', list: [null] } }];
        await send('/videos/batch', { template: data.id, items });
      }
    });
    expect(statuses.get(201)).toBeGreaterThan(0);
  }, 900_000);
});
