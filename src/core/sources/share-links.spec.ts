import { directLinkOf, shareServiceOf } from './share-links.js';

describe('share links', () => {
  it.each([
    [
      'https://drive.google.com/file/d/1AbC_d-9/view?usp=sharing',
      'https://drive.google.com/uc?export=download&id=1AbC_d-9',
    ],
    [
      'https://drive.google.com/file/d/1AbC/view?usp=drive_link&resourcekey=0-x',
      'https://drive.google.com/uc?export=download&id=1AbC&resourcekey=0-x',
    ],
    [
      'https://drive.google.com/file/u/1/d/1AbC/preview',
      'https://drive.google.com/uc?export=download&id=1AbC',
    ],
    [
      'https://drive.google.com/u/0/uc?id=1AbC',
      'https://drive.google.com/uc?export=download&id=1AbC',
    ],
    [
      'https://drive.google.com/open?id=1AbC',
      'https://drive.google.com/uc?export=download&id=1AbC',
    ],
    [
      'https://drive.google.com/uc?id=1AbC&export=view',
      'https://drive.google.com/uc?export=download&id=1AbC',
    ],
    ['https://docs.google.com/uc?id=1AbC', 'https://drive.google.com/uc?export=download&id=1AbC'],
    ['https://www.dropbox.com/s/abc/clip.mp4?dl=0', 'https://www.dropbox.com/s/abc/clip.mp4?dl=1'],
    [
      'https://www.dropbox.com/scl/fi/abc/clip.mp4?rlkey=k&st=s&dl=0',
      'https://www.dropbox.com/scl/fi/abc/clip.mp4?rlkey=k&st=s&dl=1',
    ],
    ['https://dropbox.com/s/abc/clip.mp4', 'https://dropbox.com/s/abc/clip.mp4?dl=1'],
    [
      'https://github.com/o/r/blob/main/a/b.png?x=1#L1',
      'https://github.com/o/r/raw/main/a/b.png?x=1',
    ],
    ['https://gitlab.com/g/s/p/-/blob/main/a.png', 'https://gitlab.com/g/s/p/-/raw/main/a.png'],
    ['https://huggingface.co/o/m/blob/main/a.wav', 'https://huggingface.co/o/m/resolve/main/a.wav'],
    [
      'https://huggingface.co/datasets/o/d/blob/main/a.wav',
      'https://huggingface.co/datasets/o/d/resolve/main/a.wav',
    ],
  ])('%s has a direct form', (link, direct) => {
    expect(directLinkOf(new URL(link))?.url).toBe(direct);
    // The direct form is not a share link, so nothing converts it twice.
    expect(directLinkOf(new URL(direct))).toBeNull();
  });

  it.each([
    'https://drive.google.com/drive/folders/1AbC',
    'https://drive.google.com/uc?export=download&id=1AbC',
    'https://drive.google.com/open?id=..%2Fx',
    'https://docs.google.com/document/d/1AbC/edit',
    'https://www.dropbox.com/sh/abc/def?dl=0',
    'https://www.dropbox.com/scl/fo/abc/def?dl=0',
    'https://www.dropbox.com/s/abc/clip.mp4?raw=1',
    'https://dl.dropboxusercontent.com/s/abc/clip.mp4',
    'https://github.com/o/r/raw/main/b.png',
    'https://github.com/o/r',
    'https://raw.githubusercontent.com/o/r/main/blob/b.png',
    'https://1drv.ms/v/s!abc',
    'https://example.com/file/d/1AbC/view',
    'https://drive.google.com.example.com/file/d/1AbC/view',
    'https://notdropbox.com/s/abc/clip.mp4?dl=0',
  ])('%s is unchanged', (link) => {
    expect(directLinkOf(new URL(link))).toBeNull();
  });

  it.each([
    ['https://drive.google.com/drive/folders/1AbC', 'Google Drive'],
    ['https://www.dropbox.com/sh/abc', 'Dropbox'],
    ['https://1drv.ms/v/s!abc', 'OneDrive or SharePoint'],
    ['https://onedrive.live.com/?id=1', 'OneDrive or SharePoint'],
    ['https://contoso-my.sharepoint.com/:v:/g/personal/x', 'OneDrive or SharePoint'],
    ['https://we.tl/t-abc', 'WeTransfer'],
    ['https://www.youtube.com/watch?v=1', 'YouTube'],
    ['https://youtu.be/1', 'YouTube'],
    ['https://imgur.com/a/b', 'Imgur'],
    ['https://github.com/o/r', 'GitHub'],
    ['https://photos.app.goo.gl/x', 'Google Photos'],
    ['https://app.box.com/s/x', 'Box'],
    ['https://example.com/', undefined],
    ['https://myyoutube.com/', undefined],
  ])('%s belongs to %s', (link, name) => {
    expect(shareServiceOf(new URL(link))?.name).toBe(name);
  });
});
