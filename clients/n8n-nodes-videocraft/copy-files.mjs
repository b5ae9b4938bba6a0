import { copyFile } from 'node:fs/promises';

// The compiler copies no pictures.
const path = 'nodes/VideoCraft/videocraft.svg';
await copyFile(path, `dist/${path}`);
