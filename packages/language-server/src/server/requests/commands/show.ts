import { LSPErrorCodes, Position, ResponseError } from 'vscode-languageserver';
import { lensCommands, namedCommands } from '../../../features/lens/commands.js';
import type { FileView, WorkspaceView } from '../../../service/file-view.js';
import type { ServerContext } from '../../context.js';

/** A text to show, under a name of its own; null where there is none. */
type Shown = { readonly name: string; readonly text: string } | null;
type Show = (file: FileView, position: Position | undefined, workspace: WorkspaceView) => Promise<Shown>;

const shows: ReadonlyMap<string, Show> = new Map<string, Show>([
  [lensCommands.effective, showEffective],
  [lensCommands.timeline, showTimeline],
  [lensCommands.build, showBuild],
  [namedCommands.references, showReferences],
  [namedCommands.life, showLife],
]);

/** Shows a text about a document that no file holds. Arguments: the document's URI, and perhaps a position in it. */
export const showCommands: readonly string[] = [...shows.keys()];

export async function runShow(command: string, given: readonly unknown[], context: ServerContext): Promise<void> {
  const show = shows.get(command);
  const [uri, position] = given;
  if (!show || typeof uri !== 'string' || !(position === undefined || Position.is(position)))
    throw new ResponseError(LSPErrorCodes.RequestFailed, `${command} takes the URI of a document, and a position`);
  const service = await context.service();
  await service.prepared();
  const file = service.file(uri) ?? service.kustomization(uri);
  const shown = file ? await show(file, position, service) : null;
  if (!shown)
    throw new ResponseError(LSPErrorCodes.RequestFailed, 'there is nothing of this kind to show for the document');
  await context.show(shown.name, shown.text);
}

async function showEffective(file: FileView): Promise<Shown> {
  const { effectiveWithComments } = await import('../../../features/lens/effective-source.js');
  const made = effectiveWithComments(file);
  return made && { name: `effective-${fileName(file)}`, text: made.text };
}

async function showBuild(file: FileView): Promise<Shown> {
  const { builtOf } = await import('../../../features/built.js');
  const made = builtOf(file);
  return made && { name: `built-${fileName(file)}`, text: made.text };
}

async function showTimeline(
  file: FileView,
  position: Position | undefined,
  { customResources }: WorkspaceView,
): Promise<Shown> {
  const { timelineOf } = await import('../../../features/timeline.js');
  const made = timelineOf(file, position, customResources);
  return made && { name: `timeline-${fileName(file)}.txt`, text: `${made.heading}\n\n${made.text}\n` };
}

/** As it goes if all goes well; other scenarios are for the command, or for a client that asks `podlint/life`. */
async function showLife(
  file: FileView,
  position: Position | undefined,
  { customResources }: WorkspaceView,
): Promise<Shown> {
  const { lifeOf } = await import('../../../features/life.js');
  const made = lifeOf(file, position, undefined, customResources);
  return made && 'text' in made ? { name: `life-${fileName(file)}.txt`, text: made.text } : null;
}

async function showReferences(file: FileView, _position: unknown, workspace: WorkspaceView): Promise<Shown> {
  const { referencesGraphOf } = await import('../../../features/references-graph.js');
  const made = referencesGraphOf(file, workspace);
  return made && { name: `references-${fileName(file)}.txt`, text: `${made.heading}\n\n${made.text}` };
}

function fileName({ path }: FileView): string {
  return path.split('/').at(-1) ?? path;
}
