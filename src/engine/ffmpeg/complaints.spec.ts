import { ComplaintLog, countComplaints } from './complaints.js';

describe('ComplaintLog', () => {
  const said = (...chunks: string[]) => {
    const log = new ComplaintLog();
    for (const chunk of chunks) log.push(Buffer.from(chunk));
    return log.end();
  };

  it('counts lines as one if they differ only in addresses and numbers, however they arrive', () => {
    const found = said(
      '[aac @ 0x55d0] chan',
      'nel element 0.0\n[aac @ 0x77] channel element 1.0\nlast',
    );
    expect(found).toEqual({ '[aac @ @] channel element n.n': 2, last: 1 });
    expect(countComplaints(found, /element/)).toBe(2);
  });

  it('counts repeated lines', () => {
    expect(said('once\n    Last message repeated 7 times\n')).toEqual({ once: 8 });
  });

  it('limits its size, however much is written', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `${'x'.repeat(index)}\n`).join('');
    const found = said(lines, 'y'.repeat(100_000));
    expect(Object.keys(found).length).toBeLessThanOrEqual(41);
    expect(JSON.stringify(found).length).toBeLessThan(10_000);
  });
});
