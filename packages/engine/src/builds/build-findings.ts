import type { TextOrigin } from '@podlint/kustomize/project';
import { FieldPath } from '@podlint/field-path';
import { textOf } from '@podlint/messages';
import { compareFindings } from '../findings/order.js';
import { hash64 } from '../findings/hash64.js';
import type { ExaminedFinding, ExaminedObject, FindingDetails } from '../pipeline/examined.js';
import { union } from '../pipeline/compact.js';
import type { RelatedPlace, ReportedBuilds, ReportedChoice, ReportedFix } from '../report/report.js';
import type { AboutKustomization } from './about-kustomizations.js';
import type { JudgedRun, OwnFile, Patched, SetAt } from './hook.js';
import type { JudgedRoot } from './judged-root.js';
import type { PatchChoices } from './patch-here/choices.js';
import type { Places } from './places.js';
import { candidatesOf } from './candidates.js';

/** What has a finding may be many builds: a patch is offered for the first of them. */
const mostPatches = 5;

/** What was found at one place, in one build or in several. */
interface Found {
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

type OfFile = Map<string, Found>;

/** Puts what was found in built objects at the lines that set the values; what several builds show is said once. */
export class BuildFindings {
  private readonly found = new Map<string, OfFile>();
  private readonly about = new Map<string, Map<string, ExaminedFinding>>();

  constructor(
    private readonly run: JudgedRun,
    private readonly places: Places,
    private readonly roots: readonly JudgedRoot[],
    private readonly patched: Patched,
  ) {}

  add(root: JudgedRoot, index: number, { findings, entry }: ExaminedObject, patches: PatchChoices): void {
    for (const finding of findings) {
      if (this.isPatched(finding)) patches.add(index, finding);
      const { range, path } = finding;
      const origin = root.result.written.originOf(index, path.segments, range.start.offset);
      const place = this.placeOf(origin, root);
      if (!place) continue;
      this.put({ root, finding, origin, place, object: entry, patches });
    }
  }

  private isPatched({ severity }: ExaminedFinding): boolean {
    return severity === 'error' || this.patched === 'all';
  }

  private put({
    root,
    finding,
    origin,
    place,
    object,
    patches,
  }: Pick<Found, 'finding' | 'origin' | 'place' | 'object'> & {
    readonly root: JudgedRoot;
    readonly patches: PatchChoices;
  }): void {
    const position = this.places.positionOf(place.file, this.places.rangeOf(place).start.line);
    if (!this.isOn(finding, place.file, position)) return;
    const ofFile = this.found.get(place.file) ?? new Map<string, Found>();
    this.found.set(place.file, ofFile);
    const { code, message, path, kubernetesVersions } = finding;
    const key = [place.start, code, message.id, path.toString()].join('\n');
    const known = ofFile.get(key);
    if (known) {
      if (!known.roots.has(root.name)) known.inBuilds.push({ patches, finding });
      known.roots.add(root.name);
      known.versions = union(known.versions, kubernetesVersions);
      return;
    }
    const { apiVersion, kind, namespace, name } = object;
    const made = {
      ...(apiVersion && { apiVersion }),
      ...(kind && { kind }),
      ...(namespace && { namespace }),
      ...(name && { name }),
    };
    ofFile.set(key, {
      ...{ place, position, origin },
      finding: this.withRelated(finding, root),
      object: made,
      roots: new Set([root.name]),
      inBuilds: [{ patches, finding }],
      versions: kubernetesVersions,
    });
  }

  addAbout(about: AboutKustomization, kustomization: string | undefined): void {
    const { code, message, place, root } = about;
    const isOfRun = place !== undefined && this.isConcerned(place.file);
    const at = isOfRun ? place : kustomization === undefined ? undefined : { file: kustomization, start: 0, end: 0 };
    if (!at || !this.isConcerned(at.file)) return;
    const range = this.places.rangeOf({ ...at, extent: 'start' });
    const position = this.places.positionOf(at.file, range.start.line);
    const own = this.run.files.get(at.file);
    if (own?.file.objects[position]?.findings.some(({ stage, severity }) => stage === 'syntax' && severity === 'error'))
      return;
    const ofFile = this.about.get(at.file) ?? new Map<string, ExaminedFinding>();
    this.about.set(at.file, ofFile);
    const key = [at.start, message.id].join('\n');
    if (ofFile.has(key)) return;
    const fingerprint = hash64([code.id, message.id, root].join('\n'));
    const details: FindingDetails = { fixes: this.fixesOf(about, at.file), choices: [], fingerprint };
    const { id, stage, severity, tags } = code;
    ofFile.set(key, {
      ...{ index: 0, code: id, stage, severity, tags, message, path: FieldPath.root, api: undefined },
      ...{ container: undefined, range, related: [], follows: [], provisional: false, details },
      kubernetesVersions: own?.by.versions.map(({ name }) => name) ?? [],
    });
  }

  private fixesOf({ fix }: AboutKustomization, file: string): readonly ReportedFix[] {
    if (!fix) return [];
    const edits = fix.edits.map(({ range, text }) => ({
      range: this.places.rangeOf({ ...range, file, extent: 'text' }),
      text,
    }));
    return [{ title: textOf(fix.title), safety: fix.safety, edits }];
  }

  /** What there is to say of a file, by the positions of its objects. */
  of(path: string): ReadonlyMap<number, readonly ExaminedFinding[]> {
    const own = this.run.files.get(path);
    const found = [...(this.found.get(path)?.values() ?? [])];
    const about = [...(this.about.get(path)?.values() ?? [])];
    const byPosition = new Map<number, ExaminedFinding[]>();
    if (!own) return byPosition;
    const add = (position: number, finding: ExaminedFinding): void => {
      byPosition.set(position, [...(byPosition.get(position) ?? []), finding].sort(compareFindings));
    };
    for (const one of found) add(one.position, this.placed(one, own));
    for (const finding of about) add(this.places.positionOf(path, finding.range.start.line), finding);
    return byPosition;
  }

  /** Where the value was set, in a file that is reported on. */
  private placeOf(origin: TextOrigin, { kustomization }: JudgedRoot): SetAt | undefined {
    return candidatesOf(origin, kustomization).find(({ file }) => this.isConcerned(file));
  }

  private isConcerned(file: string): boolean {
    return this.run.files.get(file)?.isConcerned ?? false;
  }

  /** Whether the rule is on for the file that the finding comes to. */
  private isOn({ stage, code }: ExaminedFinding, file: string, position: number): boolean {
    if (stage !== 'lint') return true;
    const own = this.run.files.get(file);
    return own?.by.ofObjects.setUnder(own.file.objects[position]?.rules).levelOf(code) !== undefined;
  }

  private withRelated(finding: ExaminedFinding, root: JudgedRoot): ExaminedFinding {
    const related = finding.related.flatMap((place): RelatedPlace[] => {
      if (place.file !== root.made.source.path) return [place];
      const at = this.placeOf(root.result.written.originOf(-1, [], place.range.start.offset), root);
      return at ? [{ ...place, file: at.file, range: this.places.rangeOf(at) }] : [];
    });
    return { ...finding, related };
  }

  /**
   * As it is reported. A fix is one where the value is as it stands there, and only one build has it. Where several have
   * it, a person chooses: there for all of them, or in one of them by a patch.
   */
  private placed(
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
