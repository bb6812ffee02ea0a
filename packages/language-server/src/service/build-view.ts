import type { InspectedObject, JudgedFile, Verdict } from '@podlint/engine';
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
      return (documents ??= documentViews(judged.objects, version));
    },
    get diagnostics() {
      return judged.report.diagnostics;
    },
    get parts() {
      return judged.parts;
    },
  };
}

function documentViews(objects: readonly InspectedObject[], version: KubernetesVersion): DocumentView[] {
  const views = new Map<number, { document: DocumentView['document']; index: number; objects: ObjectView[] }>();
  for (const inspected of objects) {
    const { document, index } = inspected;
    let view = views.get(index);
    if (!view) views.set(index, (view = { document, index, objects: [] }));
    pushAll(view.objects, objectView(inspected, version));
  }
  return [...views.values()];
}

function objectView(
  { document, object, judgements, skipped }: InspectedObject,
  version: KubernetesVersion,
): ObjectView[] {
  if (!object) return [];
  const { node, item, description, namespace, name } = object;
  const verdicts: Record<string, Verdict> = {};
  for (const judgement of judgements)
    if (judgement.verdict) setOwn(verdicts, judgement.version.name, judgement.verdict);
  return [
    {
      document,
      node,
      item,
      description,
      namespace,
      name,
      skipped,
      verdicts,
      decoded: judgements.find((judgement) => judgement.version === version)?.decoded,
    },
  ];
}
