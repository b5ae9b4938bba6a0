import fc from 'fast-check';
import { englishLetterToSound } from './english-letter-to-sound.js';
import { englishPhrases } from './english-readings.js';
import { frenchPhrases } from './french-readings.js';
import { sequence } from './phrases.js';
import { pronounce } from './pronounce.js';
import { PRONUNCIATION_RULES } from './pronunciation-rules.js';

describe('englishPhrases', () => {
  it.each([
    ['1,250', ['one thousand two hundred fifty', 'twelve fifty', 'one two five zero']],
    ['1984', ['nineteen eighty four']],
    ['2000', ['two thousand']],
    ['1905', ['nineteen oh five']],
    ['007', ['zero zero seven', 'double oh seven']],
    ['3.14', ['three point one four', 'three point fourteen']],
    ['2.5', ['two and a half', 'two point five']],
    ['2.0.1', ['two point zero point one']],
    ['$499', ['four hundred ninety nine dollars', 'four ninety nine']],
    ['$1.50', ['one dollar and fifty cents', 'one fifty']],
    ['£3.50', ['three pounds fifty', 'three pounds and fifty pence']],
    ['$1.5B', ['one point five billion dollars']],
    ['€20M', ['twenty million euros']],
    ['99¢', ['ninety nine cents']],
    ['50%', ['fifty percent']],
    ['20°C', ['twenty degrees celsius', 'twenty degrees']],
    ['98.6°F', ['ninety eight point six degrees fahrenheit']],
    ['35℃', ['thirty five degrees celsius']],
    ['10km', ['ten kilometers']],
    ['60mph', ['sixty miles per hour', 'sixty miles an hour']],
    ['12m²', ['twelve square meters', 'twelve meters squared']],
    ['16:9', ['sixteen by nine']],
    ['12:00', ['twelve', "twelve o'clock", 'noon']],
    ['9:30am', ['nine thirty a m', 'half past nine']],
    ['5pm', ['five p m']],
    ['3/4', ['three quarters', 'march fourth', 'three slash four', 'april third']],
    ['10/10', ['ten out of ten', 'ten ten']],
    ['24/7', ['twenty four seven']],
    ['03/04/2024', ['march fourth twenty twenty four', 'april third twenty twenty four']],
    ['2024-09-01', ['september first twenty twenty four']],
    ['10-20', ['ten to twenty']],
    ['555-1234', ['five five five one two three four']],
    ['800-555-0199', ['eight hundred five five five oh one nine nine']],
    ['1st', ['first']],
    ['22nd', ['twenty second']],
    ['1990s', ['nineteen nineties', 'nineties']],
    ['-5', ['minus five', 'negative five']],
    ['#1', ['number one', 'hashtag one']],
    ['6\'2"', ['six foot two']],
    ['AT&T', ['a t and t']],
    ['NASA', ['n a s a', 'nasa']],
    ['CEOs', ['c e o s']],
    ['U.S.', ['u s']],
    ['IV', ['four', 'the fourth']],
    ['vs.', ['versus']],
    ['e.g.', ['for example', 'e g']],
    ['St.', ['street', 'saint']],
    ['www.example.com', ['w w w dot example dot com']],
    ['info@example.com', ['info at example dot com']],
    ['state-of-the-art', ['state of the art']],
    ['iPhone', ['i phone']],
    ['**really**', ['really', 'asterisk asterisk really asterisk asterisk']],
    ['5-year-old', ['five year old']],
    ['R&D', ['r and d']],
  ])('%s', (written, phrases) => {
    const all = englishPhrases(written, '', '');
    for (const phrase of phrases) expect(all).toContain(phrase);
  });

  it.each(['Hello,', 'it\u2019s', '"Stop!"', 'well-known'])('has one reading for %s', (written) => {
    expect(englishPhrases(written, '', '')).toHaveLength(1);
  });

  it('returns silence for a dash or an emoji', () => {
    expect(englishPhrases('\u2014', '', '')).toEqual(['']);
    expect(englishPhrases('\u{1F600}', '', '')).toEqual(['']);
  });

  it('returns no reading for words in other scripts', () => {
    expect(englishPhrases('今天', '', '')).toEqual([]);
  });

  it('reads the currency after the scale, and days of months as ordinals', () => {
    expect(englishPhrases('$1.5', 'made', 'million')).toContain('one point five');
    expect(englishPhrases('million', '$1.5', 'in')).toContain('million dollars');
    expect(englishPhrases('5', 'July', '')).toContain('fifth');
    expect(englishPhrases('lbs', '5', '')).toContain('pounds');
  });
});

