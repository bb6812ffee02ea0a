import type { ChangedObject, ChangeNote, ChangeReport } from '@podlint/engine/change';
import { ownGroups } from '@podlint/model';
import { visible } from '../sanitize.js';
import { counted, differenceText, fates, placeText, readerText, subjectOf } from './words.js';

export type SectionKey =
  | 'refused'
  | 'broken'
  | 'gone'
  | 'gains'
  | 'losses'
  | 'pods'
  | 'scale'
  | 'new'
  | 'controllers'
  | 'others'
  | 'not checked'
  | 'not compared';

/** One thing that a change does, to objects of one name in one build or several. */
export interface Entry {
  readonly subject: string;
  /** The same without the namespace, where a build says which that is. */
  readonly anywhere: string;
  readonly builds: readonly string[];
  readonly place: string;
  readonly lines: readonly string[];
}

export interface Section {
  readonly key: SectionKey;
  readonly entries: readonly Entry[];
}

/** What there is to tell of a change, the gravest first; sections with nothing in them are left out. */
export function sectionsOf(report: ChangeReport): Section[] {
  const { objects } = report;
  const all: [SectionKey, Entry[]][] = [
    ['refused', objects.flatMap((object) => entryIf(object, object.answer === 'refused', refusal))],
    ['broken', brokenBuilds(report)],
    ['gone', goneOf(objects)],
    ['gains', objects.flatMap((object) => notesEntry(object, object.gains))],
    ['losses', objects.flatMap((object) => notesEntry(object, object.losses))],
    ['pods', objects.flatMap((object) => entryIf(object, object.pods !== undefined, podsLines))],
    ['scale', objects.flatMap((object) => entryIf(object, object.scale !== undefined, scaleLines))],
    ['new', objects.flatMap((object) => entryIf(object, object.status === 'new', newLines))],
    ['controllers', objects.flatMap((object) => entryIf(object, isOther(object) && !isBuiltIn(object), otherLines))],
    ['others', objects.flatMap((object) => entryIf(object, isOther(object) && isBuiltIn(object), otherLines))],
    ['not checked', objects.flatMap((object) => entryIf(object, object.answer === 'not checked', whyNotChecked))],
    ['not compared', notCompared(report)],
  ];
  return all.flatMap(([key, entries]) => (entries.length === 0 ? [] : [{ key, entries: joined(entries) }]));
}

function entryIf(object: ChangedObject, is: boolean, lines: (object: ChangedObject) => string[]): Entry[] {
  if (!is) return [];
  const builds = object.build === undefined ? [] : [visible(object.build)];
  const subject = subjectOf(object);
  const anywhere = object.build === undefined ? subject : subjectOf(withoutNamespace(object));
  return [{ subject, anywhere, builds, place: placeText(object.place), lines: lines(object) }];
}

/** The same of several builds is told once. */
function joined(entries: readonly Entry[]): Entry[] {
  const byText = new Map<string, Entry>();
  for (const entry of entries) {
    const key = [entry.anywhere, entry.place, ...entry.lines].join('\n');
    const known = byText.get(key);
    const subject = known && known.subject !== entry.subject ? entry.anywhere : entry.subject;
    byText.set(key, known ? { ...known, subject, builds: [...known.builds, ...entry.builds] } : entry);
  }
  return [...byText.values()];
}

function refusal({ findings = [], place }: ChangedObject): string[] {
  const here = placeText(place);
  return findings.map(({ file, diagnostic: { message, range } }) => {
    const at = placeText({ file, line: range.start.line });
    return `${visible(message)}${at === here ? '' : `  ${at}`}`;
  });
}

/** What goes with its data first. */
function goneOf(objects: readonly ChangedObject[]): Entry[] {
  const gone = objects.filter(({ status }) => status === 'gone');
  const ordered = [...gone.filter(({ deletes }) => deletes), ...gone.filter(({ deletes }) => !deletes)];
  return ordered.flatMap((object) => entryIf(object, true, () => notesOf(object, object.deletes)));
}

function notesEntry(object: ChangedObject, notes: readonly ChangeNote[] | undefined): Entry[] {
  return entryIf(object, notes !== undefined, () => notesOf(object, notes));
}

