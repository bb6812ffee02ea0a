import { toolVersion } from '@podlint/model';

/** Who made a report. */
export const tool = { name: 'podlint', version: toolVersion } as const;
