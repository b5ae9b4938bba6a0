import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { type ConnectionLimits, limitConnections } from './limit-connections.js';

class FakeSocket extends EventEmitter {
  destroyed = false;

  constructor(readonly remoteAddress: string | undefined) {
    super();
  }

  destroy(): void {
    this.destroyed = true;
  }
}

/** A server whose connections are events. */
function serverWith(limits: ConnectionLimits) {
  const server = new EventEmitter();
  limitConnections(server as unknown as Server, limits);
  return {
    connect: (address?: string) => {
      const socket = new FakeSocket(address);
      server.emit('connection', socket);
      return socket;
    },
    /** Starts a request, and returns what ends it. */
    request: (socket: FakeSocket) => {
      const response = new EventEmitter();
      server.emit('request', { socket }, response);
      return () => response.emit('close');
    },
  };
}

const closed = (...sockets: FakeSocket[]) => sockets.map(({ destroyed }) => destroyed);

describe('limitConnections', () => {
  it('lets the longest idle connection of an address make way', () => {
    const { connect } = serverWith({ total: 10, perAddress: 2 });
    const sockets = [connect('10.0.0.1'), connect('10.0.0.2'), connect('10.0.0.1')];
    const late = connect('10.0.0.1');
    expect(closed(...sockets, late)).toEqual([true, false, false, false]);
    // The event of the closed connection comes after its place is taken.
    sockets[0]!.emit('close');
    expect(closed(...sockets, late)).toEqual([true, false, false, false]);
  });

  it('keeps connections with a request in work', () => {
    const { connect, request } = serverWith({ total: 10, perAddress: 2 });
    const [first, second] = [connect('10.0.0.1'), connect('10.0.0.1')];
    const end = request(first);
    request(second);
    expect(closed(connect('10.0.0.1'), first, second)).toEqual([true, false, false]);
    end();
    expect(closed(connect('10.0.0.1'), first, second)).toEqual([false, true, false]);
  });

  it('bounds the connections of all addresses, and forgets closed ones', () => {
    const { connect } = serverWith({ total: 2, perAddress: null });
    const sockets = [connect('10.0.0.1'), connect('10.0.0.1')];
    expect(closed(connect('10.0.0.2'), ...sockets)).toEqual([false, true, false]);
    for (const socket of sockets) socket.emit('close');
    expect(closed(connect('10.0.0.3'), connect('10.0.0.4'))).toEqual([false, false]);
  });

  it('counts connections that have no address any more, and ignores the end of closed ones', () => {
    const { connect, request } = serverWith({ total: 2, perAddress: 1 });
    const lost = connect(undefined);
    const end = request(lost);
    expect(closed(connect(undefined))).toEqual([true]);
    lost.emit('close');
    end();
    expect(closed(connect(undefined))).toEqual([false]);
  });

  it('counts an IPv6 network as one address', () => {
    const { connect } = serverWith({ total: 10, perAddress: 1 });
    const first = connect('2001:db8:1:2::1');
    expect(closed(connect('2001:db8:1:2::2'), connect('2001:db8:1:3::1'), first)).toEqual([
      false,
      false,
      true,
    ]);
  });
});
