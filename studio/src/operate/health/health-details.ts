/** What `GET /health/detailed` says. The API description leaves it open, so later versions may say more. */
export interface HealthDetails {
  readonly checks: Readonly<Record<string, Check>>;
  readonly uptime_seconds: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly ffmpeg_confinement: string;
  readonly encoder: string;
  readonly memory: { readonly resident_bytes: number };
  readonly disk: { readonly free_bytes: number; readonly total_bytes: number } | null;
  readonly load_average: readonly number[];
  readonly workers: {
    readonly configured: number;
    readonly ffmpeg_processes: number;
    readonly processes: readonly WorkerProcess[];
  };
  readonly fleet: readonly FleetWorker[] | null;
  readonly queue: {
    readonly by_status: Readonly<Record<string, number>>;
    readonly oldest_pending_seconds: number;
    readonly processing_without_sign_of_life: number;
  } | null;
  readonly timing: {
    readonly alignment_languages: readonly string[];
    readonly recognition: string | null;
    readonly recognition_model: string | null;
  };
  readonly warnings: readonly string[];
}

/** A check, with the reason if it fails. */
export interface Check {
  readonly status: string;
  /** What it means. */
  readonly problem?: string;
  readonly reason?: string;
}

interface JobOfWorker {
  readonly id: string;
  readonly attempt: number;
}

export interface WorkerProcess {
  readonly pid: number | null;
  readonly state: string;
  readonly job: JobOfWorker | null;
  readonly problem: string | null;
  readonly restarts: number;
  readonly memory: { readonly resident_bytes: number } | null;
}

export interface FleetWorker {
  readonly id: string;
  readonly host: string;
  readonly version: string;
  readonly state: string;
  readonly job: JobOfWorker | null;
  readonly seen_seconds_ago: number;
  readonly free_bytes: number;
  readonly encoder: string;
  readonly cores: number;
}

/** Whether an operator has nothing to do. */
export function isHealthy(details: HealthDetails): boolean {
  const { checks, warnings, workers, fleet, queue } = details;
  const hasWorker = fleet === null || fleet.some(({ state }) => state !== 'gone');
  return (
    Object.values(checks).every(({ status }) => status === 'up') &&
    warnings.length === 0 &&
    workers.processes.every(({ problem }) => problem === null) &&
    hasWorker &&
    queue !== null &&
    queue.processing_without_sign_of_life === 0
  );
}
