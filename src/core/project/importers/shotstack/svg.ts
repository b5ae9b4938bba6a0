import { cssDeclarations, numberOf } from '../css.js';

/** A drawing of one form. Lengths are in its own units. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly form: {
    readonly kind: 'rectangle' | 'ellipse';
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly radius: number;
    /** As they are written. */
    readonly fill: string | null;
    readonly stroke: string | null;
    readonly strokeWidth: number;
    readonly opacity: number;
  };
}

const LONGEST = 20_000;
const TAG = /<([a-z]{1,20})\b([^<>]*)>/gi;
const ATTRIBUTE = /([a-z][a-z-]{0,30})\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const FORMS: ReadonlySet<string> = new Set(['rect', 'circle', 'ellipse']);
/** What draws nothing. */
const QUIET: ReadonlySet<string> = new Set([
  'svg',
  'title',
  'desc',
  'metadata',
  'xml',
  'g',
  'defs',
]);

type Attributes = Readonly<Record<string, string>>;

/** The size of any drawing in its own units; null if it does not say it. */
export function sizeOfDrawing(source: string): Pick<Drawing, 'width' | 'height'> | null {
  const [, attributes] = /<svg\b([^<>]*)>/i.exec(source.slice(0, LONGEST)) ?? [];
  return attributes === undefined ? null : viewOf(attributesOf(attributes));
}

/** Reads a drawing of one rectangle, circle, or ellipse; null for any other. */
export function readDrawing(source: string): Drawing | null {
  if (source.length > LONGEST || !/<svg\b/i.test(source)) return null;
  const tags = [...source.matchAll(TAG)].map(([, name, rest]) => ({
    name: name!.toLowerCase(),
    attributes: attributesOf(rest ?? ''),
  }));
  const drawn = tags.filter(({ name }) => !QUIET.has(name));
  const [only] = drawn;
  const svg = tags.find(({ name }) => name === 'svg')?.attributes ?? {};
  const groups = tags.filter(({ name }) => name === 'g').map(({ attributes }) => attributes);
  if (drawn.length !== 1 || only === undefined || !FORMS.has(only.name)) return null;
  const all: Attributes = Object.assign({}, svg, ...groups, only.attributes) as Attributes;
  if ([only.attributes, ...groups].some(({ transform }) => transform !== undefined)) return null;
  if (/url\(/i.test(`${all['fill'] ?? ''}${all['stroke'] ?? ''}`)) return null;
  const view = viewOf(svg);
  const form = formOf(only.name, only.attributes, view);
  if (view === null || form === null) return null;
  const length = (name: string) => Math.max(0, numberOf(all[name]?.replace(/px$/, '')) ?? 0);
  return {
    width: view.width,
    height: view.height,
    form: {
      ...form,
      x: form.x - view.x,
      y: form.y - view.y,
      fill: only.attributes['fill'] ?? all['fill'] ?? null,
      stroke: all['stroke'] ?? null,
      strokeWidth: all['stroke-width'] === undefined ? 1 : length('stroke-width'),
      opacity: share(all['fill-opacity']) * share(only.attributes['opacity']),
    },
  };
}

const share = (written: string | undefined) =>
  Math.min(1, Math.max(0, numberOf(written ?? 1) ?? 1));

function attributesOf(written: string): Attributes {
  const own = Object.fromEntries(
    [...written.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [
      name!.toLowerCase(),
      double ?? single ?? '',
    ]),
  );
  return { ...own, ...cssDeclarations(own['style'] ?? '') };
}

interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function viewOf(svg: Attributes): View | null {
  const numbers = (svg['viewbox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x, y, width, height] = numbers;
  if (numbers.length === 4 && width! > 0 && height! > 0)
    return { x: x!, y: y!, width: width!, height: height! };
  const side = (name: string) => numberOf(svg[name]?.replace(/px$/, ''));
  const [across, down] = [side('width'), side('height')];
  return across !== null && down !== null && across > 0 && down > 0
    ? { x: 0, y: 0, width: across, height: down }
    : null;
}

function formOf(
  name: string,
  attributes: Attributes,
  view: View | null,
): (View & { readonly kind: 'rectangle' | 'ellipse'; readonly radius: number }) | null {
  const length = (key: string, whole = 0) => {
    const written = attributes[key]?.trim() ?? '';
    const percent = /^(\d{1,4}(?:\.\d{1,6})?)%$/.exec(written);
    if (percent !== null) return (Number(percent[1]) / 100) * whole;
    return numberOf(written.replace(/px$/, '')) ?? 0;
  };
  if (name === 'rect') {
    const box = {
      x: length('x', view?.width),
      y: length('y', view?.height),
      width: length('width', view?.width),
      height: length('height', view?.height),
    };
    const radius = Math.max(length('rx'), length('ry'));
    return box.width > 0 && box.height > 0 ? { kind: 'rectangle', ...box, radius } : null;
  }
  const across = length(name === 'circle' ? 'r' : 'rx', view?.width);
  const down = length(name === 'circle' ? 'r' : 'ry', view?.height);
  if (across <= 0 || down <= 0) return null;
  const [x, y] = [length('cx', view?.width) - across, length('cy', view?.height) - down];
  return { kind: 'ellipse', x, y, width: 2 * across, height: 2 * down, radius: 0 };
}
