import { open } from 'node:fs/promises';

/** Makes the names in a folder durable: a new file survives a power cut only once its folder is on disk too. Windows has no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
