import { objectsOf, type PlacedObject } from '../../names/objects.js';
import type { Mention } from '../../names/mention.js';
import { mentionsIn } from '../../names/mentions.js';
import { servesPods } from '../../names/selection.js';
import type { WorkspaceView } from '../../service/file-view.js';

const insidePods: readonly string[] = ['volume', 'container', 'port', 'resource claim'];

/** Every mention of what a mention names, in the order of files and texts. */
export function occurrencesOf(mention: Mention, workspace: WorkspaceView): Mention[] {
  const { what } = mention;
  if (what === 'selected port')
    return unique(definitionsOf(mention, workspace).flatMap((target) => portOccurrences(target, workspace)));
  if (what === 'port') return portOccurrences(mention, workspace);
  const objects = insidePods.includes(what) ? [mention.object] : mentioning(mention.name, workspace);
  return unique(objects.flatMap(mentionsIn).filter(({ symbol }) => symbol === mention.symbol));
}

/** Where what a mention names gets its name. */
export function definitionsOf(mention: Mention, workspace: WorkspaceView): Mention[] {
  if (mention.what === 'selected port') {
    const pods = [...objectsOf(workspace)].filter((object) => servesPods(mention.object, object));
    return pods
      .flatMap(mentionsIn)
      .filter(({ what, role, name }) => what === 'port' && role === 'definition' && name === mention.name);
  }
  return occurrencesOf(mention, workspace).filter(({ role }) => role === 'definition');
}

/**
 * A port of a Pod, with the Services that send to it by its name, and the other Pods that these send to: they share the
 * name.
 */
function portOccurrences(mention: Mention, workspace: WorkspaceView): Mention[] {
  const { name } = mention;
  const candidates = mentioning(name, workspace);
  const services = candidates.filter(({ kind }) => kind === 'Service');
  const pods = [mention.object];
  const used = new Set<PlacedObject>();
  for (const pod of pods) {
    for (const service of services) {
      if (used.has(service) || !servesPods(service, pod) || targetsOf(service, name).length === 0) continue;
      used.add(service);
      for (const other of candidates)
        if (!pods.some((known) => isSame(known, other)) && servesPods(service, other)) pods.push(other);
    }
  }
  const inPods = pods.flatMap(mentionsIn).filter((found) => found.what === 'port' && found.name === name);
  return unique([...inPods, ...[...used].flatMap((service) => targetsOf(service, name))]);
}

function targetsOf(service: PlacedObject, port: string): Mention[] {
  return mentionsIn(service).filter(({ what, name }) => what === 'selected port' && name === port);
}

/** The objects in whose documents a text stands at all. */
function mentioning(text: string, workspace: WorkspaceView): PlacedObject[] {
  return [...objectsOf(workspace)].filter(({ document: { text: whole, range } }) => {
    const at = whole.indexOf(text, range.start);
    return at >= 0 && at < range.end;
  });
}

function isSame(a: PlacedObject, b: PlacedObject): boolean {
  return a.document === b.document && a.root === b.root;
}

function unique(mentions: readonly Mention[]): Mention[] {
  return [
    ...new Map(mentions.map((mention) => [`${mention.object.file.uri} ${mention.range.start}`, mention])).values(),
  ];
}
