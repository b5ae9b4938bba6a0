import type { Readable } from 'node:stream';

/** Bytes of an object, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** What a store knows about an object. */
export interface ObjectInfo {
  readonly key: string;
  readonly bytes: number;
  readonly modifiedAt: Date;
}

/** An object whose content is being read. Whoever opens it reads or destroys the stream. */
export interface StoredObject extends ObjectInfo {
  readonly stream: Readable;
}

/** Objects in the order of their keys, and the key after which the next page begins; null: the last page. */
export interface ObjectPage {
  readonly objects: readonly ObjectInfo[];
  readonly next: string | null;
}

/** How a browser saves what a link leads to. */
export interface LinkOptions {
  /** `Content-Disposition` of the response. */
  readonly disposition: string;
  readonly contentType: string;
  readonly seconds: number;
}

/**
 * Where finished videos and shared caches are kept: a folder, or a store that speaks the protocol of S3.
 *
 * A key is a path with slashes, such as `videos/<job>-<attempt>/video.mp4`. An object appears whole or not at
 * all. A store that does not respond, or that refuses, throws `StorageUnavailable`.
 */
export interface ObjectStore {
  /** What operators read about the place, without secrets. */
  readonly description: string;

  /** Adds or replaces an object. The file itself stays. */
  put(key: string, file: string, signal: AbortSignal): Promise<void>;

  /**
   * Copies an object that `put` wrote to a new file, and compares its content with what was put.
   *
   * @returns false if the object is missing. One that is damaged counts as missing. No file is left then.
   */
  fetch(key: string, target: string, signal: AbortSignal): Promise<boolean>;

  /** Opens an object to read it, or a range of it; null if it is missing. */
  open(key: string, range: ByteRange | null, signal?: AbortSignal): Promise<StoredObject | null>;

  /** Null if the object is missing. */
  stat(key: string): Promise<ObjectInfo | null>;

  /** Removes an object if it exists. */
  remove(key: string): Promise<void>;

  /** Removes all objects whose keys begin with a prefix, and what unfinished uploads left of them. */
  removeAll(prefix: string): Promise<void>;

  /** The objects whose keys begin with a prefix, from the first key after `after`, without those of others. */
  list(prefix: string, after: string | null): Promise<ObjectPage>;

  /** An address at which anyone can download the object for a while; null if the store has none. */
  link(key: string, options: LinkOptions): Promise<string | null>;

  /** @throws StorageUnavailable if the store does not respond, or refuses this service */
  check(signal?: AbortSignal): Promise<void>;

  /** Removes what uploads of the service left that were interrupted before a time. */
  removeUnfinished(before: Date): Promise<void>;

  /** Closes all connections. */
  close(): void;
}

/** Injection token of the `ObjectStore`. */
export const OBJECT_STORE = Symbol('OBJECT_STORE');

/** The object that tells one store from another. */
export const IDENTITY_KEY = 'store-id';

/** The beginnings of all other keys. What else a bucket or a folder contains belongs to others. */
export const OWN_PREFIXES = ['assets/', 'caches/', 'plans/', 'sources/', 'videos/'];

/** The part of a key between two slashes. */
const PART = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}$/;

/** Whether a text can be a key. Consoles, file systems, and other programs leave objects whose names cannot. */
export function isKey(text: string): boolean {
  return text.split('/').every((part) => PART.test(part));
}

/** @throws Error if a text is not a key. Keys come from the service, but no mistake may lead out of the store. */
export function requireKey(key: string): string {
  if (isKey(key)) return key;
  throw new Error(`${JSON.stringify(key)} is not a key of an object.`);
}

/** Like `requireKey`, for the beginning of keys. */
export function requirePrefix(prefix: string): string {
  requireKey(prefix.endsWith('/') ? prefix.slice(0, -1) : prefix);
  return prefix;
}
