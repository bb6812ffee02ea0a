import { type Format, reporters } from '@podlint/reporters';

/** What the options of `podlint check` take that have a choice. */
export const presets = ['none', 'recommended', 'strict'] as const;
export const severities = ['error', 'warning', 'info'] as const;
export const formats = Object.keys(reporters) as Format[];
