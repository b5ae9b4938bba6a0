import type { WordContext } from './word-context.js';
import { ABBREVIATIONS } from './english-abbreviations.js';
import { MONEY_SCALES } from './english-money.js';
import {
  cardinals,
  numberPhrases,
  ordinals,
  spelledDigits,
  wholeNumber,
} from './english-numbers.js';
import { patternPhrases } from './english-patterns.js';
import { SIGNS } from './english-signs.js';
import { UNITS } from './english-units.js';
import { alternatives, sequence, type Phrases } from './phrases.js';
import { ownEntry } from '../../util/own-entry.js';

/** Parts of a written word: runs of letters, runs of digits, and single signs. */
const PARTS = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|\d+|[^\s\p{L}\p{M}\d]/gu;
/** Words with more parts are cut, and their signs are not read. */
const MAX_PARTS = 24;
const ROMAN = /^(?=[IVXLC])(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/u;
/** Markup, which some voices read aloud. */
const UNUSUAL = /[*_#~^|\\<>]/u;
const MONEY = /^[^\s\d]{0,3}[$£€¥₹₩₽]/u;
const SCALES = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion']);

/**
 * Lists what may be said for an English written word, the likeliest phrases first.
 *
 * @param written the word with the punctuation around it
 * @returns an empty list when no reading is known, and an empty phrase for a word without sound
 */
export function englishPhrases(written: string, before: string, after: string): Phrases {
  const plain = written.normalize('NFKC').replace(/[\u2018\u2019]/gu, "'");
  const core = plain.replace(/^[^\p{L}\p{N}$£€¥₹₩₽₿#.+−-]+|[^\p{L}\p{N}%°²³¢+$£€¥₹₩₽"]+$/gu, '');
  const lower = core.toLowerCase();
  const context: WordContext = { written: lower, before, after };
  const patterns = alternatives(
    ...[lower, lower.replace(/[."]$/u, '')].map((text) => patternPhrases(text, context)),
  );
  return alternatives(
    patterns,
    abbreviation(core, context),
    romanNumeral(core),
    scaleOfMoney(lower, before),
    // For a known form, reading sign by sign is the last resort.
    partByPart(plain).slice(0, patterns.length > 0 ? 8 : 64),
  ).filter((phrase) => phrase !== '' || !/[\p{L}\p{N}]/u.test(plain));
}

function abbreviation(core: string, { before }: WordContext): Phrases {
  const key = core.toLowerCase().replace(/[./]/gu, '');
  const withStops = core.includes('.') || core.includes('/');
  const known = Object.hasOwn(ABBREVIATIONS, key) ? ABBREVIATIONS[key]! : [];
  const units = /\d/u.test(before) && Object.hasOwn(UNITS, key) ? UNITS[key]! : [];
  const spelled =
    withStops && /^(?:\p{L}\.)+\p{L}?$/u.test(core) ? [Array.from(key).join(' ')] : [];
  return alternatives(units, spelled, known);
}

/** "II": "two", "the second". */
function romanNumeral(core: string): Phrases {
  if (core.length < 1 || !ROMAN.test(core) || core === 'I') return [];
  const value = String(romanValue(core));
  return alternatives(cardinals(value), sequence(['', 'the'], ordinals(value)));
}

function romanValue(numeral: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  const digits = Array.from(numeral, (letter) => values[letter]!);
  return digits.reduce((sum, value, index) => {
    return value < (digits[index + 1] ?? 0) ? sum - value : sum + value;
  }, 0);
}

/** In "$1.5 million", the dollars are said after the scale. */
function scaleOfMoney(lower: string, before: string): Phrases {
  const sign = MONEY.exec(before)?.[0].at(-1);
  const word = lower.replace(/\P{L}/gu, '');
  const scale = SCALES.has(word)
    ? [word]
    : Object.hasOwn(MONEY_SCALES, word)
      ? MONEY_SCALES[word]!
      : [];
  if (!sign || scale.length === 0) return [];
  const names: Readonly<Record<string, Phrases>> = {
    $: ['dollars', 'dollar'],
    '£': ['pounds'],
    '€': ['euros', 'euro'],
    '¥': ['yen'],
    '₹': ['rupees'],
  };
  return sequence(scale, [...(names[sign] ?? []), '']);
}

/** Reads letters as words, digits as numbers, and signs by name or not at all. */
function partByPart(plain: string): Phrases {
  const parts = plain.match(PARTS) ?? [];
  if (parts.length > MAX_PARTS)
    return sequence(...parts.filter(hasSound).slice(0, MAX_PARTS).map(partPhrases));
  const trimmed = withoutOuterSigns(parts);
  const sounding = sequence(...trimmed.filter(hasSound).map(partPhrases));
  if (trimmed.every((part) => hasSound(part) || part === '-' || part === "'")) {
    return parts.some((part) => UNUSUAL.test(part))
      ? alternatives(sounding, sequence(...parts.map(spokenSign)))
      : sounding;
  }
  return alternatives(
    sounding,
    sequence(...trimmed.map(addressPart)),
    sequence(...trimmed.map(partPhrases)),
    sequence(...parts.map(spokenSign)),
  );
}

function hasSound(part: string): boolean {
  return /[\p{L}\p{N}&+@%=×°$£€]/u.test(part);
}

function withoutOuterSigns(parts: readonly string[]): string[] {
  const sounds = parts.map(hasSound);
  const first = sounds.indexOf(true);
  return first < 0 ? [] : parts.slice(first, sounds.lastIndexOf(true) + 1);
}

/** In addresses, signs are read by name. */
function addressPart(part: string): Phrases {
  const names: Readonly<Record<string, Phrases>> = {
    '.': ['dot', 'point'],
    '/': ['slash', 'forward slash', 'or', ''],
    '-': ['dash', '', 'hyphen'],
    _: ['underscore'],
    ':': ['', 'colon'],
    '@': ['at'],
  };
  return ownEntry(names, part) ?? partPhrases(part);
}

function spokenSign(part: string): Phrases {
  const named = (ownEntry(SIGNS, part) ?? []).filter((phrase) => phrase !== '');
  return named.length > 0 ? named : partPhrases(part);
}

function partPhrases(part: string): Phrases {
  if (/^\d+$/u.test(part))
    return alternatives(wholeNumber(part), spelledDigits(part), numberPhrases(part));
  if (!/\p{L}/u.test(part)) return ownEntry(SIGNS, part) ?? [''];
  return letterPhrases(part);
}

function letterPhrases(part: string): Phrases {
  if (!/\p{Script=Latin}/u.test(part)) return [''];
  const lower = part.toLowerCase();
  const letters = Array.from(lower.replaceAll("'", ''));
  const spelled = letters.join(' ');
  const isCapital = part === part.toUpperCase() && /\p{Lu}/u.test(part);
  const plural = /^(\p{Lu}{2,})s$/u.exec(part)?.[1];
  const humps = part.split(/(?<=\p{Ll})(?=\p{Lu})/u).map((piece) => piece.toLowerCase());
  if (plural) return alternatives([`${Array.from(plural.toLowerCase()).join(' ')} s`], [lower]);
  if (isCapital && letters.length > 1 && letters.length <= 6) return [spelled, lower];
  if (letters.length === 1) return [lower];
  const short = letters.length <= 3 && !/[aeiouy]/u.test(lower) ? [spelled] : [];
  return alternatives(
    short,
    humps.length > 1 ? [humps.join(' ')] : [],
    [lower],
    lower === 'www' ? ['w w w'] : [],
  );
}
