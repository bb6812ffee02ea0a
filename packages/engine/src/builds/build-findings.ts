import type { TextOrigin } from '@podlint/kustomize/project';
import { compareFindings } from '../findings/order.js';
import { union } from '../pipeline/compact.js';
import type { ExaminedFinding, ExaminedObject } from '../pipeline/examined.js';
import type { RelatedPlace } from '../report/report.js';
import { AboutFindings } from './about-findings.js';
import { candidatesOf } from './candidates.js';
import { FindingPlacer, type Found } from './finding-placer.js';
import type { JudgedRun, Patched, SetAt } from './hook.js';
import type { JudgedRoot } from './judged-root.js';
import type { PatchChoices } from './patch-here/choices.js';
import type { Places } from './places.js';

type OfFile = Map<string, Found>;

/** Puts what was found in built objects at the lines that set the values; what several builds show is said once. */
export class BuildFindings {
  private readonly found = new Map<string, OfFile>();
  readonly about: AboutFindings;
  private readonly placer: FindingPlacer;

  constructor(
    private readonly run: JudgedRun,
    private readonly places: Places,
    roots: readonly JudgedRoot[],
    patched: Patched,
  ) {
    this.about = new AboutFindings(run, places);
    this.placer = new FindingPlacer(run, places, roots, patched);
  }

  add(root: JudgedRoot, index: number, { findings, entry }: ExaminedObject, patches: PatchChoices): void {
    for (const finding of findings) {
      if (this.placer.isPatched(finding)) patches.add(index, finding);
      const { range, path } = finding;
      const origin = root.result.written.originOf(index, path.segments, range.start.offset);
      const place = this.placeOf(origin, root);
      if (!place) continue;
      this.put({ root, finding, origin, place, object: entry, patches });
    }
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

  /** What there is to say of a file, by the positions of its objects. */
  of(path: string): ReadonlyMap<number, readonly ExaminedFinding[]> {
    const own = this.run.files.get(path);
    const found = [...(this.found.get(path)?.values() ?? [])];
    const byPosition = new Map<number, ExaminedFinding[]>();
    if (!own) return byPosition;
    const add = (position: number, finding: ExaminedFinding): void => {
      byPosition.set(position, [...(byPosition.get(position) ?? []), finding].sort(compareFindings));
    };
    for (const one of found) add(one.position, this.placer.placed(one, own));
    for (const finding of this.about.of(path)) add(this.places.positionOf(path, finding.range.start.line), finding);
    return byPosition;
  }

  /** Where the value was set, in a file that is reported on. */
  private placeOf(origin: TextOrigin, { kustomization }: JudgedRoot): SetAt | undefined {
    return candidatesOf(origin, kustomization).find(({ file }) => this.places.isConcerned(file));
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
}
