import type { CancellationToken, ClientCapabilities } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Around } from '../features/kustomization/around.js';
import type { FileView, LanguageService } from '../service/index.js';
import type { CommandsOf } from './client-options.js';
import type { CheckedWorkspace } from './check-workspace.js';
import type { Told } from './told.js';
import type { Settings } from './settings.js';

/** What requests are answered with. */
export interface ServerContext {
  /** Loads the engine at the first call, so that the server is ready before it. */
  service(): Promise<LanguageService>;
  /** What the client can do, as it said when it came. */
  client(): ClientCapabilities;
  /** What was found in files, for a client that asks. */
  told(): Promise<Told>;
  /** Whether the client asks for it. */
  isAsked(): boolean;
  /** Who does what a lens offers. */
  commands(): CommandsOf;
  /** Who asks where a rule is to be hidden. */
  hidingAskedBy(): CommandsOf;
  /** Whether files of the workspace can be read that are not open. */
  hasFiles(): boolean;
  /** Judges all files of the workspace, tells of all of them from now on, and counts what was found. */
  checkWorkspace(): Promise<CheckedWorkspace>;
  /** Shows the user a text that no file holds. */
  show(name: string, text: string): Promise<void>;
  /** What features of kustomizations see of the disk. */
  surroundings(): Omit<Around, 'workspace'>;
  /** What the client's settings say about a document. */
  settings(uri: string): Promise<Settings>;
}

type Feature<Params, Result> = (file: FileView, params: Params, workspace: LanguageService) => Result | Promise<Result>;

/**
 * Answers a request about a document: with what a feature makes of its view, up to date; with null for a file that is
 * not Kubernetes'.
 * `load` imports the feature when it is first asked for.
 */
export function answer<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  context: ServerContext,
  load: () => Promise<Feature<Params, Result>>,
) {
  return answerFor(context, load, (service, uri) => service.file(uri));
}

/** The same for what looks at all files: none of them may be half judged. */
export function answerFromAll<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  context: ServerContext,
  load: () => Promise<Feature<Params, Result>>,
) {
  return answerFor(context, load, (service, uri) => service.file(uri), 'workspace');
}

/** The same for any file, also one that is not Kubernetes' yet. */
export function answerAnyFile<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  context: ServerContext,
  load: () => Promise<Feature<Params, Result>>,
) {
  return answerFor(context, load, (service, uri) => service.anyFile(uri));
}

/** The same for a kustomization, too. */
export function answerKustomizationToo<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  context: ServerContext,
  load: () => Promise<Feature<Params, Result>>,
) {
  return answerFor(context, load, (service, uri) => service.file(uri) ?? service.kustomization(uri));
}

export function aroundOf(workspace: LanguageService, context: ServerContext): Around {
  return { workspace, ...context.surroundings() };
}

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result | null>;

/** Answers with a feature of kustomizations about a file that is one, and as for others about any other. */
export function answerKustomization<Params extends { readonly textDocument: { readonly uri: string } }, Result, Other>(
  context: ServerContext,
  load: () => Promise<(file: FileView, params: Params, around: Around) => Result>,
  others: Handler<Params, Other>,
): Handler<Params, Result | Other> {
  return async (params, token) => {
    const { uri } = params.textDocument;
    // Most files are none, and need nothing to be loaded to tell.
    if (!/kustomization(?:\.ya?ml)?$/i.test(uri)) return others(params, token);
    const [service, { isKustomization }] = await Promise.all([
      context.service(),
      import('../features/kustomization/which.js'),
    ]);
    await service.prepared(uri);
    const file = service.anyFile(uri);
    if (!file || !isKustomization(file)) return others(params, token);
    const feature = await load();
    await service.prepared();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return feature(file, params, aroundOf(service, context));
  };
}

type Find = (service: LanguageService, uri: string) => FileView | undefined;

function answerFor<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  context: ServerContext,
  load: () => Promise<Feature<Params, Result>>,
  find: Find,
  extent: 'document' | 'workspace' = 'document',
) {
  return async (params: Params, token: CancellationToken): Promise<Result | null> => {
    const [service, feature] = await Promise.all([context.service(), load()]);
    await service.prepared(extent === 'document' ? params.textDocument.uri : undefined);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const file = find(service, params.textDocument.uri);
    return file ? feature(file, params, service) : null;
  };
}
