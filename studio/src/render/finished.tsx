import { useState } from 'preact/hooks';
import { client, hasScope, type Job, useRequest, type Video } from '../api/index.js';
import { texts } from '../texts/index.js';
import { Button } from '../ui/button.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { showToast } from '../ui/toast.js';
import { Downloads } from './downloads.js';
import { Facts } from './facts.js';
import './finished.css';
import { OpenJobButton } from './open-job-button.js';
import { Player } from './player.js';
import { ShareDialog } from './share-dialog.js';

/** A video that is ready: to play, to keep, and to share. */
export function Finished({ job, onChange }: { job: Job; onChange: () => void }) {
  const { job_id: id } = job;
  const { data, error, reload } = useRequest((api, signal) => api.videos.get(id, { signal }), [id]);
  if (!hasScope('videos:read')) return <p class="job-note">{texts.errors.scope}</p>;
  if (data === null)
    return error === null ? <Loading /> : <ErrorNotice error={error} onRetry={reload} />;
  return (
    <div class="finished">
      <div class="finished-picture">
        <Player video={data} />
        <SavedWork video={data} />
      </div>
      <div class="finished-side">
        <Downloads job={job} video={data} />
        <FinishedActions job={job} video={data} onChange={onChange} />
        <Facts video={data} />
      </div>
    </div>
  );
}

/** What the render of before has saved. */
function SavedWork({ video: { segments } }: { video: Video }) {
  if (segments === null || segments.total === 0) return null;
  const words = texts.render.cached;
  const { total, cached } = segments;
  return (
    <p class="job-note">
      {cached === 0 && words.none(total)}
      {cached > 0 && cached < total && words.some(cached, total)}
      {cached === total && words.all(total)}
    </p>
  );
}

function FinishedActions(props: {
  readonly job: Job;
  readonly video: Video;
  readonly onChange: () => void;
}) {
  const { job, video, onChange } = props;
  const [dialog, setDialog] = useState<'share' | 'remove' | null>(null);
  const words = texts.render;
  const close = () => setDialog(null);
  return (
    <div class="job-actions">
      <Button icon="share" onClick={() => setDialog('share')}>
        {words.share.button}
      </Button>
      <OpenJobButton job={job} />
      {hasScope('videos:write') && (
        <Button icon="trash" variant="quiet" onClick={() => setDialog('remove')}>
          {words.remove.button}
        </Button>
      )}
      <ShareDialog video={video} isOpen={dialog === 'share'} onClose={close} />
      <ConfirmDialog
        heading={words.remove.heading}
        about={words.remove.about}
        action={words.remove.button}
        isOpen={dialog === 'remove'}
        onClose={close}
        onConfirm={async () => {
          await client.peek()!.videos.delete(video.id);
          showToast(words.remove.done);
          onChange();
        }}
      />
    </div>
  );
}
