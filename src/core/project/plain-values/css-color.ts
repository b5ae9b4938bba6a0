import { NAMED_COLORS } from './named-colors.js';

const HEX = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const FUNCTION = /^(rgb|hsl)a?\(\s*([^()]+?)\s*\)$/i;
const ANGLE = /^([+-]?(?:\d+\.?\d*|\.\d+))(deg|grad|rad|turn)?$/i;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const LONGEST = 100;
const TURN_DEGREES: Readonly<Record<string, number>> = {
  deg: 1,
  grad: 0.9,
  rad: 180 / Math.PI,
  turn: 360,
};

/**
 * Reads a color as in CSS (CSS Color Module Level 4): names, `#rgb`, `#rgba`, `rgb()`, and `hsl()` with commas or spaces.
 * A number sign may be missing before six or eight digits.
 *
 * @returns `#RRGGBB`, or `#RRGGBBAA` if the color is not opaque; null for anything else
 */
export function readCssColor(text: string): string | null {
  const color = text.trim().toLowerCase();
  if (color.length > LONGEST) return null;
  if (color === 'transparent') return '#00000000';
  const named = NAMED_COLORS.get(color);
  if (named !== undefined) return named;
  const digits = HEX.exec(color)?.[1];
  if (digits !== undefined && (color.startsWith('#') || digits.length >= 6)) return hexOf(digits);
  const [, name, inner] = FUNCTION.exec(color) ?? [];
  const parts = name === undefined ? null : partsOf(inner!);
  if (parts === null) return null;
  const channels = name === 'rgb' ? rgbOf(parts) : hslOf(parts);
  const alpha = parts.length === 4 ? shareOf(parts[3]!, 1) : 1;
  return channels === null || alpha === null ? null : formatted(channels, alpha);
}

function hexOf(digits: string): string {
  const long = digits.length > 4 ? digits : digits.replaceAll(/./g, '$&$&');
  const upper = `#${long.toUpperCase()}`;
  return upper.length === 9 && upper.endsWith('FF') ? upper.slice(0, 7) : upper;
}

/** `1, 2, 3, 0.5`, `1 2 3 / 50%`, or null. */
function partsOf(inner: string): string[] | null {
  const parts = inner.includes(',')
    ? inner.split(',').map((part) => part.trim())
    : inner.replace('/', ' / ').split(/\s+/);
  const slash = parts.indexOf('/');
  if (slash === 3 && parts.length === 5) parts.splice(3, 1);
  else if (slash >= 0) return null;
  return parts.length === 3 || parts.length === 4 ? parts : null;
}

type Channels = readonly [red: number, green: number, blue: number];

/** Channels from 0 to 255. */
function rgbOf(parts: readonly string[]): Channels | null {
  const [red, green, blue] = parts.map((part) => shareOf(part, 255) ?? NaN);
  const channels: Channels = [red! * 255, green! * 255, blue! * 255];
  return channels.some(Number.isNaN) ? null : channels;
}

function hslOf([angle, ...rest]: readonly string[]): Channels | null {
  const [, turned, unit = 'deg'] = ANGLE.exec(angle!) ?? [];
  const [saturation, lightness] = [rest[0]!, rest[1]!].map((part) => shareOf(part, 100) ?? NaN) as [
    number,
    number,
  ];
  if (turned === undefined || Number.isNaN(saturation + lightness)) return null;
  const hue = (((Number(turned) * TURN_DEGREES[unit]!) % 360) + 360) % 360;
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const at = (offset + hue / 30) % 12;
    return 255 * (lightness - chroma * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

/** A percentage, or a number out of `whole`, as a share from 0 to 1. */
function shareOf(part: string, whole: number): number | null {
  const isPercentage = part.endsWith('%');
  const digits = isPercentage ? part.slice(0, -1) : part;
  if (!NUMBER.test(digits)) return null;
  return Math.min(1, Math.max(0, Number(digits) / (isPercentage ? 100 : whole)));
}

function formatted(channels: Channels, alpha: number): string {
  const all = [...channels, ...(alpha < 1 ? [alpha * 255] : [])];
  const hex = all.map((channel) => Math.round(channel).toString(16).padStart(2, '0'));
  return `#${hex.join('').toUpperCase()}`;
}
