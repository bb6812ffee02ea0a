import { featureGates } from '@podlint/schemas';
import type { Minor } from './versions.js';

export type FeatureGate = keyof typeof featureGates;

/**
 * Whether the gate is on by default in that version, as the server's own table says (schemas/data/feature-gates.json).
 */
export function isEnabled(gate: FeatureGate, minor: Minor): boolean {
  return stageOf(gate, minor)?.default ?? false;
}

export interface GateStage {
  /** First minor (29 also stands for everything before it) at which this stage holds. */
  readonly since: Minor;
  readonly stage: 'alpha' | 'beta' | 'ga' | 'deprecated' | 'removed';
  readonly default: boolean;
}

/** The gate's stage in that version; undefined where the version does not know the gate yet. */
export function stageOf(gate: FeatureGate, minor: Minor): GateStage | undefined {
  const stages: readonly GateStage[] = featureGates[gate];
  return stages.findLast((stage) => stage.since <= minor);
}

/** The first minor in which the gate is on by default; undefined: not yet. */
export function onByDefaultSince(gate: FeatureGate): Minor | undefined {
  const stages: readonly GateStage[] = featureGates[gate];
  return stages.find((stage) => stage.default)?.since;
}
