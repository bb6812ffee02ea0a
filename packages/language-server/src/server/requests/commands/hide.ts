import { LSPErrorCodes, Position, ResponseError, type Connection } from 'vscode-languageserver';
import type { Hidden, HidingPlace } from '../../../service/code-actions/hide-action.js';
import type { ServerContext } from '../../context.js';

/** Asks where a rule is to be hidden, and hides it there. Argument: which finding is meant. */
export async function runHide(
  [hidden]: readonly unknown[],
  context: ServerContext,
  { window, workspace }: Connection,
): Promise<void> {
  const places = await placesToHide(hidden, context);
  const { code } = hidden as Hidden;
  const items = places.map(({ place }) => ({ title: place }));
  const chosen = await window.showInformationMessage(`Where is ${code} to be disabled?`, ...items);
  const edit = places.find(({ place }) => place === chosen?.title)?.edit;
  if (edit) await workspace.applyEdit({ label: `Disable ${code}`, edit });
}

/** For a client that asks by itself. */
export async function placesToHide(hidden: unknown, context: ServerContext): Promise<HidingPlace[]> {
  if (!isHidden(hidden))
    throw new ResponseError(LSPErrorCodes.RequestFailed, 'a finding has a uri, a code and a position');
  const [service, { hidingPlaces }] = await Promise.all([
    context.service(),
    import('../../../service/code-actions/hide-action.js'),
  ]);
  await service.prepared();
  const file = service.file(hidden.uri);
  const places = file ? hidingPlaces(file, hidden) : [];
  if (places.length === 0)
    throw new ResponseError(LSPErrorCodes.RequestFailed, `${hidden.code} is not found there any more`);
  return places;
}

function isHidden(value: unknown): value is Hidden {
  const { uri, code, position } = (value ?? {}) as Partial<Record<keyof Hidden, unknown>>;
  return typeof uri === 'string' && typeof code === 'string' && Position.is(position);
}
