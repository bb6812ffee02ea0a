import type { KubernetesVersion } from '@podlint/model';
import { severityOf } from '../findings/levels.js';
import { proposalsOf } from '../rule/fixes.js';
import { segmentsOf } from '../rule/field.js';
import { messageOf, type RuleFinding, type RuleSet } from '../rule/run-rules.js';
import type { ResourceView, RunView } from '../rule/views.js';
import type { RunMember, RunMembers } from './member.js';
import type { RunFinding } from './run-finding.js';

/** A file of the run, as the rules over all of it see it. */
export interface RunFile {
  readonly members: RunMembers;
  readonly rules: RuleSet;
}

interface Origin {
  readonly file: RunFile;
  readonly member: RunMember;
}

type Origins = ReadonlyMap<ResourceView, Origin>;

/** What the rules over the whole run find, for each of the files. */
export function checkRun(
  files: readonly RunFile[],
  versions: readonly KubernetesVersion[],
  extent: RunView['extent'] = 'whole',
): ReadonlyMap<RunFile, readonly RunFinding[]> {
  const found = new Map(files.map((file): [RunFile, RunFinding[]] => [file, []]));
  for (const version of versions) {
    const origins = originsIn(files, version);
    for (const ruleFinding of findingsOf(origins, version, extent))
      found.get(origins.get(ruleFinding.object)!.file)!.push(runFinding(ruleFinding, version, origins));
  }
  return found;
}

function originsIn(files: readonly RunFile[], { name }: KubernetesVersion): Origins {
  const origins = new Map<ResourceView, Origin>();
  for (const file of files)
    for (const member of file.members.get(name) ?? []) origins.set(member.view, { file, member });
  return origins;
}

/** A rule over the whole run speaks once for each set of rules in use, and only about the files that set is for. */
function findingsOf(origins: Origins, { minor }: KubernetesVersion, extent: RunView['extent']): RuleFinding[] {
  const resources = [...origins.keys()];
  const run = { minor, extent, resources, objects: resources.flatMap(({ judged }) => judged ?? []) };
  const sets = new Set([...origins.values()].map(({ file }) => file.rules));
  return [...sets].flatMap((rules) =>
    rules.checkRun(run).filter(({ object }) => origins.get(object)!.file.rules === rules),
  );
}

function runFinding(
  { rule, level, object, finding: said }: RuleFinding,
  { name }: KubernetesVersion,
  origins: Origins,
): RunFinding {
  const { at, related = [], insteadOf } = said;
  return {
    version: name,
    position: origins.get(object)!.member.position,
    code: rule.id,
    severity: severityOf[level],
    message: messageOf(rule, said),
    at: segmentsOf(at),
    related: related.map((other) => relatedPlace(other, object, origins)),
    fixes: () => proposalsOf(said),
    ...(insteadOf === undefined ? {} : { insteadOf }),
  };
}

function relatedPlace(
  other: NonNullable<RuleFinding['finding']['related']>[number],
  here: ResourceView,
  origins: Origins,
): RunFinding['related'][number] {
  const { subject, lines } = origins.get(other.object ?? here)!.member;
  return { message: other.message, file: subject.file, place: lines.range(subject.nodes.rangeAt(other.at)) };
}
