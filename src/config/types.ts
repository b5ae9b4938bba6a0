import type { EncoderName } from '../core/render/encode/encoder-names.js';

/** The way out of a network that has no other, as the usual environment variables tell it. */
export interface ProxySettings {
  /** URLs of the proxies for `http` and for `https` addresses, credentials included; null: none. */
  readonly http: string | null;
  readonly https: string | null;
  /** Hosts that are connected to directly. */
  readonly except: readonly string[];
}

/** Everything the service can be told from outside; made once by `loadConfig`, frozen, injected. */
export interface Config {
  readonly production: boolean;
  readonly server: {
    readonly host: string;
    readonly port: number;
    readonly trustedProxies: number;
    /** Base of links such as `help_url`; null: the address the service listens on. */
    readonly publicUrl: string | null;
    /** Path of the public address, such as `/videos`: of links that are no whole addresses; empty: the root. */
    readonly pathPrefix: string;
    readonly corsMaxAgeSeconds: number;
  };
  readonly dataDir: string;
  /** Folder of fonts besides the built-in ones, or null. */
  readonly fontsDir: string | null;
  /** Null: the embedded Postgres in the data folder. */
  readonly databaseUrl: string | null;
  /** Jobs rendered at once in this process; 0 = API only. */
  readonly workers: number;
  /** Heap of a worker process; null: a share of the memory of the machine. */
  readonly workerHeapMegabytes: number | null;
  readonly logLevel: string;
  readonly security: {
    readonly enableAuth: boolean;
    readonly apiKey: string | null;
    readonly enableCsrf: boolean;
    readonly csrfSecret: string | null;
    /** Exact `host[:port]`, lower case. */
    readonly allowedDomains: readonly string[];
  };
  readonly rateLimit: {
    readonly perMinute: number;
    /** Requests let through beyond `perMinute` within the same minute. */
    readonly burst: number;
    /** True: counters live in Postgres, one count over all API processes. */
    readonly shared: boolean;
  };
  readonly metricsPublic: boolean;
  readonly limits: {
    /** Time to check the body of one request. */
    readonly validationMs: number;
  };
  readonly storage: {
    /** Space that must be free on the disk of the data folder. */
    readonly minFreeBytes: number;
  };
  readonly sources: {
    /** `host[:port]` entries that may be private and may use any port. */
    readonly allowedHosts: readonly string[];
    readonly maxBytes: number;
    readonly connectTimeoutMs: number;
    readonly idleTimeoutMs: number;
    readonly totalTimeoutMs: number;
    /** Longest audio or video source, seconds. */
    readonly maxDurationSeconds: number;
    /** How often a fetch that failed for a reason that may pass is tried again. */
    readonly retries: number;
    readonly userAgent: string;
    readonly proxies: ProxySettings;
  };
  readonly ffmpeg: {
    readonly path: string | null;
    readonly probePath: string | null;
    /** Production refuses the bundled 2018 build unless this is true. */
    readonly allowBundled: boolean;
    /** Of moving segments. */
    readonly encoder: EncoderName;
    /** GPU of the encoder, or null: the first. */
    readonly encoderDevice: string | null;
    /** Variables that are handed on to ffmpeg where it uses a GPU. */
    readonly driverEnvironment: Readonly<Record<string, string>>;
  };
  readonly cache: {
    /** Bound of the cache of rendered segments. */
    readonly segmentsMaxBytes: number;
    /** Bound of the cache of encoded sound tracks. */
    readonly soundsMaxBytes: number;
    /** Bound of the cache of what was decoded of sources. */
    readonly sourcesMaxBytes: number;
  };
  readonly recognition: {
    /** Base URL of an OpenAI-compatible endpoint, e.g. `http://127.0.0.1:8000/v1`; null: none. */
    readonly url: string | null;
    readonly apiKey: string | null;
    /** With a URL the model asked for there; else a model of this machine, by name or path; null: none. */
    readonly model: string | null;
    /** Takes the place of the hosts that models are fetched from; null: none does. */
    readonly modelsUrl: string | null;
    readonly timeoutMs: number;
  };
  /** Defaults of the caption settings a project leaves out, as the config spells them (kebab-case). */
  readonly subtitles: Readonly<Record<string, string | number | boolean>>;
}
