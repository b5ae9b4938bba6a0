import { hashKey, keyIdOf, newKeyId, newKeyText, sameHash } from './key-text.js';

describe('API keys as text', () => {
  it('contain their ID and a different secret each time', () => {
    const id = newKeyId();
    const key = newKeyText(id);
    expect(keyIdOf(key)).toBe(id);
    expect(newKeyText(id)).not.toBe(key);
    expect(newKeyId()).not.toBe(id);
  });

  it.each(['', 'vc_', 'vc_a_b', `VC_${'0'.repeat(16)}_${'0'.repeat(64)}`, `vc_${'0'.repeat(81)}`])(
    'do not match %j',
    (text) => {
      expect(keyIdOf(text)).toBeNull();
    },
  );

  it('are compared by their hashes', () => {
    expect(sameHash(hashKey('a'), hashKey('a'))).toBe(true);
    expect(sameHash(hashKey('a'), hashKey('b'))).toBe(false);
    expect(sameHash(hashKey('a'), new Uint8Array(31))).toBe(false);
  });
});
