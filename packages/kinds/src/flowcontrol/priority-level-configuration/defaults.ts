import type { Decoded, flowcontrol } from '@podlint/model';
import { type DefaultTable, type Defaulting, fillAbsent, fillUnset } from '@podlint/model/defaults';

const nothingLent = 'the level lends none of its seats';

const limitedDefaults: DefaultTable<Decoded<flowcontrol.LimitedPriorityLevelConfiguration>> = [
  ['nominalConcurrencyShares', 30, 'its share of the seats, beside those of other levels'],
  ['lendablePercent', 0, nothingLent],
];
const exemptDefaults: DefaultTable<Decoded<flowcontrol.ExemptPriorityLevelConfiguration>> = [
  ['nominalConcurrencyShares', 0, 'requests that never wait need no share'],
  ['lendablePercent', 0, nothingLent],
];
const queuingDefaults: DefaultTable<Decoded<flowcontrol.QueuingConfiguration>> = [
  ['handSize', 8, 'each flow gets the shortest of so many queues'],
  ['queues', 64, "enough for flows to stay out of each other's way"],
  ['queueLengthLimit', 50, 'how many requests may wait in a queue'],
];

/** pkg/apis/flowcontrol/v1/defaults.go. */
export function defaultPriorityLevelConfiguration(
  { spec = {} }: Decoded<flowcontrol.PriorityLevelConfiguration>,
  defaulting: Defaulting,
): void {
  fillAbsent(spec.limited, limitedDefaults, defaulting);
  fillUnset(spec.limited?.limitResponse?.queuing, queuingDefaults, defaulting);
  fillAbsent(spec.exempt, exemptDefaults, defaulting);
}