describe('frenchPhrases', () => {
  it.each([
    ['1er', ['premier']],
    ['3e', ['troisième']],
    ['n°', ['numéro']],
    ['14h30', ['quatorze heures trente', 'quatorze heures et demie']],
    ['50%', ['cinquante pour cent']],
    ['3,50€', ['trois euros cinquante']],
    ['1984', ['mille neuf cent quatre vingt quatre', 'dix neuf cent quatre vingt quatre']],
    ['02/05/2024', ['le deux mai deux mille vingt quatre']],
    ['Mme', ['madame']],
    ["L'été", ["l' été"]],
  ])('%s', (written, phrases) => {
    const all = frenchPhrases(written, '', '');
    for (const phrase of phrases) expect(all).toContain(phrase);
  });

  it('reads thousands with spaces and separate units', () => {
    expect(frenchPhrases('1', 'vendu', '250')).toContain('mille');
    expect(frenchPhrases('250', '1', 'chaises')).toContain('deux cent cinquante');
    expect(frenchPhrases('000', '10', 'euros')).toContain('');
    expect(frenchPhrases('°C', '20', '')).toContain('degrés');
  });
});

describe('readings of any text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.stringMatching(/^[-$€£#(]?[\d.,:/x'-]{1,40}[a-z%°²"]{0,3}$/u),
    fc.constantFrom('9'.repeat(5000), 'a.'.repeat(3000), '1/'.repeat(2000), '-'.repeat(5000)),
  );

  it('are a limited number of words without digits', () => {
    fc.assert(
      fc.property(anything, anything, anything, (written, before, after) => {
        for (const phrases of [
          englishPhrases(written, before, after),
          frenchPhrases(written, before, after),
        ]) {
          expect(phrases.length).toBeLessThanOrEqual(64);
          for (const phrase of phrases) expect(phrase).toMatch(/^[^\d\s$%°]*( [^\d\s$%°]+)*$/u);
        }
      }),
    );
  });

  it('have the likelier parts first', () => {
    expect(sequence(['a', 'b'], ['1', '2', '3']).slice(0, 3)).toEqual(['a 1', 'a 2', 'b 1']);
  });
});

describe('pronounce', () => {
  const words: Readonly<Record<string, string[]>> = {
    video: ['V IH D IY OW'],
    craft: ['K R AE F T'],
    fox: ['F AA K S'],
  };
  const say = (word: string) =>
    pronounce(word, (known) => words[known] ?? null, PRONUNCIATION_RULES.en);

  it('removes endings and splits compounds', () => {
    expect(say("craft's").pronunciations).toEqual(['K R AE F T S']);
    expect(say('foxs').pronunciations).toEqual(['F AA K S IH Z']);
    expect(say('videocraft')).toEqual({
      pronunciations: ['V IH D IY OW K R AE F T'],
      isKnown: true,
    });
  });

  it('guesses from the letters and marks the guess', () => {
    expect(say('bim')).toEqual({ pronunciations: ['B IH M'], isKnown: false });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(englishLetterToSound(word.toLowerCase())).not.toBe('');
      }),
    );
  });
});

/** What every object of JavaScript has. A script may contain any word. */
const INHERITED = ['constructor', 'toString', '__proto__', 'valueOf', 'hasOwnProperty'];

describe('a word with the name of an inherited property', () => {
  const forms = INHERITED.flatMap((name) => [
    name,
    `5${name}`,
    `5 ${name}`,
    `$5${name}`,
    `${name}@example.com`,
    `a.${name}`,
    `and/${name}`,
    `${name}+1`,
    `#${name}`,
    `3/${name}`,
  ]);
  const readers = { englishPhrases, frenchPhrases };

  it.each(Object.entries(readers))('is read by %s like any other', (_, read) => {
    for (const form of forms) {
      for (const phrases of [read(form, '', ''), read('5', form, form), read(form, '$1.5', '5')]) {
        expect(phrases.every((phrase) => typeof phrase === 'string')).toBe(true);
        expect(phrases.join(' ')).not.toMatch(/function|native code/);
      }
    }
  });
});
