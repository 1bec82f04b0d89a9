// When a running server appends to the checkpoint file by itself: at the start, every hour, at the end. The file must
// take the first one, or the server does not start; later faults are told and tried again an hour later.
import type { Checkpoints } from './checkpoints.ts';

const hour = 3_600_000;

/** Resolves after the first checkpoint, with what ends the rounds after a last one. */
export async function beginCheckpointRounds(
  { append }: Pick<Checkpoints, 'append'>,
  tell: (error: unknown) => void,
): Promise<() => Promise<void>> {
  await append().catch((cause: unknown) => {
    throw new Error('CHECKPOINT_FILE must name a file that can be appended to, and this one cannot', {
      cause,
    });
  });
  const rounds = setInterval(() => void append().catch(tell), hour).unref();
  return () => {
    clearInterval(rounds);
    return append().catch(tell);
  };
}
