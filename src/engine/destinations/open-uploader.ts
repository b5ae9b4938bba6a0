import type { NamedDestination, Uploader, UploadSettings } from './types.js';

/** Opens a destination of the operator. Each protocol is loaded only if it is used. */
export async function openUploader(
  destination: NamedDestination,
  settings: UploadSettings,
): Promise<Uploader> {
  switch (destination.type) {
    case 's3':
      return (await import('./s3-uploader.js')).openS3(destination);
    case 'ftp':
      return (await import('./ftp-uploader.js')).openFtp(destination);
    case 'sftp':
      return (await import('./sftp-uploader.js')).openSftp(destination);
    case 'webdav':
      return (await import('./webdav-uploader.js')).openWebdav(destination, settings);
    default:
      return (await import('./http-uploader.js')).openHttp(destination, settings);
  }
}
