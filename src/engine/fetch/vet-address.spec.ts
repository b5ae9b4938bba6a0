import fc from 'fast-check';
import { isPublic, vetAddress, type VettingRules } from './vet-address.js';

const RULES: VettingRules = {
  allowedHosts: [],
  trusted: false,
  proxyOf: () => null,
  lookupMs: 2_000,
};
const { signal } = new AbortController();
const octet = fc.integer({ min: 0, max: 255 });
const group = fc.integer({ min: 0, max: 0xffff });

/** IPv4 networks that are not part of the public internet (IANA's special-purpose registry). */
const PRIVATE_V4: readonly (readonly [number, number])[] = [
  ...(
    [
      ['0.0.0.0', 8],
      ['10.0.0.0', 8],
      ['100.64.0.0', 10],
      ['127.0.0.0', 8],
      ['169.254.0.0', 16],
      ['172.16.0.0', 12],
      ['192.0.0.0', 24],
      ['192.0.2.0', 24],
      ['192.168.0.0', 16],
      ['198.18.0.0', 15],
      ['198.51.100.0', 24],
      ['203.0.113.0', 24],
      ['224.0.0.0', 4],
      ['240.0.0.0', 4],
      ['168.63.129.16', 32],
    ] as const
  ).map(([network, bits]) => [numberOf(network), bits] as const),
];

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function textOf(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

const privateV4 = fc
  .tuple(
    fc.constantFrom(...PRIVATE_V4),
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  )
  .map(([[network, bits], at]) => textOf(network + Math.floor(at * 2 ** (32 - bits))));

/** How people, and attackers, write an IPv4 address in a URL. */
const SPELLINGS: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => `${address}.`,
  (address) => String(numberOf(address)),
  (address) => `0x${numberOf(address).toString(16)}`,
  (address) => `0${numberOf(address).toString(8)}`,
  (address) =>
    address
      .split('.')
      .map((part) => `0x${Number(part).toString(16)}`)
      .join('.'),
  (address) =>
    address
      .split('.')
      .map((part) => `0${Number(part).toString(8)}`)
      .join('.'),
  (address) => `[::ffff:${address}]`,
  (address) => `[::${address}]`,
  (address) => `[64:ff9b::${address}]`,
  (address) => `[2002:${hexPairs(address)}::1]`,
  (address) => address.replaceAll('.', '。'),
  (address) => address.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (address) => address.replaceAll('.', '%2e'),
];

function hexPairs(address: string): string {
  const number = numberOf(address);
  return `${Math.floor(number / 65_536).toString(16)}:${(number % 65_536).toString(16)}`;
}

describe('vetAddress', () => {
  it('rejects private addresses in any spelling', async () => {
    await fc.assert(
      fc.asyncProperty(
        privateV4,
        fc.constantFrom(...SPELLINGS),
        fc.constantFrom('http', 'https', 'HTTP'),
        async (address, spell, scheme) => {
          const url = `${scheme}://${spell(address)}/a.mp4`;
          await expect(vetAddress(url, RULES, signal)).rejects.toMatchObject({
            code: 'SOURCE_BLOCKED',
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('rejects every IPv6 address outside 2000::/3', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(group, group, group, group, group, group, group, group),
        async (groups) => {
          const address = groups.map((one) => one.toString(16)).join(':');
          if (groups[0] >= 0x2000 && groups[0] <= 0x3fff) return;
          expect(isPublic(address)).toBe(false);
          await expect(vetAddress(`http://[${address}]/`, RULES, signal)).rejects.toMatchObject({
            code: 'SOURCE_BLOCKED',
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('connects only to public addresses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(octet, octet, octet, octet), async (octets) => {
        const address = octets.join('.');
        const route = await vetAddress(`https://${address}/`, RULES, signal).catch(() => null);
        const isPrivate = PRIVATE_V4.some(([network, bits]) => {
          const size = 2 ** (32 - bits);
          const number = numberOf(address);
          return number >= network && number < network + size;
        });
        if (isPrivate) expect(route).toBeNull();
        for (const one of route?.addresses ?? []) expect(isPublic(one.address)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '::127.0.0.1',
    'fe00::1',
    '4000::1',
    '100:0:0:1::1',
    'fd00:ec2::254',
    '::',
    '5f00::1',
    'x',
  ])('treats %s as private', (address) => expect(isPublic(address)).toBe(false));

  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:93.184.216.34'])(
    'treats %s as public',
    (address) => expect(isPublic(address)).toBe(true),
  );

  it.each([
    ['nonsense', 'not a valid URL'],
    ['ftp://93.184.216.34/', 'Only http and https'],
    ['file:///etc/passwd', 'Only http and https'],
    ['http://user@93.184.216.34/', 'user name or password'],
    ['http://:password@93.184.216.34/', 'user name or password'],
    ['http://93.184.216.34:22/', 'Only the ports'],
    ['http://localhost/', 'does not exist or is not on the public internet'],
    ['http://localhost./', 'does not exist or is not on the public internet'],
    ['http://no-such-host.invalid/', 'does not exist or is not on the public internet'],
  ])('rejects %s', async (url, message) => {
    await expect(vetAddress(url, RULES, signal)).rejects.toThrow(message);
  });

  it('lets an operator allow a host, or one port of a host', async () => {
    const rules = { ...RULES, allowedHosts: ['127.0.0.1:8080', '[::1]'] };
    expect(await vetAddress('http://127.0.0.1:8080/a#t', rules, signal)).toMatchObject({
      trusted: true,
      url: new URL('http://127.0.0.1:8080/a'),
    });
    await vetAddress('http://[::1]:99/', rules, signal);
    await expect(vetAddress('http://127.0.0.1/', rules, signal)).rejects.toThrow('public internet');
  });

  it('does not wait for name resolution after an abort', async () => {
    await expect(vetAddress('http://a.invalid/', RULES, AbortSignal.abort())).rejects.toMatchObject(
      {
        name: 'AbortError',
      },
    );
  });
});
