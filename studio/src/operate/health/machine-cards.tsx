import { texts } from '../../texts/index.js';
import { Pairs } from '../page/pairs.js';
import type { HealthDetails } from './health-details.js';

/** The machine and the programs of the service. */
export function MachineCards({ details }: { details: HealthDetails }) {
  const words = texts.operate.health;
  const { units } = texts;
  const { disk, timing, versions } = details;
  return (
    <>
      <section class="card" aria-labelledby="health-machine">
        <h2 id="health-machine">{words.machine}</h2>
        <Pairs
          pairs={[
            { name: words.uptime, value: units.took(details.uptime_seconds) },
            {
              name: words.load,
              value: details.load_average.map((each) => each.toFixed(2)).join('  '),
            },
            { name: words.resident, value: units.bytes(details.memory.resident_bytes) },
            { name: words.ffmpegProcesses, value: String(details.workers.ffmpeg_processes) },
            {
              name: words.disk,
              value:
                disk === null
                  ? words.none
                  : words.ofTotal(units.bytes(disk.free_bytes), units.bytes(disk.total_bytes)),
            },
          ]}
        />
        {disk !== null && (
          <meter
            class="health-disk"
            aria-label={words.disk}
            min={0}
            max={disk.total_bytes}
            low={disk.total_bytes * 0.1}
            optimum={disk.total_bytes}
            value={disk.free_bytes}
          />
        )}
      </section>
      <section class="card" aria-labelledby="health-versions">
        <h2 id="health-versions">{words.versions}</h2>
        <Pairs
          pairs={[
            { name: words.versionNames['videocraft']!, value: versions['videocraft'] },
            { name: words.versionNames['node']!, value: versions['node'] },
            {
              name: words.versionNames['ffmpeg']!,
              value: words.ffmpegFrom(versions['ffmpeg'] ?? '', versions['ffmpeg_source'] ?? ''),
            },
            { name: words.confinement, value: details.ffmpeg_confinement },
            { name: words.encoder, value: details.encoder },
          ]}
        />
      </section>
      <section class="card" aria-labelledby="health-timing">
        <h2 id="health-timing">{words.timing}</h2>
        <Pairs
          pairs={[
            { name: words.languages, value: timing.alignment_languages.join(', ') || words.none },
            {
              name: words.recognition,
              value:
                [timing.recognition, timing.recognition_model]
                  .filter((each) => each !== null)
                  .join(', ') || words.none,
            },
          ]}
        />
      </section>
    </>
  );
}
