import fc from 'fast-check';
import { decodeLenient } from '../../core/text-encoding/decode-lenient.js';
import { LEGACY_ENCODINGS } from '../../core/text-encoding/legacy-encodings.js';
import { guessEncoding } from './guess-encoding.js';

/** Encodes text by inverting the decoder of the encoding. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const bytesOf = new Map<string, readonly number[]>();
  const learn = (...bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(letter).length === 1 && letter !== '\uFFFD' && !bytesOf.has(letter)) {
      bytesOf.set(letter, bytes);
    }
  };
  for (let byte = 0; byte < 256; byte++) learn(byte);
  if (/gb|big5|jis|euc/.test(label)) {
    for (let first = 0x81; first < 0xff; first++) {
      for (let second = 0x40; second < 0xff; second++) learn(first, second);
    }
  }
  return Uint8Array.from(Array.from(text).flatMap((letter) => bytesOf.get(letter)!));
}

const srt = (...texts: string[]) =>
  texts
    .map((text, at) => `${at + 1}\r\n00:00:0${at},000 --> 00:00:0${at + 1},000\r\n${text}\r\n`)
    .join('\r\n');

const decode = (bytes: Uint8Array, language = 'auto') =>
  decodeLenient(bytes, language, guessEncoding);

const SAMPLES: readonly [language: string, label: string, ...texts: string[]][] = [
  ['pl', 'windows-1250', 'Gdzie jesteś? Czekałem na ciebie.', 'Proszę, pomóż mi! Będę później.'],
  ['cs', 'windows-1250', 'Kde jsi byl? Čekal jsem až do rána.', 'Nevím, co mám dělat. Pomůžeš mi?'],
  [
    'hu',
    'windows-1250',
    'Hol voltál egész éjjel? Ő az.',
    'Nem tudom, mit tegyek. Győződj meg róla!',
  ],
  ['hr', 'windows-1250', 'Gdje si bio cijelu noć?', 'Sve će biti u redu, obećavam. Žao mi je.'],
  ['ru', 'windows-1251', 'Где ты был всю ночь?', 'Я ждал тебя до утра. Пожалуйста!'],
  ['uk', 'windows-1251', 'Де ти був усю ніч?', 'Не знаю, що робити. Їжак їсть.'],
  ['bg', 'windows-1251', 'Къде беше цяла нощ?', 'Не знам какво да правя. Помогни ми!'],
  ['ru', 'koi8-r', 'Где ты был всю ночь?', 'Я ждал тебя до утра. Пожалуйста!'],
  ['el', 'windows-1253', 'Πού ήσουν όλη τη νύχτα;', 'Όλα θα πάνε καλά, το υπόσχομαι.'],
  [
    'tr',
    'windows-1254',
    'Bütün gece neredeydin?',
    'Her şey yoluna girecek. Işık! Ne yapacağımı bilmiyorum.',
  ],
  ['he', 'windows-1255', 'איפה היית כל הלילה?', 'אני לא יודע מה לעשות. בבקשה תעזור לי!'],
  ['ar', 'windows-1256', 'أين كنت طوال الليل؟', 'لا أعرف ماذا أفعل. من فضلك ساعدني!'],
  ['lt', 'windows-1257', 'Kur buvai visą naktį?', 'Nežinau, ką daryti. Prašau, padėk man! Ačiū.'],
  ['th', 'windows-874', 'คุณไปไหนมาทั้งคืน', 'ฉันไม่รู้จะทำอย่างไร ช่วยฉันด้วย'],
  ['zh', 'gbk', '你整晚都去哪儿了？', '我一直等你到天亮。请帮帮我！'],
  ['zh-TW', 'big5', '你整晚都去哪裡了？', '我不知道該怎麼辦，請幫幫我！'],
  ['ja', 'shift_jis', '一晩中どこにいたの？', 'きっと大丈夫、約束する。'],
  ['ja', 'euc-jp', '一晩中どこにいたの？', 'きっと大丈夫、約束する。'],
  ['ko', 'euc-kr', '밤새 어디 있었어?', '어떻게 해야 할지 모르겠어. 제발 도와줘!'],
];

describe('decodeLenient', () => {
  it.each(SAMPLES)('reads %s in %s, with and without its language', (language, label, ...texts) => {
    const text = srt(...texts);
    for (const named of [language, 'auto']) {
      expect(decode(encode(text, label), named).text).toBe(text);
      expect(decode(encode(text, label), named).guessed).not.toBeNull();
    }
  });

  it.each(SAMPLES)('reads one line of %s in %s by its language', (language, label, text) => {
    expect(decode(encode(srt(text), label), language).text).toBe(srt(text));
  });

  it.each([
    ['Windows-1252', 'Schöne Grüße – „naïve“ Café', 'auto'],
    ['Windows-1252 with its language', 'Schöne Grüße – „naïve“ Café', 'de'],
  ])('reads %s', (_, said, language) => {
    const bytes = Array.from(srt(said), (letter) => {
      const high: Record<string, number> = { '–': 0x96, '„': 0x84, '“': 0x93 };
      return high[letter] ?? letter.charCodeAt(0);
    });
    expect(decode(Uint8Array.from(bytes), language)).toMatchObject({
      text: srt(said),
      guessed: 'windows-1252',
    });
  });

  it('does not trust a Western language if the bytes contradict it', () => {
    const [, label, ...texts] = SAMPLES.find(([language]) => language === 'zh')!;
    expect(decode(encode(srt(...texts), label), 'en').text).toBe(srt(...texts));
  });

  const utf16 = (text: string, swap: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return swap ? bytes.swap16() : bytes;
  };
  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16LE with a byte order mark', (text: string) => utf16(`\uFEFF${text}`, false)],
    ['UTF-16BE with a byte order mark', (text: string) => utf16(`\uFEFF${text}`, true)],
    ['UTF-16LE', (text: string) => utf16(text, false)],
    ['UTF-16BE', (text: string) => utf16(text, true)],
  ])('is certain about %s', (_, write) => {
    const text = srt('Café – naïve 你好');
    expect(decode(write(text), 'ru')).toEqual({ text, guessed: null, damagedLines: [] });
  });

  it.each([
    ['an invalid byte', 'ü', [0xff]],
    ['a Windows-1252 letter', 'ü', [0xfc]],
    ['a truncated character', 'ü', [0xc3]],
  ])('keeps a UTF-8 text with %s', (_, letter, bad) => {
    const before = Buffer.from(srt('Grüße'));
    const broken = Buffer.concat([
      before,
      Buffer.from('\r\nT'),
      Buffer.from(bad),
      Buffer.from('r'),
    ]);
    expect(letter).toBe('ü');
    expect(decode(broken, 'de')).toEqual({
      text: `${srt('Grüße')}\r\nTr`,
      guessed: null,
      damagedLines: [5],
    });
  });

  it('has a decoder for every encoding that it can return', () => {
    for (const label of LEGACY_ENCODINGS) expect(() => new TextDecoder(label)).not.toThrow();
  });

  it('never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 600 }),
        fc.constantFrom('auto', 'ja', 'de'),
        (bytes, language) => {
          expect(typeof decode(bytes, language).text).toBe('string');
        },
      ),
    );
  });
});
