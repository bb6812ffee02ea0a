import {
  LSPErrorCodes,
  ResponseError,
  type Connection,
  type ReferenceParams,
  type RenameParams,
} from 'vscode-languageserver';
import type { Refusal } from '../../features/navigation/rename.js';
import { answer, answerKustomization, aroundOf, type ServerContext } from '../context.js';
import type { RequestModule } from '../request-module.js';

type PlaceParams = Omit<RenameParams, 'newName'>;

export const definition: RequestModule = {
  capabilities: { definitionProvider: true },
  register: (connection, context) => {
    const inManifest = answer(context, async () => {
      const [feature, made] = await Promise.all([import('../../features/navigation/definition.js'), loadMade()]);
      return (file, { position }: PlaceParams, workspace) => {
        const offset = file.text.offsetAt(position);
        return (
          made.definitionInKustomization(file, offset, aroundOf(workspace, context)) ??
          feature.definition(file, offset, workspace)
        );
      };
    });
    connection.onDefinition(
      answerKustomization(
        context,
        async () => {
          const { definitionFrom } = await loadNavigation();
          return (file, { position }, around) => definitionFrom(file, file.text.offsetAt(position), around);
        },
        inManifest,
      ),
    );
  },
};

export const references: RequestModule = {
  capabilities: { referencesProvider: true },
  register: (connection, context) => {
    const inManifest = answer(context, async () => {
      const [feature, made] = await Promise.all([import('../../features/navigation/definition.js'), loadMade()]);
      return (file, params: ReferenceParams, workspace) => {
        const [offset, declarations] = [file.text.offsetAt(params.position), declarationsOf(params)];
        return (
          made.referencesOfMade(file, offset, declarations, aroundOf(workspace, context)) ??
          feature.references(file, offset, declarations, workspace)
        );
      };
    });
    connection.onReferences(
      answerKustomization(
        context,
        async () => {
          const { referencesFrom } = await loadNavigation();
          return (file, params, around) =>
            referencesFrom(file, file.text.offsetAt(params.position), declarationsOf(params), around);
        },
        inManifest,
      ),
    );
  },
};

export const rename: RequestModule = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register: (connection, context) => {
    registerPrepare(connection, context);
    registerRename(connection, context);
  },
};

function registerPrepare(connection: Connection, context: ServerContext): void {
  const inManifest = answer(context, async () => {
    const [{ prepareRename }, made] = await Promise.all([import('../../features/navigation/rename.js'), loadMade()]);
    return (file, { position }: PlaceParams, workspace) => {
      const offset = file.text.offsetAt(position);
      const prepared = made.prepareRenameOfMade(file, offset, aroundOf(workspace, context));
      return prepared ?? orRefuse(prepareRename(file, offset, workspace));
    };
  });
  connection.onPrepareRename(
    answerKustomization(
      context,
      async () => {
        const { prepareRenameIn } = await loadNavigation();
        return (file, { position }, around) => orRefuse(prepareRenameIn(file, file.text.offsetAt(position), around));
      },
      inManifest,
    ),
  );
}

function registerRename(connection: Connection, context: ServerContext): void {
  const inManifest = answer(context, async () => {
    const [feature, made] = await Promise.all([import('../../features/navigation/rename.js'), loadMade()]);
    return (file, { position, newName }: RenameParams, workspace) => {
      const offset = file.text.offsetAt(position);
      const renamed = made.renameMade(file, offset, newName, aroundOf(workspace, context));
      return orRefuse(renamed ?? feature.rename(file, offset, newName, workspace));
    };
  });
  connection.onRenameRequest(
    answerKustomization(
      context,
      async () => {
        const { renameIn } = await loadNavigation();
        return (file, { position, newName }, around) =>
          orRefuse(renameIn(file, file.text.offsetAt(position), newName, around));
      },
      inManifest,
    ),
  );
}

/** Of kustomizations. */
function loadNavigation() {
  return import('../../features/kustomization/navigation.js');
}

/** For names in manifests that a kustomization gives. */
function loadMade() {
  return import('../../features/kustomization/from-manifest.js');
}

function declarationsOf({ context: { includeDeclaration } }: ReferenceParams): 'included' | 'left out' {
  return includeDeclaration ? 'included' : 'left out';
}

/** Editors show the words of an error to the user. */
function orRefuse<Result extends object>(result: Result | Refusal): Result {
  if ('refused' in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refused);
  return result;
}
