import { captionSettings } from '../../../test/factories/captions.js';
import { assAlignment, assStyleColor, assText } from './ass-values.js';
import type { Cue } from './types.js';
import { type AssInput, writeAss } from './write-ass.js';

const cue = (startFrame: number, endFrame: number, lines: string[]): Cue => ({
  startFrame,
  endFrame,
  lines: lines.map((line) =>
    line.split(' ').map((word) => ({ text: word.replace('*', ''), active: word.endsWith('*') })),
  ),
});

const write = (changes: Partial<AssInput>) =>
  writeAss({
    cues: [cue(0, 30, ['hello'])],
    settings: captionSettings(),
    width: 1280,
    height: 720,
    fps: { num: 30, den: 1 },
    fromFrame: 0,
    toFrame: 300,
    ...changes,
  });

const events = (document: string) =>
  document.split('\n').filter((line) => line.startsWith('Dialogue:'));

describe('writeAss', () => {
  it('writes a whole document', () => {
    const settings = captionSettings({ boxColor: '#11223380', wordColor: '#FF8000C0' });
    const cues = [cue(100, 130, ['We* came', 'home.']), cue(130, 145, ['We came*', 'home.'])];
    expect(write({ settings, cues, fromFrame: 90, toFrame: 140 })).toBe(
      `[Script Info]
ScriptType: v4.00+
PlayResX: 1280
PlayResY: 720
WrapStyle: 2
ScaledBorderAndShadow: yes
YCbCr Matrix: None

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Box,DejaVu Sans,40,&HFF000000,&HFF000000,&HFF000000,&H7F332211,-1,0,0,0,100,100,0,0,4,0,10,2,74,74,46,-1
Style: Edge,DejaVu Sans,40,&H00000000,&H00000000,&H00000000,&H7F000000,-1,0,0,0,100,100,0,0,1,3,2,2,74,74,46,-1
Style: Words,DejaVu Sans,40,&H00FFFFFF,&H00FFFFFF,&HFF000000,&HFF000000,-1,0,0,0,100,100,0,0,1,0,0,2,74,74,46,-1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:00.32,0:00:01.32,Box,,0,0,0,,We came\\Nhome.
Dialogue: 1,0:00:00.32,0:00:01.32,Edge,,0,0,0,,We came\\Nhome.
Dialogue: 2,0:00:00.32,0:00:01.32,Words,,0,0,0,,{\\2c&H0&\\1c&H0080FF&\\1a&H3F&}We {\\2c&H1&\\1c&HFFFFFF&\\1a&H00&}came\\N{\\2c&H0&\\1c&HFFFFFF&\\1a&H00&}home.
Dialogue: 0,0:00:01.32,0:00:01.65,Box,,0,0,0,,We came\\Nhome.
Dialogue: 1,0:00:01.32,0:00:01.65,Edge,,0,0,0,,We came\\Nhome.
Dialogue: 2,0:00:01.32,0:00:01.65,Words,,0,0,0,,{\\2c&H0&\\1c&HFFFFFF&\\1a&H00&}We {\\2c&H1&\\1c&H0080FF&\\1a&H3F&}came\\N{\\2c&H0&\\1c&HFFFFFF&\\1a&H00&}home.
`,
    );
  });

  it('leaves out layers that have nothing to show', () => {
    const settings = captionSettings({ outlineWidth: 0, shadowOffset: 0 });
    expect(events(write({ settings }))).toHaveLength(1);
  });

  it('leaves out cues of other segments', () => {
    const cues = [cue(0, 30, ['one']), cue(30, 60, ['two']), cue(60, 90, ['three'])];
    const written = events(write({ cues, fromFrame: 30, toFrame: 60 }));
    expect(written).toHaveLength(2);
    expect(written.every((line) => line.includes('two'))).toBe(true);
  });

  it('keeps a hostile font name within its field', () => {
    const settings = captionSettings({ fontFamily: 'A,B\nDialogue: 0' });
    const document = write({ settings });
    expect(document).toContain('Style: Words,A B Dialogue: 0,40,');
    expect(events(document)).toHaveLength(2);
  });
});

describe('assText', () => {
  it.each([
    ['{\\b1}', '\\{\\\u2060b1\\}'],
    ['a\\Nb\\', 'a\\\u2060Nb\\\u2060'],
    ['a\nDialogue: 0', 'a Dialogue: 0'],
  ])('%j', (text, written) => {
    expect(assText(text)).toBe(written);
  });
});

describe('assStyleColor', () => {
  it.each([
    ['#12345678', '&H87563412'],
    ['#FF000000', '&HFF0000FF'],
    ['#00FF00FF', '&H0000FF00'],
  ])('%s', (color, written) => {
    expect(assStyleColor(color)).toBe(written);
  });
});

describe('assAlignment', () => {
  it.each([
    ['left', 'bottom', 1],
    ['center', 'bottom', 2],
    ['right', 'center', 6],
    ['left', 'top', 7],
    ['right', 'top', 9],
  ] as const)('%s-%s', (horizontal, vertical, expected) => {
    expect(assAlignment({ horizontal, vertical })).toBe(expected);
  });
});
