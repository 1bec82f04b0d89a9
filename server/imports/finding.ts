// A remark of the import for the person who checks the draft.
import type { ImportFinding } from '../../schemas/types.ts';

export function finding(
  id: `import.${string}`,
  line: number | null,
  message: string,
  evidence: string | null = null,
): ImportFinding {
  return {
    id,
    line,
    message,
    evidence: evidence && evidence.length > 200 ? `${evidence.slice(0, 199)}…` : evidence,
  };
}
