import { findKind, type KubernetesVersion, type core } from '@podlint/model';
import { severityOf } from '../findings/levels.js';
import { rootOf } from '../rule/build-views.js';
import { fieldBelow, pathOf } from '../rule/field.js';
import { proposalsOf } from '../rule/fixes.js';
import type { FindingInRun, Rule } from '../rule/rule.js';
import { levelOfFinding, messageOf, type ActiveRule, type RuleSet } from '../rule/run-rules.js';
import type { Collected, ResourceView, RunObject, RunView } from '../rule/views.js';
import type { ExaminedFile, ObjectFacts } from './examined.js';
import type { RunFinding } from './run-finding.js';

/** A file of the run, as the rules over all of it see it. */
export interface RunFile {
  readonly file: Pick<ExaminedFile, 'path' | 'facts'>;
  readonly rules: RuleSet;
  /** An object, read again for what facts do not tell. */
  read(position: number, version: KubernetesVersion): ResourceView;
}

/** What the rules over the whole run find, for each of the files. */
export function runRules(
  files: readonly RunFile[],
  versions: readonly KubernetesVersion[],
  extent: RunView['extent'] = 'whole',
): ReadonlyMap<RunFile, readonly RunFinding[]> {
  const found = new Map(files.map((file): [RunFile, RunFinding[]] => [file, []]));
  for (const version of versions) {
    const run = new RunOfVersion(files, version, extent);
    // A rule speaks once for each set of rules in use, and only about the files that set is for.
    for (const rules of new Set(files.map((file) => file.rules)))
      for (const active of rules.overRuns)
        for (const { file, finding } of run.ask(active)) if (file.rules === rules) found.get(file)?.push(finding);
  }
  return found;
}

/** Where an object of the run comes from. */
interface Origin {
  readonly file: RunFile;
  readonly facts: ObjectFacts;
}

/** A run for one version. */
class RunOfVersion {
  private readonly origins = new Map<RunObject, Origin>();

  constructor(
    files: readonly RunFile[],
    private readonly version: KubernetesVersion,
    private readonly extent: RunView['extent'],
  ) {
    for (const file of files)
      for (const facts of file.file.facts)
        if (facts.minor === version.minor) this.origins.set(runObject(file, facts, version), { file, facts });
  }

  /** What a rule finds, and in which file. */
  ask(active: ActiveRule): { readonly file: RunFile; readonly finding: RunFinding }[] {
    const found: { file: RunFile; finding: RunFinding }[] = [];
    const view = { minor: this.version.minor, extent: this.extent, collected: this.collectedFor(active.rule) };
    active.rule.run?.(
      view,
      (object, said) => {
        const { file } = this.originOf(object);
        found.push({ file, finding: this.runFinding(active, object, said) });
      },
      active.options,
    );
    return found;
  }

  private collectedFor({ collects }: Rule): Collected<unknown>[] {
    const collected: Collected<unknown>[] = [];
    if (!collects) return collected;
    for (const [object, { facts }] of this.origins)
      if (Object.hasOwn(facts.collected, collects.name))
        collected.push({ object, facts: facts.collected[collects.name] });
    return collected;
  }

  private originOf(object: RunObject): Origin {
    const origin = this.origins.get(object);
    if (!origin) throw new Error('a rule speaks of an object that is not of its run');
    return origin;
  }

  private runFinding(active: ActiveRule, object: RunObject, said: FindingInRun): RunFinding {
    const { rule } = active;
    return {
      version: this.version.name,
      position: this.originOf(object).facts.position,
      path: pathOf(said.at),
      code: rule.id,
      severity: severityOf[levelOfFinding(active, said)],
      message: messageOf(rule, said),
      related: (said.related ?? []).map((other) => {
        const { file, facts } = this.originOf(other.object ?? object);
        return { message: other.message, file: file.file.path, position: facts.position, path: pathOf(other.at) };
      }),
      fixes: proposalsOf(said),
    };
  }
}

function runObject(file: RunFile, facts: ObjectFacts, version: KubernetesVersion): RunObject {
  const { position, apiVersion, kind: kindName, name, namespace } = facts;
  const kind = findKind(apiVersion, kindName);
  const at = rootOf(kind);
  const read = (): ResourceView => file.read(position, version);
  return {
    file: file.file.path,
    apiVersion,
    kindName,
    name,
    namespace,
    at,
    ...(kind?.podTemplate && { podAt: fieldBelow<core.PodTemplateSpec>(at, kind.podTemplate) }),
    read,
  };
}
