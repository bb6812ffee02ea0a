import type { Decoded, scheduling } from '@podlint/model';
import { type DefaultTable, type Defaulting, fillAbsent } from '@podlint/model/defaults';

const priorityClassDefaults: DefaultTable<Decoded<scheduling.PriorityClass>> = [
  ['preemptionPolicy', 'PreemptLowerPriority', 'Pods of the class may take the place of less important ones'],
];

/** SetDefaults_PriorityClass. */
export function defaultPriorityClass(object: Decoded<scheduling.PriorityClass>, defaulting: Defaulting): void {
  fillAbsent(object, priorityClassDefaults, defaulting);
}