/** A place that is that of the object is not told twice. */
function notesOf(object: ChangedObject, notes: readonly ChangeNote[] = []): string[] {
  const here = placeText(object.place);
  return notes.map(({ message, container, place }) => {
    const where = container === undefined ? '' : `container ${visible(container)}: `;
    const at = placeText(place);
    return `${where}${visible(message)}${at === '' || at === here ? '' : `  ${at}`}`;
  });
}

/** Of more, the number is told. */
const mostDifferences = 6;

function podsLines({ pods }: ChangedObject): string[] {
  if (!pods) return [];
  const { fate, because, throughNamesOf = [] } = pods;
  const through = throughNamesOf.map((name) => `the content of ${visible(name)} changes, and its name with it`);
  return [fates[fate], ...through, ...differenceLines(because)];
}

function differenceLines(differences: NonNullable<ChangedObject['differences']>): string[] {
  const shown = differences.length === mostDifferences + 1 ? differences : differences.slice(0, mostDifferences);
  const lines = shown.map((difference) => {
    const at = placeText(difference.place);
    return `${differenceText(difference)}${at === '' ? '' : `  ${at}`}`;
  });
  const rest = differences.length - shown.length;
  return rest === 0 ? lines : [...lines, `and ${rest} more`];
}

function scaleLines({ scale }: ChangedObject): string[] {
  return (scale ?? []).map(({ field, from, to }) => `${field}: ${from ?? 'not set'} -> ${to ?? 'not set'}`);
}

function newLines({ images = [] }: ChangedObject): string[] {
  return images.flatMap(({ to }) => (to === undefined ? [] : [`image ${visible(to)}`]));
}

/** What no other section tells of. */
function isOther({ status, pods, scale, answer }: ChangedObject): boolean {
  return status === 'changed' && !pods && !scale && answer !== 'refused';
}

function isBuiltIn({ apiVersion = '' }: ChangedObject): boolean {
  return ownGroups.has(apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '');
}

function otherLines({ differences = [], readBy = [], was }: ChangedObject): string[] {
  const renamed =
    was?.name === undefined ? [] : [`its content changes, and its name with it (it was ${visible(was.name)})`];
  const lines = differenceLines(differences.filter(({ path }) => was?.name === undefined || path !== 'metadata.name'));
  const said = [...renamed, ...lines, ...readBy.map(readerText)];
  return said.length === 0 ? ['written in another way, and means the same'] : said;
}

function whyNotChecked({ skipped }: ChangedObject): string[] {
  return skipped === undefined ? [] : [visible(skipped)];
}

/** One reason keeps many from being built. */
function brokenBuilds({ brokenBuilds: broken }: ChangeReport): Entry[] {
  return broken.map(({ build, reason, place }) => ({
    ...{ subject: visible(reason), anywhere: visible(reason), builds: [visible(build)] },
    ...{ place: placeText(place), lines: [] },
  }));
}

function named(what: string): Pick<Entry, 'subject' | 'anywhere'> {
  return { subject: visible(what), anywhere: visible(what) };
}

const sides = { before: 'as it was before', now: 'as it is now', both: '' } as const;

function notCompared({ notCompared: all }: ChangeReport): Entry[] {
  return all.flatMap(({ kind, side, what, reason, place }) => {
    const lines = [[visible(reason), sides[side]].filter((part) => part !== '').join(', ')];
    return [{ ...named(what), builds: [], place: kind === 'file' ? '' : placeText(place), lines }];
  });
}

/** `5 objects change, 1 is new, 2 are gone, 33 stay the same` */
export function countsText({ summary }: ChangeReport): string {
  const { changed, new: added, gone, same } = summary;
  if (changed + added + gone === 0) return `nothing changes, ${counted(same, 'object stays', 'objects stay')} the same`;
  const parts: readonly (readonly [count: number, words: string])[] = [
    [changed, counted(changed, 'object changes', 'objects change')],
    [added, counted(added, 'is new', 'are new')],
    [gone, counted(gone, 'is gone', 'are gone')],
    [same, counted(same, 'stays the same', 'stay the same')],
  ];
  return parts.flatMap(([count, words]) => (count === 0 ? [] : [words])).join(', ');
}

function withoutNamespace({ namespace: _namespace, ...object }: ChangedObject): ChangedObject {
  return object;
}
