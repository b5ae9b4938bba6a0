import { color } from '../../fields/color.js';
import { list, object, type ValuesOf } from '../../fields/composites.js';
import { boolean, choice, number, text } from '../../fields/scalars.js';
import type { JsonObject } from '../../util/json-object.js';
import { component, type Refuse, type Size } from './component.js';
import { type Box, digits, filled, inSeconds, lettered, outlined } from './parts.js';
import { colorOf, textStyle, toTextSettings } from './text-style.js';

const TYPES = ['bar', 'line', 'pie', 'donut'] as const;
const MOST_VALUES = 60;
const LARGEST = 1e12;
const PALETTE = ['#3B82F6FF', '#F97316FF', '#22C55EFF', '#EAB308FF', '#A855F7FF', '#EC4899FF'];
/** The part of the height that labels, and values above bars, take. */
const LABELS = 0.12;
const BAR_WIDTH = 0.7;
const HOLE = 0.6;

const item = object(
  {
    value: number({ min: -LARGEST, max: LARGEST }).required().describe('The value.'),
    label: text(100).default('').describe('What the value is.'),
    color: color().orNull().describe('Color of this value. Default: the next of `colors`.'),
  },
  { title: 'chart-value' },
);

const settings = {
  chart: choice<(typeof TYPES)[number]>(TYPES).default('bar').describe('The form of the chart.'),
  data: list(item, { min: 1, max: MOST_VALUES })
    .required()
    .describe('The values. Those of a pie are 0 or more, and not all are 0.'),
  colors: list(color(), { min: 1, max: MOST_VALUES })
    .defaultFrom(() => PALETTE)
    .describe('Colors of the values, which repeat. A line has the first one.'),
  labels: boolean().default(true).describe('Whether labels show below bars and points.'),
  values: boolean().default(true).describe('Whether values show above bars.'),
  'line-width': number({ min: 1, max: 200 })
    .orNull()
    .describe('Width of a line in pixels. Default: a 60th of the height.'),
  'axis-color': colorOf('Color of the line below bars.', '#FFFFFF80'),
  duration: number({ min: 0, max: 60, unit: 'seconds' })
    .default(1)
    .describe('How long the chart takes to appear, in seconds.'),
  ...textStyle,
};
type Settings = ValuesOf<typeof settings>;

export const chart = component({
  name: 'chart',
  description: 'Values as bars, a line, or parts of a circle, which appear one after another.',
  settings,
  place: { width: '70%', height: '60%' },
  example: {
    data: [
      { label: 'A', value: 3 },
      { label: 'B', value: 5 },
      { label: 'C', value: 4 },
    ],
  },
  build: (given, size, refuse) => {
    if (given.chart === 'bar') return bars(given, size);
    if (given.chart === 'line') return line(given, size);
    return sectors(given, size, refuse);
  },
});

/** The places of values in a chart with a horizontal axis. */
function plotted({ data, labels, values, chart: form }: Settings, { width, height }: Size) {
  const hasLabels = labels && data.some(({ label }) => label !== '');
  const bottom = hasLabels ? height * (1 - LABELS) : height;
  const top = form === 'bar' && values ? height * LABELS : height * 0.04;
  const all = data.map(({ value }) => value);
  const highest = Math.max(0, ...all);
  const lowest = Math.min(0, ...all);
  const span = highest - lowest || 1;
  const yOf = (value: number) => bottom - ((value - lowest) / span) * (bottom - top);
  return { yOf, bottom, top, slot: width / data.length, hasLabels };
}

function captions(given: Settings, { width, height }: Size): JsonObject[] {
  const { bottom, slot, hasLabels } = plotted(given, { width, height });
  if (!hasLabels) return [];
  const look = { ...toTextSettings(given), 'max-lines': 1 };
  return given.data.flatMap(({ label }, index) => {
    const box = { x: index * slot, y: bottom, width: slot, height: (height - bottom) * 0.9 };
    return label === '' ? [] : [lettered(box, label, look)];
  });
}

function bars(given: Settings, size: Size): JsonObject[] {
  const { data, duration } = given;
  const { yOf, slot } = plotted(given, size);
  const zero = yOf(0);
  const width = slot * BAR_WIDTH;
  const look = { ...toTextSettings(given), 'max-lines': 1 };
  // Bars overlap in time: each takes half of it.
  const grows = duration / 2;
  const elements = data.flatMap(({ value }, index) => {
    const y = Math.min(zero, yOf(value));
    const height = Math.abs(yOf(value) - zero);
    const x = index * slot + (slot - width) / 2;
    const begins = data.length === 1 ? 0 : (grows * index) / (data.length - 1);
    const box = { x, y, width, height };
    const side = value < 0 ? 'crop-bottom' : 'crop-top';
    const bar =
      height < 0.5 ? [] : [filled(box, colorAt(given, index), revealed(side, begins, grows))];
    if (!given.values) return bar;
    const above = { x: index * slot, y: y - size.height * LABELS, width: slot };
    const textBox = { ...above, height: size.height * LABELS * 0.9 };
    const start = inSeconds(begins + grows / 2);
    const fade = duration === 0 ? {} : { start, 'fade-in': inSeconds(grows / 2) };
    return [...bar, lettered(textBox, plainNumber(value), look, fade)];
  });
  const axis = { x: 0, y: zero - 1, width: size.width, height: 2 };
  return [...elements, filled(axis, given['axis-color']), ...captions(given, size)];
}

