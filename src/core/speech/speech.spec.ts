import { readVoiceScript } from './read-voice-script.js';
import { splitSentences } from './split-sentences.js';

describe('splitSentences', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    [
      'Dr. Smith met J. R. Brown at 5 p.m. and left.',
      ['Dr. Smith met J. R. Brown at 5 p.m. and left.'],
    ],
    ['He said "Stop." Then he left.', ['He said "Stop."', 'Then he left.']],
    ['It costs 3.50 euros... or less. Fine.', ['It costs 3.50 euros... or less.', 'Fine.']],
    ['1. Open the box. 2. Close it.', ['1. Open the box.', '2. Close it.']],
    ['今日は晴れです。明日は雨です。', ['今日は晴れです。', '明日は雨です。']],
    ['... — ! Yes', ['Yes']],
    ['', []],
  ])('splits %j', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it('splits a long sentence at a comma, and one without any blank anyway', () => {
    const long = `${'word '.repeat(100)}end, ${'more '.repeat(60)}`.trim();
    const parts = splitSentences(long);
    expect(parts.map(({ length }) => length <= 600)).toEqual([true, true]);
    expect(parts[0]).toMatch(/end,$/);
    expect(parts.join(' ')).toBe(long);
    expect(splitSentences('x'.repeat(1500)).map(({ length }) => length)).toEqual([600, 600, 300]);
  });

  it('splits texts of many marks, whose pairs would take hours', () => {
    expect(splitSentences('A. '.repeat(160_000)).join('').length).toBe(320_000);
    expect(splitSentences('.'.repeat(500_000)).length).toBe(0);
    expect(splitSentences(`${'"'.repeat(250_000)}${')'.repeat(250_000)}`).length).toBe(0);
  });
});

describe('readVoiceScript', () => {
  const said = (script: string) =>
    readVoiceScript(script).parts.map((part) => (part.kind === 'sentence' ? part.text : part.ms));

  it.each([
    [
      'the characters that a document names',
      '<speak>It&#39;s R&amp;D&hellip;</speak>',
      ["It's R&D…"],
    ],
    ['pauses between sentences', 'One. Two.', ['One.', 350, 'Two.']],
    ['pauses longer between paragraphs', 'One.\n\nTwo.', ['One.', 700, 'Two.']],
    ['reads a line as a sentence', 'Title\nText.', ['Title', 350, 'Text.']],
    ['reads breaks', 'One. <break time="1.5s"/> Two.', ['One.', 1500, 'Two.']],
    [
      'reads a break within a sentence',
      'Wait <break time="200ms" /> here.',
      ['Wait', 200, 'here.'],
    ],
    ['reads strengths', '<break strength="strong"/>One<break/>', [1000, 'One', 750]],
    ['leaves a pause out', 'One. <break strength="none"/>Two.', ['One.', 'Two.']],
    ['adds breaks', '<break time="1s"/><break time="1s"/>One', [2000, 'One']],
    ['bounds a break', '<break time="999s"/>One', [20_000, 'One']],
    ['speaks what is no element', 'If a < b and b > c & d.', ['If a < b and b > c & d.']],
    [
      'reads a document',
      '<speak version="1.0"><p>Jack &amp; Jones.</p><p><s>One</s><s>Two</s></p></speak>',
      ['Jack & Jones.', 700, 'One', 350, 'Two'],
    ],
  ])('%s', (_what, script, expected) => {
    expect(said(script)).toEqual(expected);
  });

  it('speaks the content of other elements, and names them', () => {
    const script = readVoiceScript(
      'I am <emphasis level="strong">very</emphasis> <mstts:express-as style="sad">sad</mstts:express-as>.',
    );
    expect(script.text).toBe('I am very sad.');
    expect(script.ignored).toEqual(['emphasis', 'mstts:express-as']);
  });

  it('has the words of the captions', () => {
    expect(readVoiceScript('One.\n\nTwo <break/> three.').text).toBe('One. Two three.');
    expect(readVoiceScript(' <break time="1s"/> ').text).toBe('');
  });

  it('takes a time that grows with the length of the text', () => {
    const started = performance.now();
    readVoiceScript('<break '.repeat(7_000));
    readVoiceScript(`<speak>${'<!--'.repeat(12_000)}`);
    readVoiceScript('\n \n'.repeat(16_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
