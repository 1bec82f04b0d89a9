// The resident memory of a process group in megabytes, from /proc; null where there is no /proc.

import { readdir, readFile } from 'node:fs/promises';

export async function groupMemoryMb(group: number): Promise<number | null> {
  const names = await readdir('/proc').catch(() => null);
  if (names === null) return null;
  const processes = names.filter((name) => /^\d+$/.test(name));
  const sizes = await Promise.all(processes.map((id) => residentKb(id, group)));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
}

async function residentKb(id: string, group: number): Promise<number> {
  try {
    const status = await readFile(`/proc/${id}/status`, 'latin1');
    if (field(status, 'NSpgid') !== group) return 0;
    return field(status, 'VmRSS');
  } catch {
    return 0; // it ended while we looked
  }
}

function field(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}
