// npm run checkpoint-key -- FILE: makes the key that signs checkpoints, and shows its public half.
import { createPublicKey } from 'node:crypto';
import { makeCheckpointKey } from '../server/store/checkpoint-key.ts';
import { readWords, run, UsageError } from './command-line.ts';
import { refuseWhereExists } from './put-in-place.ts';

const usage = 'Usage: npm run checkpoint-key -- FILE';

await run(() => {
  const { positionals } = readWords({}, usage);
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError(usage);
  refuseWhereExists(file);
  const publicKey = createPublicKey(makeCheckpointKey(file));
  console.log(
    `Made ${file}. Keep it where only the server reads it, and set CHECKPOINT_KEY to it. Its public key:`,
  );
  console.log(publicKey.export({ format: 'pem', type: 'spki' }).toString().trimEnd());
  return Promise.resolve(0);
});
