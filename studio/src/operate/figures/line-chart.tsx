import { useId, useState } from 'preact/hooks';
import { texts } from '../../texts/index.js';
import type { Line } from './charts.js';
import './line-chart.css';
import { pathThrough, scaleFor } from './scale.js';

/** Units of the drawing. It is stretched to the size of its place. */
const WIDTH = 600;
const HEIGHT = 160;

export interface LineChartProps {
  readonly title: string;
  readonly lines: readonly Line[];
  /** The times of the values, in milliseconds. */
  readonly times: readonly number[];
  readonly format: (value: number) => string;
  readonly least: number;
}

/** Lines over time, with the values where the pointer is, and all of them as a table. */
export function LineChart({ title, lines, times, format, least }: LineChartProps) {
  const [pointed, setPointed] = useState<number | null>(null);
  const id = useId();
  const { top, ticks } = scaleFor(
    lines.flatMap(({ values }) => values),
    least,
  );
  const last = times.length - 1;
  const at = Math.min(pointed ?? last, last);
  const [start = 0, end = 0] = [times[0], times[last]];
  const xOf = (index: number) =>
    end === start ? WIDTH : (WIDTH * (times[index]! - start)) / (end - start);
  const yOf = (value: number) => HEIGHT - (HEIGHT * value) / top;
  const words = texts.operate.figures;
  const textOf = (value: number | null | undefined) =>
    value === null || value === undefined ? words.noValue : format(value);

  function onPointerMove(event: PointerEvent): void {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const moment = start + ((end - start) * (event.clientX - box.left)) / box.width;
    setPointed(nearest(times, moment));
  }

  return (
    <figure class="chart card" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        <span>{pointed === null ? words.now : timeOf(times[at])}</span>
      </figcaption>
      <ul class="chart-legend">
        {lines.map(({ name, values }, index) => (
          <li key={name}>
            <svg class={`chart-key series-${index}`} viewBox="0 0 24 4" aria-hidden="true">
              <path d="M0 2H24" />
            </svg>
            {name}
            <strong>{textOf(values[at])}</strong>
          </li>
        ))}
      </ul>
      <div class="chart-plot">
        <ol class="chart-ticks" aria-hidden="true">
          {ticks.toReversed().map((tick) => (
            <li key={tick}>{format(tick)}</li>
          ))}
        </ol>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          onPointerMove={onPointerMove}
          onPointerLeave={() => setPointed(null)}
        >
          {ticks.map((tick) => (
            <path key={tick} class="chart-grid" d={`M0 ${yOf(tick)}H${WIDTH}`} />
          ))}
          {lines.map(({ name, values }, index) => (
            <path key={name} class={`series-${index}`} d={pathThrough(values, xOf, yOf)} />
          ))}
          {pointed !== null && <path class="chart-pointer" d={`M${xOf(at)} 0V${HEIGHT}`} />}
        </svg>
      </div>
      <p class="chart-times" aria-hidden="true">
        <span>{timeOf(start)}</span>
        <span>{timeOf(end)}</span>
      </p>
      <ValueTable title={title} lines={lines} times={times} textOf={textOf} />
    </figure>
  );
}

function ValueTable(props: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly times: readonly number[];
  readonly textOf: (value: number | null | undefined) => string;
}) {
  const { title, lines, times, textOf } = props;
  const [isOpen, setOpen] = useState(false);
  const words = texts.operate.figures;
  return (
    <details class="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.table}</summary>
      {isOpen && (
        <div class="table-frame" tabIndex={0} role="region" aria-label={title}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.time}</th>
                {lines.map(({ name }) => (
                  <th key={name} scope="col" class="number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...times.keys()].toReversed().map((index) => (
                <tr key={times[index]}>
                  <th scope="row">{timeOf(times[index])}</th>
                  {lines.map(({ name, values }) => (
                    <td key={name} class="number">
                      {textOf(values[index])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

function timeOf(at: number | undefined): string {
  return at === undefined ? '' : new Date(at).toLocaleTimeString('en');
}

function nearest(times: readonly number[], moment: number): number {
  let best = 0;
  for (const [index, time] of times.entries()) {
    if (Math.abs(time - moment) < Math.abs(times[best]! - moment)) best = index;
  }
  return best;
}
