import { type OwnKey, useRequest } from '../../api/index.js';
import { texts } from '../../texts/index.js';
import './own-usage.css';

type Name = keyof OwnKey['usage'];

const FORMATS: Readonly<Record<Name, (value: number) => string>> = {
  waiting_jobs: texts.units.number,
  running_jobs: texts.units.number,
  daily_video_seconds: texts.units.took,
  daily_voice_characters: texts.units.number,
  kept_bytes: texts.units.bytes,
  daily_config_bytes: texts.units.bytes,
  asset_bytes: texts.units.bytes,
  assets: texts.units.number,
};

/** What the key of the page uses of its limits. */
export function OwnUsage() {
  const { data } = useRequest((api, signal) => api.keys.me({ signal }));
  const words = texts.operate.keys;
  if (data === null) return null;
  return (
    <section class="card" aria-labelledby="own-usage">
      <h2 id="own-usage">{words.usage}</h2>
      <dl class="own-usage">
        {(Object.keys(words.usageNames) as Name[]).map((name) => {
          const used = data.usage[name];
          const limit = data.limits[name];
          const format = FORMATS[name];
          return (
            <div key={name}>
              <dt>{words.usageNames[name]}</dt>
              <dd>
                {limit === null
                  ? words.withoutLimit(format(used))
                  : words.ofLimit(format(used), format(limit))}
                {limit !== null && (
                  <meter
                    aria-label={words.usageNames[name]}
                    min={0}
                    max={Math.max(limit, 1)}
                    high={limit * 0.9}
                    optimum={0}
                    value={used}
                  />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
