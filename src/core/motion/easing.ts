import { cubicBezier } from './cubic-bezier.js';
import { spring } from './spring.js';

/**
 * The share of the way that is done at a share of the time. It maps 0 to 0 and 1 to 1, except for stepped ones, and may
 * leave this range in between.
 */
export type Easing = (progress: number) => number;

const LINEAR: Easing = (t) => t;
const BACK = 1.70158;
const ELASTIC_PERIOD = (2 * Math.PI) / 3;

/**
 * How each family starts, after Penner's equations. `out` is the same backward, and `in-out` is both, each at half size.
 */
const FAMILIES: Readonly<Record<string, Easing>> = {
  sine: (t) => 1 - Math.cos((t * Math.PI) / 2),
  quad: (t) => t ** 2,
  cubic: (t) => t ** 3,
  quart: (t) => t ** 4,
  quint: (t) => t ** 5,
  expo: (t) => (t === 0 ? 0 : 2 ** (10 * t - 10)),
  circ: (t) => 1 - Math.sqrt(1 - t ** 2),
  back: (t) => (BACK + 1) * t ** 3 - BACK * t ** 2,
  elastic: (t) =>
    t === 0 || t === 1 ? t : -(2 ** (10 * t - 10)) * Math.sin((10 * t - 10.75) * ELASTIC_PERIOD),
  bounce: (t) => 1 - bounceOut(1 - t),
};

/** Long names of families, as some editors write them. */
const LONG_NAMES: Readonly<Record<string, string>> = {
  sinusoidal: 'sine',
  quadratic: 'quad',
  quartic: 'quart',
  quintic: 'quint',
  exponential: 'expo',
  circular: 'circ',
};

/** The keywords of CSS, and `hold`, which stays where it is until the end. */
const KEYWORDS: Readonly<Record<string, Easing>> = {
  linear: LINEAR,
  ease: cubicBezier(0.25, 0.1, 0.25, 1),
  'ease-in': cubicBezier(0.42, 0, 1, 1),
  'ease-out': cubicBezier(0, 0, 0.58, 1),
  'ease-in-out': cubicBezier(0.42, 0, 0.58, 1),
  'step-start': () => 1,
  'step-end': hold,
  hold,
};

type Direction = 'in' | 'out' | 'in-out';

/** Every easing without arguments, in its canonical spelling. */
export const EASING_NAMES: readonly string[] = [
  ...Object.keys(KEYWORDS),
  ...Object.keys(FAMILIES).flatMap((family) =>
    ['in', 'out', 'in-out'].map((direction) => `${family}-${direction}`),
  ),
];

/** What {@link readEasing} accepts, for messages. */
export const EASING_WORDS =
  'the name of an easing such as "linear", "ease-out", or "cubic-in-out", or "cubic-bezier(x1, y1, x2, y2)", "steps(count)", or "spring(mass, stiffness, damping)"';

const oneOf = (names: readonly string[]) => `(${names.join('|')})`;
const NAMES = [...Object.keys(FAMILIES), ...Object.keys(LONG_NAMES)];
const capital = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1);
/** Longer names first, so that `in-out` is not read as `in`. */
const WAYS = ['in-out', 'in', 'out'];
const SHARE = '(0|1|0?\\.\\d{1,9})';
const LEVEL = '-?(\\d|\\d?\\.\\d{1,9})';
/** Above 0, and small enough that a spring comes to rest after a limited number of swings. */
const AMOUNT = '([1-9]\\d{0,3}(\\.\\d{1,3})?|0?\\.\\d{0,2}[1-9])';
const call = (name: string, ...list: readonly string[]) => `${name}\\( ?${list.join(' ?, ?')} ?\\)`;

/** The spellings of easings, as a regular expression. */
export const EASING_PATTERN = [
  ...[oneOf(Object.keys(KEYWORDS)), 'ease(In|Out|InOut)', 'steps'],
  ...[`${oneOf(NAMES)}-${oneOf(WAYS)}`, `ease-${oneOf(WAYS)}-${oneOf(NAMES)}`],
  `ease(In|Out|InOut)${oneOf(NAMES.map(capital))}`,
  call('cubic-bezier', SHARE, LEVEL, SHARE, LEVEL),
  `steps\\( ?[1-9]\\d{0,2} ?(, ?(jump-)?(start|end) ?|, ?jump-both ?)?\\)`,
  `steps\\( ?([2-9]|[1-9]\\d{1,2}) ?, ?jump-none ?\\)`,
  call('spring', AMOUNT, AMOUNT, AMOUNT),
]
  .map((alternative) => `^${alternative}$`)
  .join('|');