function line(given: Settings, size: Size): JsonObject[] {
  const { data, duration } = given;
  const { yOf, slot } = plotted(given, size);
  const points = data.map(
    ({ value }, index) => [(index + 0.5) * slot, yOf(value)] as [number, number],
  );
  const half = (given['line-width'] ?? Math.max(2, size.height / 60)) / 2;
  const path = `${strokeOf(points, half)}${points.map(([x, y]) => discOf(x, y, half * 2)).join('')}`;
  const drawn = revealed('crop-right', 0, duration);
  return [
    outlined({ x: 0, y: 0, ...size }, path, colorAt(given, 0), drawn),
    ...captions(given, size),
  ];
}

function sectors(given: Settings, size: Size, refuse: Refuse): JsonObject[] {
  const { data, duration } = given;
  const whole = data.reduce((sum, { value }) => sum + value, 0);
  if (data.some(({ value }) => value < 0) || whole <= 0) {
    refuse('data', 'These values cannot be used for a pie. Enter numbers of 0 or more.');
    return [];
  }
  const side = Math.min(size.width, size.height);
  const box: Box = {
    x: (size.width - side) / 2,
    y: (size.height - side) / 2,
    ...{ width: side, height: side },
  };
  const inner = given.chart === 'donut' ? HOLE : 0;
  let before = 0;
  return data.flatMap(({ value }, index) => {
    const share = value / whole;
    const start = inSeconds(duration * before);
    const path = sectorOf(side / 2, inner, before, before + share);
    before += share;
    const shows = duration === 0 ? {} : { start, 'fade-in': Math.max(0.05, duration * share) };
    return share === 0 ? [] : [outlined(box, path, colorAt(given, index), shows)];
  });
}

const colorAt = ({ data, colors }: Settings, index: number) =>
  data[index]!.color ?? colors[index % colors.length]!;

/** Reveals a shape from one side. */
function revealed(crop: string, begins: number, takes: number): JsonObject {
  if (takes === 0) return {};
  const from = { time: inSeconds(begins), value: 1 };
  const to = { time: inSeconds(begins + takes), value: 0, easing: 'ease-out' };
  return { keyframes: { [crop]: [from, to] } };
}

/** A line through points, as rectangles. All have the direction of the discs at its points. */
function strokeOf(points: readonly (readonly [number, number])[], half: number): string {
  return points
    .slice(1)
    .map(([toX, toY], index) => {
      const [x, y] = points[index]!;
      const length = Math.hypot(toX - x, toY - y) || 1;
      const across = (-(toY - y) / length) * half;
      const down = ((toX - x) / length) * half;
      const corners = [
        [x - across, y - down],
        [toX - across, toY - down],
        [toX + across, toY + down],
        [x + across, y + down],
      ].map((corner) => corner.map(digits).join(' '));
      return `M${corners.join('L')}Z`;
    })
    .join('');
}

function discOf(x: number, y: number, radius: number): string {
  const arc = (to: number) =>
    `A${digits(radius)} ${digits(radius)} 0 0 1 ${digits(to)} ${digits(y)}`;
  return `M${digits(x - radius)} ${digits(y)}${arc(x + radius)}${arc(x - radius)}Z`;
}

/** A part of a circle, or of a ring. It begins at the top and goes clockwise. @param inner as a share of the radius */
function sectorOf(radius: number, inner: number, from: number, to: number): string {
  const point = (share: number, reach: number) => {
    const angle = 2 * Math.PI * share - Math.PI / 2;
    const x = radius + reach * Math.cos(angle);
    return `${digits(x)} ${digits(radius + reach * Math.sin(angle))}`;
  };
  // An arc of half a circle or more has two parts, because its ends don't tell which one it is.
  const middle = (from + to) / 2;
  const arc = (reach: number, way: 0 | 1, end: number) =>
    [middle, end].map(
      (share) => `A${digits(reach)} ${digits(reach)} 0 0 ${way} ${point(share, reach)}`,
    );
  const outer = `M${point(from, radius)}${arc(radius, 1, to).join('')}`;
  if (inner === 0) return `${outer}L${digits(radius)} ${digits(radius)}Z`;
  const reach = radius * inner;
  return `${outer}L${point(to, reach)}${arc(reach, 0, from).join('')}Z`;
}

function plainNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}
