/** Names of the characters from U+00A0 to U+00FF (HTML 4, Latin-1). */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig ' +
  'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash ' +
  'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc ' +
  'euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml ' +
  'yacute thorn yuml';
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega';

/** Named characters of HTML 4: those that caption files borrow. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN1.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...GREEK.split(' ').map((name, index) => [name, String.fromCharCode(0x391 + index)] as const),
  ...GREEK.toLowerCase()
    .split(' ')
    .map((name, index) => [name, String.fromCharCode(0x3b1 + index)] as const),
  ...Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", lrm: '\u200E', rlm: '\u200F' },
    ...{ zwj: '\u200D', zwnj: '\u200C', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009' },
    ...{ ndash: '\u2013', mdash: '\u2014', lsquo: '\u2018', rsquo: '\u2019', sbquo: '\u201A' },
    ...{ ldquo: '\u201C', rdquo: '\u201D', bdquo: '\u201E', lsaquo: '\u2039', rsaquo: '\u203A' },
    ...{ hellip: '\u2026', bull: '\u2022', prime: '\u2032', Prime: '\u2033', dagger: '\u2020' },
    ...{ Dagger: '\u2021', permil: '\u2030', euro: '\u20AC', trade: '\u2122', sigmaf: '\u03C2' },
    ...{ OElig: '\u0152', oelig: '\u0153', Scaron: '\u0160', scaron: '\u0161', Yuml: '\u0178' },
    ...{ larr: '\u2190', uarr: '\u2191', rarr: '\u2192', darr: '\u2193', harr: '\u2194' },
    ...{
      ne: '\u2260',
      le: '\u2264',
      ge: '\u2265',
      minus: '\u2212',
      infin: '\u221E',
      radic: '\u221A',
    },
    ...{ asymp: '\u2248', sum: '\u2211', notin: '\u2209', fnof: '\u0192', circ: '\u02C6' },
    ...{ tilde: '\u02DC', hearts: '\u2665', spades: '\u2660', clubs: '\u2663', diams: '\u2666' },
  }),
]);

const REFERENCE = /&(?:amp;)*(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,9}));/gi;
/** The ones that are written without their semicolon too. */
const UNFINISHED = /&(amp|lt|gt|quot|nbsp)(?![\w;=])/gi;

/**
 * Text with the character references of HTML replaced, also where they were escaped more than once, as
 * `&amp;#39;`. Names are those of HTML 4; an unknown one stays as it is.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(REFERENCE, (whole, hex, dec, name) => {
      if (name) return named(name as string) ?? whole;
      const code = hex ? Number.parseInt(hex as string, 16) : Number(dec);
      const valid = code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff);
      return valid ? String.fromCodePoint(code) : '';
    })
    .replace(UNFINISHED, (whole, name) => named(name as string) ?? whole);
}

function named(name: string): string | undefined {
  return NAMED.get(name) ?? NAMED.get(name.toLowerCase());
}
