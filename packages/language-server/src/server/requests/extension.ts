import type { Position } from 'vscode-languageserver';
import type { FileView, WorkspaceView } from '../../service/file-view.js';
import type { LanguageService } from '../../service/index.js';
import { answer, answerFromAll, answerKustomizationToo } from '../context.js';
import type { RequestModule } from '../request-module.js';

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

interface PlaceParams extends DocumentParams {
  readonly position?: Position;
}

interface LifeParams extends PlaceParams {
  readonly scenario?: string | null;
}

async function loadStatus() {
  const { calmStatus } = await import('../../features/calm.js');
  return (file: FileView, _params: DocumentParams, service: LanguageService) => calmStatus(file, service);
}

interface BuildParams extends DocumentParams {
  /** Which of the kustomizations that take the document in. */
  readonly root?: string;
}

async function loadBuilt() {
  const { builtOf } = await import('../../features/built.js');
  return (file: FileView, { root }: BuildParams) => builtOf(file, root);
}

async function loadTimeline() {
  const [{ timelineOf }, { calmPlace }] = await Promise.all([
    import('../../features/timeline.js'),
    import('../../features/calm.js'),
  ]);
  return (now: FileView, params: PlaceParams, service: LanguageService) => {
    const { file, position } = calmPlace(now, service, params.position);
    return timelineOf(file, position, service.customResources);
  };
}

async function loadLife() {
  const [{ lifeOf }, { calmPlace }] = await Promise.all([
    import('../../features/life.js'),
    import('../../features/calm.js'),
  ]);
  return (now: FileView, { position: asked, scenario }: LifeParams, service: LanguageService) => {
    const { file, position } = calmPlace(now, service, asked);
    return lifeOf(file, position, scenario ?? undefined, service.customResources);
  };
}

async function loadReferencesGraph() {
  const { referencesGraphOf } = await import('../../features/references-graph.js');
  return (file: FileView, _params: DocumentParams, workspace: WorkspaceView) => referencesGraphOf(file, workspace);
}

async function loadEffective() {
  const [{ effective }, { calmPlace }] = await Promise.all([
    import('../../features/lens/effective.js'),
    import('../../features/calm.js'),
  ]);
  return (now: FileView, params: PlaceParams, service: LanguageService) => {
    const { file, position } = calmPlace(now, service, params.position);
    return effective(file, position && file.text.offsetAt(position));
  };
}

async function loadEffectiveSource() {
  const [{ effectiveSource }, { calmPlace }] = await Promise.all([
    import('../../features/lens/effective-source.js'),
    import('../../features/calm.js'),
  ]);
  return (now: FileView, _params: DocumentParams, service: LanguageService) =>
    effectiveSource(calmPlace(now, service, undefined).file);
}

/** Beyond the protocol: what an editor needs podlint's own extension to show. */
export const extensionRequests: readonly RequestModule[] = [
  {
    capabilities: {},
    register: (connection, context) =>
      connection.onRequest('podlint/status', answerKustomizationToo(context, loadStatus)),
  },
  {
    capabilities: {},
    register: (connection, context) =>
      connection.onRequest('podlint/build', answerKustomizationToo(context, loadBuilt)),
  },
  {
    capabilities: {},
    register: (connection, context) => connection.onRequest('podlint/effective', answer(context, loadEffective)),
  },
  {
    capabilities: {},
    register: (connection, context) =>
      connection.onRequest('podlint/effectiveSource', answer(context, loadEffectiveSource)),
  },
  {
    capabilities: {},
    register: (connection, context) => connection.onRequest('podlint/timeline', answer(context, loadTimeline)),
  },
  {
    capabilities: {},
    register: (connection, context) => connection.onRequest('podlint/life', answer(context, loadLife)),
  },
  {
    capabilities: {},
    register: (connection, context) =>
      connection.onRequest('podlint/references', answerFromAll(context, loadReferencesGraph)),
  },
  {
    capabilities: {},
    register: (connection, context) =>
      connection.onRequest('podlint/hidingPlaces', async (hidden: unknown) => {
        const { placesToHide } = await import('./commands/hide.js');
        return placesToHide(hidden, context);
      }),
  },
];
