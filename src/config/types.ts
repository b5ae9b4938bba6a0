import type { Limits } from '../core/budget/limits.js';
import type { ConfinementMode } from './confinement-modes.js';
import type { FfmpegBuildChoice } from './ffmpeg-builds.js';
import type { EncoderName } from '../core/render/encode/encoder-names.js';

/** The proxies for outbound requests, from the usual environment variables. */
export interface ProxySettings {
  /** The URL of the proxy for `http` addresses, including its credentials, or null. */
  readonly http: string | null;
  /** The same for `https` addresses. */
  readonly https: string | null;
  /** Hosts that do not use a proxy. */
  readonly except: readonly string[];
}

/** An S3-compatible store. */
export interface S3Settings {
  /** Null: Amazon. */
  readonly endpoint: string | null;
  /** The endpoint in the addresses that clients get. */
  readonly publicEndpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  /** Empty, or a beginning of keys that ends with a slash. */
  readonly prefix: string;
  readonly pathStyle: boolean;
  /** Null: those that the AWS SDK finds. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  readonly timeoutMs: number;
}

/** The configuration of the service. `loadConfig` creates and freezes it once. */
export interface Config {
  readonly production: boolean;
  readonly server: {
    readonly host: string;
    readonly port: number;
    readonly trustedProxies: number;
    /** The base of links such as `help_url`. Null: the address that the service listens on. */
    readonly publicUrl: string | null;
    /** The path of the public address, such as `/videos`, for links without a host. Empty: the root. */
    readonly pathPrefix: string;
    readonly corsMaxAgeSeconds: number;
    readonly maxConnections: number;
    /** Does not count behind a proxy. */
    readonly maxConnectionsPerAddress: number;
  };
  readonly dataDir: string;
  /** The folder of additional fonts, or null. */
  readonly fontsDir: string | null;
  /** A folder, or an http or https address without a trailing slash. */
  readonly fontsMirror: string | null;
  /** Null: the embedded Postgres in the data folder. */
  readonly databaseUrl: string | null;
  /** The same database without a pooler; null: `databaseUrl`, or unknown behind a pooler. */
  readonly directDatabaseUrl: string | null;
  /** False: another process has migrated the database. */
  readonly migrateDatabase: boolean;
  /** The number of jobs that this process renders at the same time. 0: API only. */
  readonly workers: number;
  /** The number of previews that the API makes at the same time. 0: none. */
  readonly previews: number;
  /** Estimated time of rendering from which on idle workers help with a job. 0: never. */
  readonly spreadMs: number;
  /** Heap of a worker process; null: a share of the memory of the machine. */
  readonly workerHeapMegabytes: number | null;
  readonly logLevel: string;
  /** `auto`: text on a terminal, and JSON otherwise. */
  readonly logFormat: 'auto' | 'json' | 'text';
  readonly security: {
    readonly enableAuth: boolean;
    readonly apiKey: string | null;
    /** `browsers`: only for requests that a browser may have sent. */
    readonly enableCsrf: boolean | 'browsers';
    readonly csrfSecret: string | null;
    /** Exact `host[:port]` entries in lowercase. */
    readonly allowedDomains: readonly string[];
  };
  readonly rateLimit: {
    readonly perMinute: number;
    /** Additional requests that are allowed within the same minute. */
    readonly burst: number;
    /** Previews, which are counted apart. Ten times as many files of the studio. */
    readonly pagePerMinute: number;
    /** The refused API keys of a client address in a minute, after which no further key is looked up. */
    readonly wrongKeysPerMinute: number;
    /** True: the counters are in Postgres, and all API processes share them. */
    readonly shared: boolean;
  };
  readonly metricsPublic: boolean;
  /** Bounds on the work of one request or one job. */
  readonly limits: Limits & {
    /** Time to check the body of one request. */
    readonly validationMs: number;
  };
  /** What is removed by age or size. 0: nothing. */
  readonly retention: {
    readonly videoDays: number;
    readonly videoBytes: number;
    readonly jobDays: number;
    readonly jobBytes: number;
    readonly assetDays: number;
    readonly assetBytes: number;
    readonly auditMonths: number;
    readonly auditBytes: number;
    readonly templateRevisions: number;
    /** How long the log of webhooks and deliveries is kept. */
    readonly deliveryDays: number;
  };
  readonly delivery: {
    readonly destinationsFile: string | null;
    /** The longest time of an attempt to send a webhook. */
    readonly webhookTimeoutMs: number;
    /** The longest time that a signed link is valid. */
    readonly linkMaxSeconds: number;
  };
  readonly storage: {
    /** The minimum free space on the disk of the data folder. */
    readonly minFreeBytes: number;
    /** True: clients download from the store by signed addresses. */
    readonly redirectDownloads: boolean;
    readonly linkSeconds: number;
    /** Bounds on the caches in an S3 store. */
    readonly sharedCache: { readonly maxDays: number; readonly maxBytes: number };
    /** Null: videos are in the data folder. */
    readonly s3: S3Settings | null;
  };
  readonly sources: {
    /** `host[:port]` entries that can be private and use any port. */
    readonly allowedHosts: readonly string[];
    readonly maxBytes: number;
    readonly connectTimeoutMs: number;
    readonly idleTimeoutMs: number;
    readonly totalTimeoutMs: number;
    /** The maximum length of an audio or video source. */
    readonly maxDurationSeconds: number;
    /** The maximum number of retries after transient failures. */
    readonly retries: number;
    readonly userAgent: string;
    readonly proxies: ProxySettings;
  };
  readonly ffmpeg: {
    readonly build: FfmpegBuildChoice;
    readonly path: string | null;
    readonly probePath: string | null;
    /** In production, the bundled build is used only if this is true. */
    readonly allowBundled: boolean;
    readonly confinement: ConfinementMode;
    /** The encoder of moving segments. */
    readonly encoder: EncoderName;
    /** The GPU of the encoder. Null: the first. */
    readonly encoderDevice: string | null;
    /** Environment variables that ffmpeg gets when it uses a GPU. */
    readonly driverEnvironment: Readonly<Record<string, string>>;
  };
  /** The browser that draws HTML. */
  readonly browser: {
    /** Null: elements of HTML are refused. */
    readonly path: string | null;
    readonly timeoutMs: number;
  };
  readonly cache: {
    /** The size limit of the cache of rendered segments. */
    readonly segmentsMaxBytes: number;
    /** The size limit of the cache of encoded sound tracks. */
    readonly soundsMaxBytes: number;
    /** The size limit of the cache of decoded sources. */
    readonly sourcesMaxBytes: number;
    /** The size limit of the cache of spoken sentences. */
    readonly voicesMaxBytes: number;
  };
  /** The engines that speak texts. */
  readonly voices: {
    /** The base URL of an OpenAI-compatible endpoint, or null. */
    readonly url: string | null;
    readonly apiKey: string | null;
    /** With a URL, the model name that requests contain; otherwise the name or path of a local model. */
    readonly model: string | null;
    /** The voice of elements that name none, or null for that of the engine. */
    readonly voice: string | null;
    /** The JSON file of further engines and voices, or null. */
    readonly file: string | null;
    readonly timeoutMs: number;
  };
  readonly recognition: {
    /** The base URL of an OpenAI-compatible endpoint, such as `http://127.0.0.1:8000/v1`, or null. */
    readonly url: string | null;
    readonly apiKey: string | null;
    /**
     * With a URL, the model name that requests contain, or null for the usual one. Otherwise `auto`, or the name or
     * path of a local model, or null for no speech recognition.
     */
    readonly model: string | null;
    /** A mirror to download models from instead of their original hosts, or null. */
    readonly modelsUrl: string | null;
    readonly timeoutMs: number;
    /** The part of the memory of the machine that each of its workers has. */
    readonly memoryShare: number;
  };
  /** Defaults of caption settings that a config does not set, in kebab-case. */
  readonly subtitles: Readonly<Record<string, string | number | boolean>>;
}
