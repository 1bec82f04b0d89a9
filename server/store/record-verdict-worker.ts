// The thread in which a running server verifies its record: the file of the database in, the verdict out.
import { parentPort, workerData } from 'node:worker_threads';
import { verify } from './record-verdict.ts';

parentPort?.postMessage(verify(workerData as string, []));
