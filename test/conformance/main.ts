/* `npm run conformance [VERSION...]`: prints how far podlint and the API server agree, by kind and by error type. */
import { createAgreement, type Agreement, type Tally } from './agreement.js';
import { kindVersions, recordedVersions } from './cases.js';
import {
  imageOutcome,
  presetOutcome,
  staticPodOutcome,
  storedOutcome,
  timelineOutcome,
  updateOutcome,
  yamlOutcome,
  type Outcome,
} from './library.js';

const asked = process.argv.slice(2).filter((argument) => argument !== '-v');
const verbose = process.argv.includes('-v');

function line(name: string, tally: Pick<Tally, 'percent' | 'agreeing' | 'total'>): string {
  return `  ${name.padEnd(28)}${tally.percent.toFixed(2).padStart(7)} %   ${tally.agreeing} of ${tally.total}`;
}

function table(agreement: Agreement): string[] {
  const byName = (tallies: Map<string, Tally>): string[] =>
    [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, tally]) => line(name, tally));
  return [
    line('all cases', agreement.all),
    line('verdict alone', agreement.verdicts),
    line('undecodable or unknown', agreement.decoding),
    ' by kind',
    ...byName(agreement.byKind),
    ' by error type',
    ...byName(agreement.byErrorType),
  ];
}

for (const version of asked.length > 0 ? asked : recordedVersions) {
  const agreement = createAgreement(version);
  const misses = verbose ? agreement.misses.map(({ id, why }) => `  ${id} ${why}`) : [];
  process.stdout.write([`create, Kubernetes ${version}`, ...table(agreement), ...misses, ''].join('\n'));
}

if (asked.length === 0) {
  const tallies = kindVersions.map((version) => line(version, createAgreement(version, 'kinds').all));
  process.stdout.write(['create, kinds without pods', ...tallies, ''].join('\n'));
}

const others: Readonly<Record<string, () => Outcome>> = {
  update: () => updateOutcome(),
  'stored object and QoS class': () => storedOutcome(),
  'kinds without pods, update': () => updateOutcome('kinds'),
  'kinds without pods, stored object': () => storedOutcome('kinds'),
  PodPreset: presetOutcome,
  'static Pod': staticPodOutcome,
  'probe timeline': timelineOutcome,
  'image reference': imageOutcome,
  'YAML text': yamlOutcome,
};

function otherLine(name: string, { total, misses }: Outcome): string {
  const tally = { percent: (100 * (total - misses.length)) / total, agreeing: total - misses.length, total };
  return [line(name, tally), ...(verbose ? misses.map((id) => `  ${id}`) : [])].join('\n');
}

if (asked.length === 0)
  process.stdout.write(
    `other answers, Kubernetes 1.36\n${Object.entries(others)
      .map(([name, measure]) => otherLine(name, measure()))
      .join('\n')}\n`,
  );
