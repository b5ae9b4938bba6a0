import { client, hasScope, type Job, useAction } from '../api/index.js';
import { isOpen } from '../jobs/is-open.js';
import { navigate } from '../routing/router.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { showToast } from '../ui/toast.js';
import { OpenJobButton } from './open-job-button.js';
import { saveConfig } from './save-config.js';

/** What can be done with a job that has no video. */
export function JobActions({ job, onChange }: { job: Job; onChange: () => void }) {
  const { run, isBusy, error } = useAction();
  const words = texts.render;
  const { job_id: id, status } = job;

  const cancel = () =>
    run(async () => {
      await client.peek()!.jobs.cancel(id);
      showToast(words.canceled);
      onChange();
    });
  const retry = () =>
    run(async () => {
      const created = await client.peek()!.jobs.retry(id);
      navigate(['jobs', created.job_id]);
    });

  return (
    <>
      <div class="job-actions">
        {isOpen(job) && hasScope('jobs:cancel') && (
          <Button icon="stop" variant="danger" isBusy={isBusy} onClick={() => void cancel()}>
            {isBusy ? words.canceling : words.cancel}
          </Button>
        )}
        {['failed', 'cancelled'].includes(status) && hasScope('videos:write') && (
          <Button
            icon="refresh"
            isBusy={isBusy}
            title={words.retryAbout}
            onClick={() => void retry()}
          >
            {words.retry}
          </Button>
        )}
        {job.error_pointer === null && <OpenJobButton job={job} />}
        <Button icon="download" onClick={() => saveConfig(job)}>
          {words.files.config}
        </Button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
