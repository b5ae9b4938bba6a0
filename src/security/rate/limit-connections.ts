import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './client-address.js';

export interface ConnectionLimits {
  readonly total: number;
  /** Null: behind a proxy, all connections come from its address. */
  readonly perAddress: number | null;
}

/** The open connections of one client address, or of all. */
interface Group {
  readonly open: Set<Socket>;
  /** Connections without a request in work, the longest idle first. */
  readonly idle: Set<Socket>;
}

/**
 * Bounds the connections of each client address and of all together. At a limit, the connection that has
 * been idle longest makes way, so that clients who only hold connections cannot keep others out. If none
 * is idle, the new connection is closed.
 */
export function limitConnections(server: Server, { total, perAddress }: ConnectionLimits): void {
  const all = emptyGroup();
  const addresses = new Map<string, Group>();
  const groupsOf = new WeakMap<Socket, readonly Group[]>();

  const forget = (socket: Socket, address: string) => {
    for (const { open, idle } of groupsOf.get(socket)!) {
      open.delete(socket);
      idle.delete(socket);
    }
    groupsOf.delete(socket);
    if (addresses.get(address)?.open.size === 0) addresses.delete(address);
  };

  server.on('connection', (socket: Socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    const own = addresses.get(address) ?? emptyGroup();
    if (!makeRoom(own, perAddress ?? Infinity) || !makeRoom(all, total)) {
      socket.destroy();
      return;
    }
    addresses.set(address, own);
    groupsOf.set(socket, [own, all]);
    for (const { open, idle } of [own, all]) {
      open.add(socket);
      idle.add(socket);
    }
    socket.once('close', () => forget(socket, address));
  });

  server.on('request', ({ socket }: IncomingMessage, res: ServerResponse) => {
    for (const { idle } of groupsOf.get(socket) ?? []) idle.delete(socket);
    res.once('close', () => {
      for (const { idle } of groupsOf.get(socket) ?? []) idle.add(socket);
    });
  });
}

function emptyGroup(): Group {
  return { open: new Set(), idle: new Set() };
}

/** @returns false if the group is full of connections that are in use */
function makeRoom({ open, idle }: Group, limit: number): boolean {
  if (open.size < limit) return true;
  const [longest] = idle;
  if (longest === undefined) return false;
  // Its event comes later, but its place is free at once.
  open.delete(longest);
  idle.delete(longest);
  longest.destroy();
  return true;
}
