import { textLine, textLog, wantsColors } from './text-log.js';

const LINE = {
  level: 40,
  time: Date.UTC(2026, 10, 29, 12, 0, 0),
  pid: 7,
  hostname: 'host',
  context: 'Retention',
  msg: 'A download broke off',
  jobId: '0190',
  name: 'two words',
  err: {
    type: 'TypeError',
    message: 'no\nluck',
    stack: 'TypeError: no\n    at a (b.js:1:2)\n    at c',
  },
};

describe('the log for people', () => {
  it('has one line for each event', () => {
    const text = textLine(JSON.stringify(LINE), false);
    expect(text).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d WARN {2}\[Retention\] A download broke off /,
    );
    expect(text).toContain('jobId=0190 name="two words"');
    expect(text).toContain('TypeError: no\\nluck at a (b.js:1:2) at c');
    expect(text).not.toMatch(/pid|hostname/);
    expect(text).not.toMatch(/\p{Cc}/u);
  });

  it('has colors only on a terminal whose user wants them', () => {
    expect(textLine(JSON.stringify(LINE), true)).toContain('\x1b[33mWARN \x1b[0m');
    expect(wantsColors({ isTTY: true }, {})).toBe(true);
    expect(wantsColors({}, {})).toBe(false);
    expect(wantsColors({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
    expect(wantsColors({ isTTY: true }, { NO_COLOR: '' })).toBe(true);
    expect(wantsColors({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
  });

  it('lets no value steer the terminal, or look like another line', () => {
    const evil = {
      msg: 'a\x1b[2J\r\n2026 INFO fake\u202e',
      'k\x07': '\x9b31m',
      context: '\x1b]0;x',
    };
    const text = textLine(JSON.stringify({ ...LINE, ...evil }), false);
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).toContain('\\u001b[2J\\u000d\\n2026 INFO fake\\u202e');
  });

  it.each(['', 'no JSON', '{"level":', 'null', '7', '{}', '{"time":1e99,"level":"x","err":{}}'])(
    'survives %j',
    (line) => expect(typeof textLine(line, true)).toBe('string'),
  );

  it('cuts long values, and is a stream for pino', () => {
    const written: string[] = [];
    textLog((line) => written.push(line), false).write(JSON.stringify({ long: 'x'.repeat(9_999) }));
    expect(written).toHaveLength(1);
    expect(written[0]!.length).toBeLessThan(600);
    expect(written[0]).toMatch(/\n$/);
  });
});
