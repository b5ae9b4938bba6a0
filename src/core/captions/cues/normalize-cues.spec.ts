import { readCaptions } from '../read/read-captions.js';

const read = (text: string) => {
  const result = readCaptions(text);
  return 'cues' in result
    ? result.cues.map(({ startMs, endMs, text: content }) => `${startMs}-${endMs} ${content}`)
    : [];
};

const srt = (...cues: [start: string, end: string, text: string][]) =>
  cues.map(([start, end, text]) => `00:00:${start} --> 00:00:${end}\n${text}\n`).join('\n');

const ASS_HEAD =
  '[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n';

describe('repeated cues', () => {
  it('are shown once in joined segments', () => {
    const segment = (...cues: string[]) => ['WEBVTT', '', ...cues, ''].join('\n');
    const one = '00:01.000 --> 00:03.000\nNumber one\n';
    const two = '00:03.000 --> 00:05.000\nNumber two\n';
    const three = '00:05.000 --> 00:06.000\nNumber three\n';
    expect(read(segment(one, two) + segment(two, three))).toEqual([
      '1000-3000 Number one',
      '3000-5000 Number two',
      '5000-6000 Number three',
    ]);
  });

  it('are shown once if a cue was cut between two segments', () => {
    const text =
      'WEBVTT\n\n00:02.000 --> 00:04.000\nOne\n\nWEBVTT\n\n00:04.000 --> 00:05.000\nOne\n\n00:05.000 --> 00:06.000\nTwo\n';
    expect(read(text)).toEqual(['2000-5000 One', '5000-6000 Two']);
  });

  it('use the clock of the stream if each segment starts at 0', () => {
    const segment = (ticks: number, text: string) =>
      `WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:${ticks},LOCAL:00:00:00.000\n\n00:01.000 --> 00:02.000\n${text}\n\n`;
    expect(read(segment(900_000, 'One') + segment(900_000 + 10 * 90_000, 'Two'))).toEqual([
      '1000-2000 One',
      '11000-12000 Two',
    ]);
  });

  it('cause a warning if each segment starts at 0 and has no clock', () => {
    const segment = 'WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\n00:03.000 --> 00:04.000\nTwo\n\n';
    const result = readCaptions(segment + segment.replace('Two', 'Three').replace('3', '2'));
    expect(result).toMatchObject({
      warnings: [expect.stringContaining('2 joined WebVTT files')],
    });
  });

  it('are shown once if they are layers of a line', () => {
    const line = (layer: number, text: string) =>
      `Dialogue: ${layer},0:00:01.00,0:00:02.00,D,,0,0,0,,${text}\n`;
    const other = 'Dialogue: 0,0:00:01.50,0:00:02.50,D,,0,0,0,,Other\n';
    expect(
      read(
        ASS_HEAD +
          line(0, '{\\blur5\\bord4}Hello') +
          line(1, 'Hello') +
          other +
          line(2, '{\\c&HFF&}Hello'),
      ),
    ).toEqual(['1000-2000 Hello', '1500-2500 Other']);
  });

  it('are read from the source lines of effects', () => {
    const text =
      ASS_HEAD +
      'Comment: 0,0:00:01.00,0:00:02.00,D,,0,0,0,karaoke,{\\k50}Hel{\\k50}lo\n' +
      'Dialogue: 1,0:00:01.00,0:00:01.50,D,,0,0,0,fx,{\\pos(1,2)}Hel\n' +
      'Dialogue: 1,0:00:01.50,0:00:02.00,D,,0,0,0,fx,{\\pos(5,2)}lo\n';
    expect(read(text)).toEqual(['1000-2000 Hello']);
  });

  it('are shown once if a text grows on one line', () => {
    const text = srt(
      ['01,000', '01,400', 'hi guys'],
      ['01,400', '02,000', 'hi guys my name is'],
      ['02,000', '03,000', 'hi guys my name is Roger'],
    );
    expect(read(text)).toEqual(['1000-3000 hi guys my name is Roger']);
    const result = readCaptions(text);
    expect('cues' in result && result.cues[0]!.words!.map(({ startMs }) => startMs)).toEqual([
      1000, 1133, 1400, 1550, 1850, 2000,
    ]);
    expect(result).toMatchObject({
      warnings: [
        'Found 3 rolling cues, which repeat words of the previous cue. Repeated words are shown once.',
      ],
    });
  });

  it('are shown once if a text moves through one line', () => {
    const text = srt(
      ['01,000', '02,000', 'hi guys my name is'],
      ['02,000', '03,000', 'my name is Roger and welcome'],
      ['03,000', '04,000', 'Roger and welcome to the show'],
    );
    expect(read(text)).toEqual([
      '1000-2000 hi guys my name is',
      '2000-3000 Roger and welcome',
      '3000-4000 to the show',
    ]);
  });

  it('are shown once in YouTube rolling captions, also as SubRip', () => {
    const text = srt(
      ['17,840', '19,670', '[Music]\nhi guys my name is roger welcome to a'],
      ['19,670', '19,680', 'hi guys my name is roger welcome to a\n '],
      ['19,680', '21,830', 'hi guys my name is roger welcome to a\nnew video in this video'],
      ['21,830', '21,840', 'new video in this video\n '],
      ['21,840', '22,230', 'new video in this video\nplay'],
    );
    expect(read(text)).toEqual([
      '17840-19670 [Music] hi guys my name is roger welcome to a',
      '19680-21830 new video in this video',
      '21840-22230 play',
    ]);
  });

  it('are kept if the text is spoken again', () => {
    const refrain = srt(
      ['01,000', '02,000', 'Jingle bells'],
      ['02,000', '03,000', 'Jingle bells'],
      ['03,100', '04,000', 'Jingle all the way'],
      ['05,000', '06,000', 'Jingle bells'],
      ['06,000', '07,000', 'Row, row'],
      ['07,000', '08,000', 'Row, row your boat'],
      ['09,000', '10,000', 'Jingle bells'],
    );
    expect(read(refrain).map((cue) => cue.replace(/^\S+ /, ''))).toEqual([
      'Jingle bells',
      'Jingle bells',
      'Jingle all the way',
      'Jingle bells',
      'Row, row',
      'Row, row your boat',
      'Jingle bells',
    ]);
  });
});
