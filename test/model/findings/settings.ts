// The settings of the planted plan.
import type { CodeTable } from '../../../schemas/types.ts';

export { beginningSettings } from '../../../server/model/plan-settings.ts';

export const emptyTable: CodeTable = { scheme: null, values: [] };
