import type { InspectedObject, JudgedFile, ReportedDocument, Verdict } from '@podlint/engine';
import { pushAll, setOwn } from '@podlint/plain';
import type { KubernetesVersion } from '@podlint/model';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentView, FileView, ObjectView } from './file-view.js';

/** The view of a file as it was judged last. */
export function buildView(text: TextDocument, judged: JudgedFile): FileView {
  const { path, settings, versions } = judged;
  const version = versions.at(-1)!;
  let documents: readonly DocumentView[] | undefined;
  return {
    uri: text.uri,
    path,
    text,
    version,
    versions,
    settings,
    get documents() {
      return (documents ??= documentViews(judged, version));
    },
    objectsIn: (document) => judged.objectsIn(document),
    get diagnostics() {
      return judged.report.diagnostics;
    },
    get parts() {
      return judged.parts;
    },
    get roots() {
      return judged.roots;
    },
  };
}

function documentViews(judged: JudgedFile, version: KubernetesVersion): DocumentView[] {
  const views = new Map<number, { document: DocumentView['document']; index: number; objects: ObjectView[] }>();
  const reported = judged.isTakenIn ? judged.report.documents : [];
  for (const [position, inspected] of judged.objects.entries()) {
    const { document, index } = inspected;
    let view = views.get(index);
    if (!view) views.set(index, (view = { document, index, objects: [] }));
    pushAll(view.objects, objectView(inspected, version, reported[position]));
  }
  return [...views.values()];
}

function objectView(
  { document, object, judgements, skipped }: InspectedObject,
  version: KubernetesVersion,
  ofBuilds: ReportedDocument | undefined,
): ObjectView[] {
  if (!object) return [];
  const { node, item, description, namespace, name } = object;
  return [
    {
      document,
      node,
      item,
      description,
      namespace,
      name,
      skipped: ofBuilds ? ofBuilds.skipped : skipped,
      verdicts: ofBuilds ? (ofBuilds.verdicts ?? {}) : verdictsOf(judgements),
      decoded: judgements.find((judgement) => judgement.version === version)?.decoded,
    },
  ];
}

function verdictsOf(judgements: InspectedObject['judgements']): Readonly<Record<string, Verdict>> {
  const verdicts: Record<string, Verdict> = {};
  for (const { verdict, version } of judgements) if (verdict) setOwn(verdicts, version.name, verdict);
  return verdicts;
}