const isEasing = new RegExp(EASING_PATTERN, 'u');

/**
 * The canonical spelling of an easing: `easeOutQuad`, `ease-out-quad`, and `quadratic-out` are `quad-out`.
 *
 * @returns null if there is no such easing
 */
export function readEasing(text: string): string | null {
  if (!isEasing.test(text)) return null;
  const name = text.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  if (Object.hasOwn(KEYWORDS, name)) return name;
  if (name === 'steps') return 'steps(1)';
  const given = /^([a-z-]+)\((.*)\)$/.exec(name);
  if (given) return canonicalCall(given[1]!, given[2]!.split(','));
  const way = WAYS.find((one) => name.startsWith(`ease-${one}-`) || name.endsWith(`-${one}`))!;
  const family = name.replace(`ease-${way}-`, '').replace(new RegExp(`-${way}$`), '');
  return `${LONG_NAMES[family] ?? family}-${way}`;
}

function canonicalCall(name: string, list: readonly string[]): string {
  const parts = list.map((part) => part.trim());
  if (name !== 'steps') return `${name}(${parts.map(Number).join(', ')})`;
  const [count, where = 'end'] = parts;
  const jump = where.replace(/^jump-(start|end)$/, '$1');
  return jump === 'end' ? `steps(${count})` : `steps(${count}, ${jump})`;
}

const known = new Map<string, Easing>();
/** Bezier curves and springs have any arguments. The functions of this many are kept. */
const MOST_KNOWN = 1_000;

/**
 * The function of an easing.
 *
 * @param name as {@link readEasing} accepts it
 * @throws RangeError if there is no such easing
 */
export function easingOf(name: string): Easing {
  let easing = known.get(name);
  if (easing === undefined) {
    easing = makeEasing(name);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, easing);
  }
  return easing;
}

function makeEasing(name: string): Easing {
  const canonical = readEasing(name);
  if (canonical === null) throw new RangeError(`there is no easing ${name}`);
  if (Object.hasOwn(KEYWORDS, canonical)) return KEYWORDS[canonical]!;
  const call = /^([a-z-]+)\((.*)\)$/.exec(canonical);
  if (call) return makeCall(call[1]!, call[2]!.split(', '));
  const [, family, direction] = /^([a-z]+)-(in|out|in-out)$/.exec(canonical)!;
  return directed(FAMILIES[family!]!, direction as Direction);
}

function directed(start: Easing, direction: Direction): Easing {
  const end: Easing = (t) => 1 - start(1 - t);
  const both: Easing = (t) => (t < 0.5 ? start(2 * t) / 2 : 0.5 + end(2 * t - 1) / 2);
  const inside = { in: start, out: end, 'in-out': both }[direction];
  // The ends are exact, so that what is at rest does not move.
  return (t) => (t <= 0 ? 0 : t >= 1 ? 1 : inside(t));
}

function makeCall(name: string, parts: readonly string[]): Easing {
  if (name === 'steps') return stepped(Number(parts[0]), parts[1] ?? 'end');
  const [a, b, c, d] = parts.map(Number) as [number, number, number, number];
  return name === 'spring' ? spring(a, b, c) : cubicBezier(a, b, c, d);
}

/** The step function of CSS. */
function stepped(count: number, jump: string): Easing {
  const before = jump === 'start' || jump === 'jump-both' ? 1 : 0;
  const jumps = count + (jump === 'jump-both' ? 1 : jump === 'jump-none' ? -1 : 0);
  return (t) => {
    // Progress is a quotient of times, so the start of a step may lie just below it.
    const step = Math.floor(Math.min(1, t) * count + 1e-9) + before;
    return Math.min(1, step / jumps);
  };
}

function hold(t: number): number {
  return t < 1 ? 0 : 1;
}

function bounceOut(t: number): number {
  const [n, d] = [7.5625, 2.75];
  const fall = (from: number, height: number) => n * (t - from / d) ** 2 + height;
  if (t < 1 / d) return n * t ** 2;
  if (t < 2 / d) return fall(1.5, 0.75);
  return t < 2.5 / d ? fall(2.25, 0.9375) : fall(2.625, 0.984375);
}
