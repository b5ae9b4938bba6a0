import { readCaptions } from './read-captions.js';

const ONE = '00:00:01,000 --> 00:00:02,000';
const TWO = '00:00:02,000 --> 00:00:03,000';
const ASS = '[Events]\nFormat: Layer, Start, End, Style, Text\n';

/** Cues as `start-end line / line`, with word times after a bar. */
function read(text: string): string[] {
  const result = readCaptions(text);
  if ('problem' in result) return [result.problem];
  return result.cues.map(({ startMs, endMs, lines, words }) =>
    [
      `${startMs}-${endMs} ${lines.join(' / ')}`,
      ...(words ?? []).map(({ startMs: at }) => at),
    ].join(' '),
  );
}

describe('damaged caption files', () => {
  it.each([
    [
      'all cues in one line',
      `1 ${ONE} Hello you 2 ${TWO} Bye`,
      ['1000-2000 Hello you', '2000-3000 Bye'],
    ],
    [
      'line breaks written as two characters',
      String.raw`1\n${ONE}\nHello\nyou\n\n2\n${TWO}\nBye\n`,
      ['1000-2000 Hello / you', '2000-3000 Bye'],
    ],
    [
      'numbers in Arabic digits',
      `١\n${ONE}\nHello\n\n٢\n${TWO}\nBye\n`,
      ['1000-2000 Hello', '2000-3000 Bye'],
    ],
    [
      'an arrow between words',
      `1\n${ONE}\nclick File --> Save\n`,
      ['1000-2000 click File --> Save'],
    ],
    [
      'text that resembles a tag',
      `1\n${ONE}\n<laughs> mail <joe@example.com>\nList<String>, <<hello>>\n`,
      ['1000-2000 <laughs> mail <joe@example.com> / List<String>, <<hello>>'],
    ],
    [
      'HTML tags',
      `1\n${ONE}\n<P><span class="x">Hello</span> <s>you</s></P><x-y a="1">\n`,
      ['1000-2000 Hello you'],
    ],
  ])('reads %s', (_what, text, cues) => {
    expect(read(text)).toEqual(cues);
  });

  it('shows a sign that moves frame by frame once', () => {
    const frames = ['00-0:00:01.04', '04-0:00:01.08', '08-0:00:01.12'].map((times, x) => {
      const [from, to] = times.split('-');
      return `Dialogue: 0,0:00:01.${from},${to},Default,{\\pos(${x},0)}STORE\n`;
    });
    expect(read(ASS + frames.join(''))).toEqual(['1000-1120 STORE']);
  });

  it('restores text that was encoded as UTF-8 twice, with a warning', () => {
    const twice = new TextDecoder('latin1').decode(new TextEncoder().encode('C’était à Genève…'));
    expect(readCaptions(`1\n${ONE}\n${twice}\n`)).toMatchObject({
      cues: [{ text: 'C’était à Genève…' }],
      warnings: [expect.stringContaining('UTF-8 twice')],
    });
  });

  it.each(['Ünïcode ©', 'NÃO Ã© só', 'Größe “ja” – nein'])('leaves %s unchanged', (text) => {
    expect(read(`1\n${ONE}\n${text}\n`)).toEqual([`1000-2000 ${text}`]);
  });

  it('reads the times of Apple lyrics relative to the start of the song', () => {
    const file =
      '<tt itunes:timing="Word"><body dur="10"><div begin="1.0" end="4.0"><p begin="1.0" end="3.0">' +
      '<span begin="1.0" end="1.4">Hel</span><span begin="1.4" end="1.6">lo</span> <span begin="1.7" end="2.0">you</span></p></div></body></tt>';
    expect(read(file)).toEqual(['1000-3000 Hello you 1000 1700']);
  });

  it.each([
    ['a document', '{\\rtf1\\ansi\n' + ONE + '\\par\nHello\\par\n}', 'RTF'],
    ['an archive', 'PK\x03\x04\x14\0', 'ZIP'],
    ['a PDF', '%PDF-1.7\n', 'PDF'],
    ['a web page', '<!DOCTYPE html><html></html>', 'web page'],
    ['SAMI', '<SAMI>\n<BODY><SYNC Start=1000><P>Hi</SAMI>', 'SAMI'],
    ['SCC', 'Scenarist_SCC V1.0\n\n00:00:01:00\t9420 9420', 'SCC'],
    ['MicroDVD', '{25}{50}Hello|there', 'MicroDVD'],
    ['MPL2', '[10][20]Hello', 'MPL2'],
    ['pictures', '# VobSub index file, v7', 'VobSub'],
  ])('names %s', (_what, text, name) => {
    expect(readCaptions(text)).toEqual({ problem: expect.stringContaining(name) });
  });

  it.each([
    ['sizes', '{\\fscx120}so{\\r} here', 'so {\\fscx120}here{\\r}'],
    ['styles', '{\\rActive}so{\\r} here', 'so {\\rActive}here{\\r}'],
    ['outlines', '{\\3c&H00FF00&}so{\\3c&H000000&} here', 'so {\\3c&H00FF00&}here'],
    ['alphas', 'so {\\alpha&HFF&}here', 'so here'],
  ])('reads words that ASS highlights with %s', (_what, first, second) => {
    const file = `${ASS}Dialogue: 0,0:00:01.00,0:00:01.30,Default,${first}\nDialogue: 0,0:00:01.30,0:00:02.00,Default,${second}\n`;
    expect(read(file)).toEqual(['1000-2000 so here 1000 1300']);
  });
});
