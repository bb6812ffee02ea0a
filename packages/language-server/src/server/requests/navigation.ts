import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Refusal } from '../../features/navigation/rename.js';
import { answer } from '../context.js';
import type { RequestModule } from '../request-module.js';

export const definition: RequestModule = {
  capabilities: { definitionProvider: true },
  register: (connection, context) => {
    connection.onDefinition(
      answer(context, async () => {
        const feature = await import('../../features/navigation/definition.js');
        return (file, { position }, workspace) => feature.definition(file, file.text.offsetAt(position), workspace);
      }),
    );
  },
};

export const references: RequestModule = {
  capabilities: { referencesProvider: true },
  register: (connection, context) => {
    connection.onReferences(
      answer(context, async () => {
        const feature = await import('../../features/navigation/definition.js');
        return (file, { position, context: { includeDeclaration } }, workspace) =>
          feature.references(
            file,
            file.text.offsetAt(position),
            includeDeclaration ? 'included' : 'left out',
            workspace,
          );
      }),
    );
  },
};

export const rename: RequestModule = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register: (connection, context) => {
    connection.onPrepareRename(
      answer(context, async () => {
        const { prepareRename } = await import('../../features/navigation/rename.js');
        return (file, { position }, workspace) =>
          orRefuse(prepareRename(file, file.text.offsetAt(position), workspace));
      }),
    );
    connection.onRenameRequest(
      answer(context, async () => {
        const feature = await import('../../features/navigation/rename.js');
        return (file, { position, newName }, workspace) =>
          orRefuse(feature.rename(file, file.text.offsetAt(position), newName, workspace));
      }),
    );
  },
};

/** Editors show the words of an error to the user. */
function orRefuse<Result extends object>(result: Result | Refusal): Result {
  if ('refused' in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refused);
  return result;
}
