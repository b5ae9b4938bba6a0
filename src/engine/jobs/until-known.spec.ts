import { untilKnown } from './until-known.js';

const cut = () => Promise.reject(new Error('Connection terminated unexpectedly'));
const withCode = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));

describe('untilKnown', () => {
  it('returns the answer of a change without asking', async () => {
    const ask = () => Promise.reject(new Error('nobody asks'));
    expect(await untilKnown({ change: async () => false, ask })).toBe(false);
  });

  it('asks whether a change happened whose answer was lost', async () => {
    let changes = 0;
    const change = () => (changes++, cut());
    expect(await untilKnown({ change, ask: async () => true })).toBe(true);
    expect(changes).toBe(1);
  });

  it('waits until the database answers, and changes again what did not happen', async () => {
    const doubts: unknown[] = [];
    const answers = [cut, cut, async () => undefined, async () => true];
    const changes = [cut, () => withCode('57P01'), async () => true];
    const known = await untilKnown<boolean>({
      change: () => changes.shift()!(),
      ask: () => answers.shift()!(),
      onDoubt: (error) => doubts.push(error),
    });
    expect(known).toBe(true);
    expect(doubts).toHaveLength(1);
  });

  it('does not take the answer of a repeated change for that of the first', async () => {
    const changes = [cut, async () => false];
    const answers = [async () => undefined, async () => true];
    const known = await untilKnown<boolean>({
      change: () => changes.shift()!(),
      ask: () => answers.shift()!(),
    });
    // The first one was committed after it was asked for.
    expect(known).toBe(true);
  });

  it('throws what would be the same again', async () => {
    const ask = async () => true;
    await expect(untilKnown({ change: () => withCode('22P05'), ask })).rejects.toThrow('22P05');
    const change = () => Promise.reject(new TypeError('x is not a function'));
    await expect(untilKnown({ change, ask })).rejects.toThrow('not a function');
  });
});
