import { loadCrdConfig } from '../config/crd-config.js';
import { defaultConfig, emptyConfig, loadConfigurations } from '../config/transformer-config.js';
import { atPlace } from '../errors.js';
import type { Accumulator } from './accumulator.js';
import type { Layer } from './layer.js';

/** Takes in which fields names, labels and images go to. */
export function configure({ file, loader }: Layer, gathered: Accumulator): void {
  const { configurations = [], crds = [] } = file.fields;
  const { map } = gathered;
  map.attempt(() =>
    atPlace(file.placeOf(['configurations']), () => gathered.mergeConfig(loadConfigurations(loader, configurations))),
  );
  if (gathered.config === emptyConfig) gathered.mergeConfig(defaultConfig);
  map.attempt(() => atPlace(file.placeOf(['crds']), () => gathered.mergeConfig(loadCrdConfig(loader, crds))));
}
