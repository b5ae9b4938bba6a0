import { vetAddress } from '../../src/engine/fetch/vet-address.js';

const RULES = { allowedHosts: [], trusted: false, proxyOf: () => null, lookupMs: 2_000 };
const { signal } = new AbortController();
const PRIVATE = 'The host of the address does not exist or is not on the public internet.';
const SCHEME = 'Only http and https addresses are allowed.';
const PORT =
  'Only the ports 80 and 443 are allowed. ' +
  'The operator can allow a host and its port with VIDEOCRAFT_SOURCES_ALLOWED_HOSTS.';
const CREDENTIALS = 'The address contains a user name or password. Remove it.';
const INVALID = 'The address is not a valid URL.';

/** Hosts that are not on the public internet, as people and attackers write them. */
const PRIVATE_HOSTS = [
  // Loopback.
  ...['127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '127.255.255.254', '2130706433'],
  ...['0x7f000001', '0x7F.1', '0x7f.0x0.0x0.0x1', '017700000001', '0177.0.0.1', '0177.1'],
  ...['127。0。0。1', '１２７.0.0.1', '127%2e0%2e0%2e1', '%31%32%37.0.0.1', '①②⑦.⓪.⓪.①'],
  ...['localhost', 'LOCALHOST', 'localhost.', 'lo\tcalhost', 'ｌocalhost', 'loc%61lhost'],
  ...['[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]', '[::127.0.0.1]', '[::7f00:1]'],
  ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::FFFF:127.0.0.1]', '[::ffff:0:127.0.0.1]'],
  ...['[64:ff9b::127.0.0.1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::1]'],
  // This network, and private networks.
  ...['0', '0.0.0.0', '0.1.2.3', '00', '0x0', '[::]', '10.0.0.1', '10.255.255.255', '012.0.0.1'],
  ...['167772161', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255', '3232235521'],
  ...['[::ffff:10.0.0.1]', '[::10.0.0.1]', '[64:ff9b::a00:1]', '[2002:a00:1::]'],
  ...['[::ffff:192.168.0.1]', '[::ffff:c0a8:1]', '[fc00::1]', '[fd00::1]', '[fdff:ffff::1]'],
  // Metadata of clouds.
  ...['169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '169.254.43518'],
  ...['[::ffff:169.254.169.254]', '[::ffff:a9fe:a9fe]', '[fd00:ec2::254]', '168.63.129.16'],
  ...['100.100.100.200', '192.0.0.192', '[64:ff9b::a9fe:a9fe]'],
  // Addresses with a purpose of their own.
  ...['100.64.0.1', '100.127.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '198.18.0.1'],
  ...['198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.250', '240.0.0.1'],
  ...['255.255.255.255', '4294967295', '0xffffffff', '037777777777'],
  // IPv6 outside 2000::/3, and reserved parts within.
  ...[
    '[fe80::1]',
    '[fe00::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[ff0e::1]',
    '[100::1]',
    '[100:0:0:1::1]',
  ],
  ...['[1::1]', '[4000::1]', '[5f00::1]', '[8000::1]', '[c000::1]', '[1fff:ffff::1]'],
  ...['[2001:db8::1]', '[2001:10::1]', '[2002::1]'],
];

describe('addresses of sources', () => {
  it.each(PRIVATE_HOSTS)('refuses the host %j', async (host) => {
    await expect(vetAddress(`http://${host}/a.mp4`, RULES, signal)).rejects.toMatchObject({
      code: 'SOURCE_BLOCKED',
      message: PRIVATE,
    });
  });

  it.each([
    ['', INVALID],
    ['/a.mp4', INVALID],
    ['//127.0.0.1/a', INVALID],
    ['http://', INVALID],
    ['http://[::1', INVALID],
    ['http://[fe80::1%25eth0]/', INVALID],
    ['http://256.0.0.1/', INVALID],
    ['http://1.2.3.4.5/', INVALID],
    ['http://0x100000000/', INVALID],
    ['http://a b/', INVALID],
    ['http://a:65536/', INVALID],
    ['file:///etc/passwd', SCHEME],
    ['file://localhost/etc/passwd', SCHEME],
    ['ftp://93.184.216.34/', SCHEME],
    ['gopher://93.184.216.34/', SCHEME],
    ['rtsp://93.184.216.34/', SCHEME],
    ['data:video/mp4;base64,AAAA', SCHEME],
    ['concat:http://93.184.216.34/', SCHEME],
    ['javascript:alert(1)', SCHEME],
    ['blob:http://93.184.216.34/a', SCHEME],
    ['http://93.184.216.34:22/', PORT],
    ['http://93.184.216.34:0/', PORT],
    ['https://93.184.216.34:8443/', PORT],
    ['http://127.0.0.1:6379/', PORT],
    ['http://a@93.184.216.34/', CREDENTIALS],
    ['http://a:b@93.184.216.34/', CREDENTIALS],
    ['http://:b@93.184.216.34/', CREDENTIALS],
    ['http://93.184.216.34@127.0.0.1/', CREDENTIALS],
    ['http://127.0.0.1%00@93.184.216.34/', CREDENTIALS],
    ['http:\\\\a@127.0.0.1\\', CREDENTIALS],
    ['http:127.0.0.1/a', PRIVATE],
    ['http:/127.0.0.1/a', PRIVATE],
    ['http:\\\\127.0.0.1\\a', PRIVATE],
    ['http://127.0.0.1#@93.184.216.34/', PRIVATE],
    ['http://127.0.0.1?@93.184.216.34/', PRIVATE],
    [' http://127.0.0.1/ ', PRIVATE],
    ['ht\ntp://127.0.0.1/', PRIVATE],
    ['HTTPS://127.0.0.1:443/', PRIVATE],
  ])('refuses the address %j', async (url, message) => {
    await expect(vetAddress(url, RULES, signal)).rejects.toMatchObject({
      code: 'SOURCE_BLOCKED',
      message,
    });
  });

  it.each([
    ['http://93.184.216.34/', '93.184.216.34'],
    ['http://0x5db8d822/', '93.184.216.34'],
    ['https://[2606:2800:220:1::1]:443/', '2606:2800:220:1::1'],
    ['http://[2001:4860:4860::8888]/', '2001:4860:4860::8888'],
  ])('connects to the public address %j', async (url, address) => {
    const { addresses } = await vetAddress(url, RULES, signal);
    expect(addresses.map((one) => one.address)).toEqual([address]);
  });
});
