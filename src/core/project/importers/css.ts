/** What lengths of CSS refer to. */
export interface CssScope {
  readonly frame: { readonly width: number; readonly height: number };
  /** The pixels that 100% are. */
  readonly whole?: number;
  /** The pixels of an `em`. */
  readonly em?: number;
}

/** The size of letters that CSS has without a setting. */
const ROOT_EM = 16;
const LENGTH =
  /^\s*([+-]?(?:\d{1,6}(?:\.\d{0,9})?|\.\d{1,9}))\s*(px|vw|vh|vmin|vmax|%|em|rem|pt)?\s*$/i;

/** A length of CSS, or a number, in pixels of the frame. Null if it is none, or refers to something unknown. */
export function cssPixels(value: unknown, { frame, whole, em = ROOT_EM }: CssScope): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const [, amount, unit = 'px'] = (typeof value === 'string' ? LENGTH.exec(value) : null) ?? [];
  if (amount === undefined) return null;
  const { width, height } = frame;
  const units: Readonly<Record<string, number | undefined>> = {
    ...{ px: 1, pt: 4 / 3, em, rem: ROOT_EM },
    ...{ vw: width / 100, vh: height / 100 },
    ...{ vmin: Math.min(width, height) / 100, vmax: Math.max(width, height) / 100 },
    '%': whole === undefined ? undefined : whole / 100,
  };
  const factor = units[unit.toLowerCase()];
  return factor === undefined ? null : Number(amount) * factor;
}

/** A number, also as a text. Null for anything else. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '' || value.length > 30) return null;
  const read = Number(value);
  return Number.isFinite(read) ? read : null;
}

/** The parts of a value of CSS that spaces separate. Spaces within parentheses separate nothing. */
export function cssParts(text: string, separator: ' ' | ','): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of text) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    const isBetween = depth === 0 && (separator === ' ' ? /\s/.test(letter) : letter === ',');
    if (isBetween) parts.push(part);
    part = isBetween ? '' : part + letter;
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
}

/** The four sides of a shorthand such as `padding`: top, right, bottom, left. Null if it is none. */
export function cssSides(value: unknown, scope: CssScope): [number, number, number, number] | null {
  const parts = typeof value === 'string' ? cssParts(value.slice(0, 200), ' ') : [value];
  const sides = parts.map((part) => cssPixels(part, scope));
  if (sides.length === 0 || sides.length > 4 || sides.includes(null)) return null;
  const [top, right = top, bottom = top, left = right] = sides as [number, ...number[]];
  return [top, right, bottom, left] as [number, number, number, number];
}

/** A shadow of CSS, in pixels. */
export interface CssShadow {
  readonly x: number;
  readonly y: number;
  readonly blur: number;
  /** The color as it is written, or null for that of the text. */
  readonly color: string | null;
}

/** The shadows of `text-shadow`, the uppermost first. Null if the text is not a shadow. */
export function cssShadows(text: string, scope: CssScope): CssShadow[] | null {
  if (text.trim().toLowerCase() === 'none') return [];
  const shadows = cssParts(text.slice(0, 1000), ',').map((one): CssShadow | null => {
    const lengths: number[] = [];
    const others: string[] = [];
    for (const part of cssParts(one, ' ')) {
      const pixels = cssPixels(part, scope);
      if (pixels === null) others.push(part);
      else lengths.push(pixels);
    }
    const [x, y, blur = 0] = lengths;
    if (x === undefined || y === undefined || lengths.length > 4 || others.length > 1) return null;
    return { x, y, blur, color: others[0] ?? null };
  });
  return shadows.includes(null) ? null : (shadows as CssShadow[]);
}

/** The declarations of an inline style, by name. */
export function cssDeclarations(style: string): Readonly<Record<string, string>> {
  const declarations = style
    .slice(0, 10_000)
    .split(';')
    .flatMap((one) => {
      const colon = one.indexOf(':');
      if (colon < 1) return [];
      const value = one
        .slice(colon + 1)
        .replace(/!important/i, '')
        .trim();
      return [[one.slice(0, colon).trim().toLowerCase(), value] as const];
    });
  return Object.fromEntries(declarations);
}
