import { assetAddress } from '../../core/sources/asset-address.js';
import { printFailure } from '../terminal/exit.js';
import { ProgressBar } from '../terminal/progress-bar.js';
import { printFailureOrStop, stopSignal } from '../terminal/stop-signal.js';
import { RememberedUploads, uploadsFolder } from '../uploads/remembered-uploads.js';
import { type AccessOptions, ServiceAccess } from '../uploads/service-access.js';
import { uploadFile } from '../uploads/upload-file.js';

interface UploadCommandOptions extends AccessOptions {
  readonly json?: boolean;
}

/**
 * Uploads files to a service, and prints the address of each. A failure does not stop the others. The same command
 * continues what was interrupted.
 */
export async function uploadCommand(
  files: readonly string[],
  options: UploadCommandOptions,
): Promise<void> {
  const signal = stopSignal();
  const remembered = new RememberedUploads(uploadsFolder());
  try {
    const access = await ServiceAccess.open(options);
    for (const file of files) {
      signal.throwIfAborted();
      const bar = new ProgressBar(process.stderr);
      try {
        const onProgress = (fraction: number) => bar.show(100 * fraction, file);
        const id = await uploadFile(file, { access, remembered, signal, onProgress });
        bar.end();
        print(file, id, options.json ?? false);
      } catch (error) {
        bar.end();
        if (signal.aborted) throw error;
        printFailure(new Error(`${file}: ${(error as Error).message}`, { cause: error }));
      }
    }
  } catch (error) {
    printFailureOrStop(error, signal);
    if (signal.aborted) process.stderr.write('The same command continues the upload.\n');
  }
}

function print(file: string, id: string, json: boolean): void {
  const src = assetAddress(id);
  process.stdout.write(`${json ? JSON.stringify({ file, id, src }) : src}\n`);
}
