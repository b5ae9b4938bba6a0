import { texts } from '../../texts/index.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { OperatePage } from '../page/operate-page.js';
import { CHARTS, linesOf } from './charts.js';
import { LineChart } from './line-chart.js';
import { snapshots, useSnapshots } from './snapshots.js';

/** The metrics of the service over time. */
export default function FiguresScreen() {
  const error = useSnapshots();
  const words = texts.operate.figures;
  const taken = snapshots.value;
  const times = taken.slice(1).map(({ at }) => at);
  return (
    <OperatePage current="figures" about={words.about}>
      {error !== null && <ErrorNotice error={error} />}
      {times.length === 0 && error === null && <Loading label={words.waiting} />}
      {times.length > 0 && (
        <div class="charts">
          {CHARTS.map((chart) => (
            <LineChart key={chart.title} {...chart} lines={linesOf(chart, taken)} times={times} />
          ))}
        </div>
      )}
    </OperatePage>
  );
}
