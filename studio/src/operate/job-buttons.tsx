import { client, useAction } from '../api/index.js';
import { isOpen } from '../jobs/is-open.js';
import type { JobSummary } from '../jobs/job-list.js';
import { hrefOf } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { showFailure } from '../ui/failure-toast.js';
import { showToast } from '../ui/toast.js';
import { shortId } from '../ui/short-id.js';

export interface JobButtonsProps {
  readonly job: JobSummary;
  readonly onChange: () => void;
}

/** What an operator does with a job. */
export function JobButtons({ job, onChange }: JobButtonsProps) {
  const { run, isBusy } = useAction();
  const words = texts.operate.jobs;
  const { job_id: id, status } = job;
  const name = shortId(id);

  const act = (work: () => Promise<void>) =>
    void run(async () => {
      try {
        await work();
        onChange();
      } catch (error) {
        showFailure(error);
      }
    });
  const cancel = async () => {
    await client.peek()!.jobs.cancel(id);
    showToast(words.canceled);
  };
  const retry = async () => {
    const created = await client.peek()!.jobs.retry(id);
    const link = <a href={hrefOf(['jobs', created.job_id])}>{words.openNew}</a>;
    showToast(words.retried, { action: link });
  };

  return (
    <>
      {isOpen(job) && (
        <button
          type="button"
          class="small-button danger"
          disabled={isBusy}
          aria-label={words.of(words.cancel, name)}
          onClick={() => act(cancel)}
        >
          {words.cancel}
        </button>
      )}
      {(status === 'failed' || status === 'cancelled') && (
        <button
          type="button"
          class="small-button"
          disabled={isBusy}
          aria-label={words.of(words.retry, name)}
          onClick={() => act(retry)}
        >
          {words.retry}
        </button>
      )}{' '}
      <a
        href={hrefOf(['operate', 'audit'], { search: id })}
        aria-label={words.of(words.history, name)}
      >
        {words.history}
      </a>
    </>
  );
}
