/** A service whose share links open a page instead of a file. */
export interface ShareService {
  readonly name: string;
  /** One or more sentences with an alternative. */
  readonly advice: string;
}

interface KnownService extends ShareService {
  /** True for hosts (in lowercase) and paths of its pages. */
  readonly isPage: (host: string, path: string) => boolean;
  /** The direct link of the file, or null when it cannot be derived from the share link. */
  readonly direct?: (url: URL) => string | null;
}

const SHARED_WITH_ALL = 'Share the file with anyone who has the link';
const UPLOAD_ELSEWHERE = 'Upload the file to a host that serves it directly.';

const SERVICES: readonly KnownService[] = [
  {
    name: 'Google Drive',
    advice: `${SHARED_WITH_ALL}. Google returns a page for folders, for files that are too large for its virus scan, and for files that are downloaded too often.`,
    isPage: (host) =>
      isInDomain(host, 'drive.google.com', 'docs.google.com', 'drive.usercontent.google.com'),
    direct: directDrive,
  },
  {
    name: 'Dropbox',
    advice: `${SHARED_WITH_ALL}, and use the link of a file instead of a folder.`,
    isPage: (host) => isInDomain(host, 'dropbox.com'),
    direct: directDropbox,
  },
  {
    name: 'GitHub',
    advice: 'Use the address of the raw file in a public repository.',
    isPage: (host) => host === 'github.com' || host === 'www.github.com',
    direct: (url) => withSegment(url, /^(\/[^/]+\/[^/]+\/)blob\//, '$1raw/'),
  },
  {
    name: 'GitLab',
    advice: 'Use the address of the raw file in a public repository.',
    isPage: (host) => host === 'gitlab.com',
    direct: (url) => withSegment(url, /^(\/.+\/-\/)blob\//, '$1raw/'),
  },
  {
    name: 'Hugging Face',
    advice: 'Use the address of the file, which has "resolve" in its path.',
    isPage: (host) => host === 'huggingface.co',
    direct: (url) =>
      withSegment(url, /^((?:\/datasets|\/spaces)?\/[^/]+\/[^/]+\/)blob\//, '$1resolve/'),
  },
  {
    name: 'OneDrive or SharePoint',
    advice: `${SHARED_WITH_ALL} and add "download=1" to the query of the link, or upload the file elsewhere.`,
    isPage: (host) =>
      isInDomain(host, '1drv.ms', 'onedrive.live.com', 'sharepoint.com', 'onedrive.com'),
  },
  {
    name: 'Google Photos',
    advice: UPLOAD_ELSEWHERE,
    isPage: (host) => isInDomain(host, 'photos.google.com', 'photos.app.goo.gl'),
  },
  { name: 'iCloud', advice: UPLOAD_ELSEWHERE, isPage: (host) => isInDomain(host, 'icloud.com') },
  {
    name: 'WeTransfer',
    advice: UPLOAD_ELSEWHERE,
    isPage: (host) => isInDomain(host, 'wetransfer.com', 'we.tl'),
  },
  {
    name: 'Box',
    advice: UPLOAD_ELSEWHERE,
    isPage: (host, path) => isInDomain(host, 'box.com') && path.startsWith('/s/'),
  },
  { name: 'MediaFire', advice: UPLOAD_ELSEWHERE, isPage: (host) => host === 'www.mediafire.com' },
  { name: 'MEGA', advice: UPLOAD_ELSEWHERE, isPage: (host) => isInDomain(host, 'mega.nz') },
  {
    name: 'YouTube',
    advice: 'YouTube videos cannot be downloaded. Use your own file.',
    isPage: (host) => isInDomain(host, 'youtube.com', 'youtu.be', 'youtube-nocookie.com'),
  },
  { name: 'Vimeo', advice: UPLOAD_ELSEWHERE, isPage: (host) => isInDomain(host, 'vimeo.com') },
  { name: 'Loom', advice: UPLOAD_ELSEWHERE, isPage: (host) => isInDomain(host, 'loom.com') },
  { name: 'TikTok', advice: UPLOAD_ELSEWHERE, isPage: (host) => isInDomain(host, 'tiktok.com') },
  {
    name: 'Instagram',
    advice: UPLOAD_ELSEWHERE,
    isPage: (host) => isInDomain(host, 'instagram.com'),
  },
  {
    name: 'Imgur',
    advice: 'Use the address of the picture, which begins with https://i.imgur.com/.',
    isPage: (host) => isInDomain(host, 'imgur.com'),
  },
  {
    name: 'Unsplash, Pexels or Pixabay',
    advice: 'Use the address that the download button opens.',
    isPage: (host) => isInDomain(host, 'unsplash.com', 'pexels.com', 'pixabay.com'),
  },
];

/** The known service whose page an address opens, or null. */
export function shareServiceOf(url: URL): ShareService | null {
  const found = SERVICES.find(({ isPage }) => isPage(url.hostname, url.pathname));
  return found ? { name: found.name, advice: found.advice } : null;
}

/**
 * The direct link of the file that a share link shows.
 *
 * @returns null when the address is not a share link, is already a direct link, or does not determine the
 *   direct link
 */
export function directLinkOf(url: URL): { readonly url: string; readonly service: string } | null {
  const known = SERVICES.find(({ isPage }) => isPage(url.hostname, url.pathname));
  const direct = known?.direct?.(url) ?? null;
  return known && direct !== null ? { url: direct, service: known.name } : null;
}

/** True for a domain and its subdomains. */
function isInDomain(host: string, ...domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** `/file/d/<id>/view`, `/open?id=<id>` and `/uc?id=<id>`, for any account (`/u/0`). */
function directDrive(url: URL): string | null {
  if (url.hostname !== 'drive.google.com' && url.hostname !== 'docs.google.com') return null;
  const path = url.pathname.replace(/^\/u\/\d{1,3}(?=\/)/, '');
  const named = /^\/file(?:\/u\/\d{1,3})?\/d\/([\w-]+)(?:\/|$)/.exec(path)?.[1];
  const asked = path === '/open' || path === '/uc' ? url.searchParams.get('id') : null;
  const id = named ?? asked;
  if (id === null || !/^[\w-]+$/.test(id)) return null;
  if (path === '/uc' && url.searchParams.get('export') === 'download') return null;
  const direct = new URL('https://drive.google.com/uc?export=download');
  direct.searchParams.set('id', id);
  const key = url.searchParams.get('resourcekey');
  if (key !== null) direct.searchParams.set('resourcekey', key);
  return direct.href;
}

/** `/s/<id>/<name>` and `/scl/fi/<id>/<name>`; folders (`/sh/`, `/scl/fo/`) would become archives. */
function directDropbox(url: URL): string | null {
  if (!/^\/(s|scl\/fi)\/[^/]/.test(url.pathname)) return null;
  if (url.hostname !== 'dropbox.com' && url.hostname !== 'www.dropbox.com') return null;
  if (url.searchParams.get('dl') === '1' || url.searchParams.get('raw') === '1') return null;
  const direct = new URL(url);
  direct.searchParams.set('dl', '1');
  return direct.href;
}

function withSegment(url: URL, page: RegExp, raw: string): string | null {
  if (!page.test(url.pathname)) return null;
  const direct = new URL(url);
  direct.pathname = url.pathname.replace(page, raw);
  direct.hash = '';
  return direct.href;
}
