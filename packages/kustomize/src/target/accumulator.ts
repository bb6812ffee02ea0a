import { pushAll } from '@podlint/plain';
import { emptyConfig, mergeConfigs, type TransformerConfig } from '../config/transformer-config.js';
import { addVars, attachVars, type PlacedVar } from '../reference/vars.js';
import type { Scopes } from '../resource/resource.js';
import { ResourceMap } from '../resource/resource-map.js';

/** What a kustomization has gathered: objects, configuration and vars (resaccumulator.go, ResAccumulator). */
export class Accumulator {
  readonly map: ResourceMap;
  config: TransformerConfig = emptyConfig;
  readonly vars = new Map<string, PlacedVar>();

  constructor(map: ResourceMap = new ResourceMap()) {
    this.map = map;
  }

  mergeConfig(config: TransformerConfig): void {
    this.config = mergeConfigs(this.config, config);
  }

  mergeVars(vars: readonly PlacedVar[]): void {
    attachVars(this.map, vars);
    addVars(this.vars, vars);
  }

  /** Takes in what another one has gathered. */
  merge(other: Accumulator, keys?: Set<string>): void {
    this.map.append(other.map.list, keys);
    pushAll(this.map.leftOut, other.map.leftOut);
    this.mergeConfig(other.config);
    addVars(this.vars, other.vars.values());
  }

  /** An independent copy, for a base that several kustomizations take in. */
  cloneFor(scopes: Scopes): Accumulator {
    const { list, leftOut } = this.map;
    const resources = list.map((resource) => resource.cloneFor(scopes));
    const copy = new Accumulator(new ResourceMap(resources, [...leftOut]));
    copy.config = this.config;
    addVars(copy.vars, this.vars.values());
    return copy;
  }
}
