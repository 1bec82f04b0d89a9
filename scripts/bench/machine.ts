// The machine that measured: without it a time says nothing.
import { availableParallelism, cpus } from 'node:os';

export function machine() {
  const told = {
    processor: cpus()[0]?.model.trim() || 'unknown processor',
    cores: availableParallelism(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
  const { processor, cores, node, platform } = told;
  return {
    ...told,
    inWords: `${processor}, ${cores} ${cores === 1 ? 'core' : 'cores'}, Node ${node}, ${platform}`,
  };
}
