import { useState } from 'preact/hooks';
import type { Job } from '../api/index.js';
import { texts } from '../texts/index.js';
import { Button, type ButtonProps } from '../ui/button.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { showToast } from '../ui/toast.js';
import { openJob, wouldReplace } from './open-job.js';

export interface OpenJobButtonProps {
  readonly job: Job;
  readonly variant?: ButtonProps['variant'];
  readonly label?: string;
}

/** Opens the config of a job in the workbench. It asks before it replaces what someone made. */
export function OpenJobButton({ job, variant = 'plain', label }: OpenJobButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const words = texts.render;

  function open(): void {
    setAsking(false);
    if (openJob(job)) showToast(words.opened);
  }

  return (
    <>
      <Button
        variant={variant}
        icon="text"
        onClick={() => (wouldReplace(job) ? setAsking(true) : open())}
      >
        {label ?? words.open}
      </Button>
      <ConfirmDialog
        heading={words.replace.heading}
        about={words.replace.about}
        action={words.replace.submit}
        variant="primary"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={open}
      />
    </>
  );
}
