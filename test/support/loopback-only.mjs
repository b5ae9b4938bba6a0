/**
 * Runs before each test file. Names other than those of this machine have no address, so nothing that a test starts in
 * its own process reaches another machine: neither by mistake, nor because a default of the service fetches something.
 */
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

const GUARDED = Symbol.for('videocraft.loopback-only');

function isOwn(name) {
  return isIP(name) !== 0 || /^(.+\.)?localhost\.?$/.test(name) || name === hostname();
}

function noAddress(name) {
  const error = new Error(`getaddrinfo ENOTFOUND ${name}`);
  return Object.assign(error, { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: name });
}

// Test files share the modules of Node.
if (!(GUARDED in dns)) {
  const { lookup } = dns;
  const { lookup: promised } = dns.promises;
  dns[GUARDED] = true;
  dns.lookup = (name, ...more) => {
    if (isOwn(name)) return lookup(name, ...more);
    const callback = more.at(-1);
    setImmediate(() => callback(noAddress(name)));
    return {};
  };
  dns.promises.lookup = async (name, ...more) => {
    if (isOwn(name)) return promised(name, ...more);
    throw noAddress(name);
  };
  // A name server of a test may know any name.
  for (const method of ['resolve4', 'resolve6']) {
    const { [method]: resolve } = dns.promises.Resolver.prototype;
    dns.promises.Resolver.prototype[method] = async function (name, ...more) {
      const isOfTest = this.getServers().every((server) => server.startsWith('127.0.0.1:'));
      if (isOfTest) return resolve.call(this, name, ...more);
      throw noAddress(name);
    };
  }
  syncBuiltinESMExports();
}
