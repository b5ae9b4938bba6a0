import { serviceUrl, type Job } from '../api/index.js';
import { texts } from '../texts/index.js';
import { Icon } from '../ui/icon.js';
import { OpenJobButton } from './open-job-button.js';
import { placeWords } from './places/place-words.js';

/** Why a job failed, and at which element. */
export function Failure({ job }: { job: Job }) {
  const { error, error_code: code, error_pointer: pointer } = job;
  const words = texts.render.failure;
  return (
    <section class="job-card job-failure" role="alert">
      <Icon name="error" />
      <div>
        <p class="job-failure-what">
          <strong>{code === null ? error : (words.codes[code] ?? error)}</strong>
        </p>
        {error !== null && <p>{error}</p>}
        {pointer !== null && (
          <p class="job-failure-where">
            {words.where}: <strong>{placeWords(job.config, pointer)}</strong>
          </p>
        )}
        <p class="job-failure-links">
          {pointer !== null && (
            <OpenJobButton job={job} variant="primary" label={texts.render.openAt} />
          )}
          {code !== null && (
            <a href={`${serviceUrl()}/docs/errors/${code}`} target="_blank" rel="noreferrer">
              {words.why} (<code>{code}</code>)
            </a>
          )}
        </p>
      </div>
    </section>
  );
}
