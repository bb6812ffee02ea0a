import { sameJson } from '@podlint/plain';
import { answerTo, type Answer, type Server } from './answer.js';
import { deletesOf, guardGone } from './deletes.js';
import { differencesOf } from './differences.js';
import { refusalOf } from './findings.js';
import { gainsOf } from './gains.js';
import { heldOf, type Held } from './held.js';
import { imagesOf } from './images.js';
import { lossesOf } from './losses.js';
import type { Note } from './note.js';
import type { Pair } from './pairs.js';
import { SidePlaces } from './places.js';
import { fateOfPods, scaleOf } from './pods.js';
import { Readers } from './readers.js';
import { RenamedSettings } from './renamed-settings.js';
import type { ChangedObject, ChangeNote, PodsEffect } from './report.js';
import type { Side } from './side.js';
import type { SideObject } from './side-object.js';
import { Teller } from './told.js';
import { Written } from './written.js';

interface Sides {
  readonly old: Side;
  readonly now: Side;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What becomes of each object. */
export class ObjectChanges {
  private readonly places: { readonly old: SidePlaces; readonly now: SidePlaces };
  private readonly renamed: RenamedSettings;
  private known: Readers | undefined;

  constructor(
    private readonly sides: Sides,
    pairs: readonly Pair[],
    private readonly server: Server,
  ) {
    this.places = { old: new SidePlaces(sides.old), now: new SidePlaces(sides.now) };
    this.renamed = new RenamedSettings(pairs);
  }

  of(pair: Pair): ChangedObject {
    const teller = new Teller(pair, this.places.old, this.places.now);
    const object = start(pair, teller);
    if (object.status === 'same') return object;
    const answer = answerTo(pair, this.server);
    const { old, now } = pair;
    const held = { old: old && heldOf(old, answer.old), now: now && heldOf(now, answer.now) };
    Object.assign(object, answer.said);
    this.addRefusal(object, pair, answer);
    if (held.old && held.now) this.addChange(object, pair, { old: held.old, now: held.now }, teller);
    const images = imagesOf(held.old, held.now);
    if (images.length > 0) object.images = images;
    if (!held.now && held.old) {
      addNotes(object, 'deletes', deletesOf(held.old), teller);
      addNotes(object, 'gains', guardGone(held.old), teller);
    }
    if (held.now) addNotes(object, 'gains', gainsOf(held.old, held.now, this.server.version.minor), teller);
    return object;
  }

  private addRefusal(object: Mutable<ChangedObject>, { now }: Pair, { inspected, said }: Answer): void {
    if (!now || !inspected || said.answer !== 'refused') return;
    object.findings = refusalOf(now, inspected, this.sides.now, this.places.now);
  }

  private addChange(
    object: Mutable<ChangedObject>,
    pair: Pair,
    { old, now }: { readonly old: Held; readonly now: Held },
    teller: Teller,
  ): void {
    const written = new Written(pair);
    const differences = differencesOf(old.value, now.value).filter(
      ({ path }) => path.segments[0] !== 'status' && written.has(path),
    );
    object.differences = differences.map((difference) => teller.difference(difference));
    // What the server refuses does nothing to what runs.
    if (object.answer !== 'refused') {
      const pods = pair.now && this.podsOf(pair.now, old, now, teller);
      const scale = scaleOf(old, now);
      if (pods) object.pods = pods;
      if (scale.length > 0) object.scale = scale;
    }
    addNotes(object, 'losses', lossesOf(old, now), teller);
    this.addReaders(object, pair);
  }

  private podsOf(object: SideObject, old: Held, now: Held, teller: Teller): PodsEffect | undefined {
    const found = fateOfPods(old, now);
    if (!found) return undefined;
    const { names, others } = this.renamed.among(found.because, object);
    const because = others.map((difference) => teller.difference(difference));
    return { fate: found.fate, because, ...(names.length > 0 && { throughNamesOf: names }) };
  }

  /** A name that changes with the content makes new Pods; one that stays does not. */
  private addReaders(object: Mutable<ChangedObject>, { old, now }: Pair): void {
    if (!old || !now || old.name !== now.name) return;
    if (object.kind !== 'ConfigMap' && object.kind !== 'Secret') return;
    const ofContent = object.differences?.some(({ path }) => /^(?:data|binaryData|stringData)\b/.test(path)) ?? false;
    if (!ofContent) return;
    this.known ??= new Readers(this.sides.now.objects);
    const readers = this.known.of(now);
    if (readers.length > 0) object.readBy = readers;
  }
}

/** What it is called and where it is. */
function start({ old, now }: Pair, teller: Teller): Mutable<ChangedObject> {
  const { file, apiVersion, kind, namespace, identity, name = identity.name } = now ?? old;
  const was = old && now ? whatItWas(old, now) : undefined;
  const isSame = old && now && old.name === now.name && sameJson(old.value, now.value);
  return {
    status: !now ? 'gone' : !old ? 'new' : isSame ? 'same' : 'changed',
    ...(file.root && { build: file.root.name }),
    ...{ apiVersion, kind },
    ...(namespace !== undefined && { namespace }),
    name,
    place: teller.place,
    ...(was && { was }),
  };
}

function whatItWas(old: SideObject, now: SideObject): ChangedObject['was'] | undefined {
  const before = { ...old, ...whereIs(old) };
  const after = { ...now, ...whereIs(now) };
  const keys = ['build', 'file', 'namespace', 'name', 'apiVersion'] as const;
  const differing = keys.flatMap((key) =>
    before[key] !== undefined && before[key] !== after[key] ? [[key, before[key]] as const] : [],
  );
  return differing.length === 0 ? undefined : Object.fromEntries(differing);
}

function whereIs({ file: { root, path } }: SideObject): {
  readonly build: string | undefined;
  readonly file: string | undefined;
} {
  return root ? { build: root.name, file: undefined } : { build: undefined, file: path };
}

function addNotes(
  object: Mutable<ChangedObject>,
  to: 'deletes' | 'gains' | 'losses',
  notes: readonly Note[],
  teller: Teller,
): void {
  if (notes.length === 0) return;
  const told: ChangeNote[] = notes.map((note) => teller.note(note));
  object[to] = [...(object[to] ?? []), ...told];
}
