const FILE_HEADER = 32;
const FRAME_HEADER = 12;

/** Writes AV1 frames as an IVF file at 25 frames per second. */
export function writeIvf(frames: readonly Uint8Array[]): Uint8Array {
  const size = frames.reduce((sum, frame) => sum + FRAME_HEADER + frame.length, FILE_HEADER);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  file.set(Array.from('DKIF', (letter) => letter.charCodeAt(0)));
  view.setUint16(6, FILE_HEADER, true);
  file.set(
    Array.from('AV01', (letter) => letter.charCodeAt(0)),
    8,
  );
  view.setUint32(16, 25, true);
  view.setUint32(20, 1, true);
  view.setUint32(24, frames.length, true);
  let at = FILE_HEADER;
  frames.forEach((frame, index) => {
    view.setUint32(at, frame.length, true);
    view.setUint32(at + 4, index, true);
    file.set(frame, at + FRAME_HEADER);
    at += FRAME_HEADER + frame.length;
  });
  return file;
}
