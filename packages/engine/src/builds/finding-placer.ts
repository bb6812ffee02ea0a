import type { TextOrigin } from '@podlint/kustomize/project';
import { hash64 } from '../findings/hash64.js';
import type { ExaminedFinding } from '../pipeline/examined.js';
import type { ReportedBuilds, ReportedChoice } from '../report/report.js';
import type { JudgedRun, OwnFile, Patched, SetAt } from './hook.js';
import type { JudgedRoot } from './judged-root.js';
import type { PatchChoices } from './patch-here/choices.js';
import type { Places } from './places.js';

/** What has a finding may be many builds: a patch is offered for the first of them. */
const mostPatches = 5;

/** What was found at one place, in one build or in several. */
export interface Found {
  readonly place: SetAt;
  readonly position: number;
  readonly finding: ExaminedFinding;
  readonly object: ReportedBuilds['object'];
  readonly origin: TextOrigin;
  readonly roots: Set<string>;
  /** The same in the objects of each of them. */
  readonly inBuilds: InBuild[];
  versions: readonly string[];
}

/** A finding in the text that a build makes. */
interface InBuild {
  readonly patches: PatchChoices;
  readonly finding: ExaminedFinding;
}

/** Says of what was found in builds where it comes from, and what can be done about it. */
export class FindingPlacer {
  constructor(
    private readonly run: JudgedRun,
    private readonly places: Places,
    private readonly roots: readonly JudgedRoot[],
    private readonly patched: Patched,
  ) {}

  isPatched({ severity }: ExaminedFinding): boolean {
    return severity === 'error' || this.patched === 'all';
  }

  /**
   * As it is reported. A fix is one where the value is as it stands there, and only one build has it. Where several have
   * it, a person chooses: there for all of them, or in one of them by a patch.
   */
  placed(
    { place, position, finding, object, origin, roots, inBuilds, versions }: Found,
    own: OwnFile,
  ): ExaminedFinding {
    const range = this.places.rangeOf(place);
    const steps = origin.steps.map(({ kind, file, field }) => ({ kind, file, field }));
    const builds: ReportedBuilds = { roots: [...roots].sort(), object, steps };
    const itself = steps.length === 0 ? findingAt(own, position, finding, range.start.offset) : undefined;
    const said = { ...finding, range, kubernetesVersions: versions, builds };
    const users = this.usersOf(place.file);
    if (itself && users === 1) return { ...said, range: itself.range, index: itself.index, details: itself.details };
    const choicesLater = (): readonly ReportedChoice[] => [
      ...(itself ? this.choicesThere(place.file, position, itself) : []),
      ...(users > 1 && this.isPatched(finding)
        ? inBuilds.slice(0, mostPatches).flatMap((one) => one.patches.of(one.finding, place.file))
        : []),
    ];
    const details = { fixes: [], fingerprint: fingerprintOf(itself ?? finding), choicesLater };
    return { ...said, ...(itself && { range: itself.range }), details };
  }

  private choicesThere(file: string, position: number, { index }: ExaminedFinding): readonly ReportedChoice[] {
    const { fixes, choices } = this.run.lookUp(file).detailsOf(position, index);
    return [...fixes.map(({ title, edits }) => ({ title, edits })), ...choices];
  }

  /** How many builds take a file in. */
  private usersOf(file: string): number {
    return this.roots.filter(({ takes }) => takes.has(file)).length;
  }
}

/** The same finding, as the file has it by itself. */
function findingAt(
  { file }: OwnFile,
  position: number,
  finding: ExaminedFinding,
  offset: number,
): ExaminedFinding | undefined {
  return file.objects[position]?.findings.find(
    ({ code, message, range }) =>
      code === finding.code && message.id === finding.message.id && range.start.offset === offset,
  );
}

function fingerprintOf({ code, path, details }: ExaminedFinding): string {
  return details?.fingerprint ?? hash64([code, path.toString()].join('\n'));
}
