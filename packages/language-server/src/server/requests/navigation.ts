import {
  LSPErrorCodes,
  ResponseError,
  type Connection,
  type ReferenceParams,
  type RenameParams,
} from 'vscode-languageserver';
import type { Refusal } from '../../features/navigation/rename.js';
import { answerFromAll, answerKustomization, aroundOf, type ServerContext } from '../context.js';
import type { RequestModule } from '../request-module.js';

type PlaceParams = Omit<RenameParams, 'newName'>;

export const definition: RequestModule = {
  capabilities: { definitionProvider: true },
  register: (connection, context) => {
    const inManifest = answerFromAll(context, async () => {
      const [feature, made, anchors] = await Promise.all([
        import('../../features/navigation/definition.js'),
        loadMade(),
        loadAnchors(),
      ]);
      return (file, { position }: PlaceParams, workspace) => {
        const offset = file.text.offsetAt(position);
        return (
          anchors.anchorDefinition(file, offset) ??
          made.definitionInKustomization(file, offset, aroundOf(workspace, context)) ??
          feature.definition(file, offset, workspace)
        );
      };
    });
    connection.onDefinition(
      answerKustomization(
        context,
        async () => {
          const [{ definitionFrom }, { anchorDefinition }] = await Promise.all([loadNavigation(), loadAnchors()]);
          return (file, { position }, around) => {
            const offset = file.text.offsetAt(position);
            return anchorDefinition(file, offset) ?? definitionFrom(file, offset, around);
          };
        },
        inManifest,
      ),
    );
  },
};

export const references: RequestModule = {
  capabilities: { referencesProvider: true },
  register: (connection, context) => {
    const inManifest = answerFromAll(context, async () => {
      const [feature, made, anchors] = await Promise.all([
        import('../../features/navigation/definition.js'),
        loadMade(),
        loadAnchors(),
      ]);
      return (file, params: ReferenceParams, workspace) => {
        const [offset, declarations] = [file.text.offsetAt(params.position), declarationsOf(params)];
        return (
          anchors.anchorReferences(file, offset, declarations) ??
          made.referencesOfMade(file, offset, declarations, aroundOf(workspace, context)) ??
          feature.references(file, offset, declarations, workspace)
        );
      };
    });
    connection.onReferences(
      answerKustomization(
        context,
        async () => {
          const [{ referencesFrom }, { anchorReferences }] = await Promise.all([loadNavigation(), loadAnchors()]);
          return (file, params, around) => {
            const [offset, declarations] = [file.text.offsetAt(params.position), declarationsOf(params)];
            return anchorReferences(file, offset, declarations) ?? referencesFrom(file, offset, declarations, around);
          };
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
  const inManifest = answerFromAll(context, async () => {
    const [{ prepareRename }, made, anchors] = await Promise.all([
      import('../../features/navigation/rename.js'),
      loadMade(),
      loadAnchors(),
    ]);
    return (file, { position }: PlaceParams, workspace) => {
      const offset = file.text.offsetAt(position);
      const prepared =
        anchors.prepareAnchorRename(file, offset) ??
        made.prepareRenameOfMade(file, offset, aroundOf(workspace, context));
      return prepared ?? orRefuse(prepareRename(file, offset, workspace));
    };
  });
  connection.onPrepareRename(
    answerKustomization(
      context,
      async () => {
        const [{ prepareRenameIn }, { prepareAnchorRename }] = await Promise.all([loadNavigation(), loadAnchors()]);
        return (file, { position }, around) => {
          const offset = file.text.offsetAt(position);
          return prepareAnchorRename(file, offset) ?? orRefuse(prepareRenameIn(file, offset, around));
        };
      },
      inManifest,
    ),
  );
}

function registerRename(connection: Connection, context: ServerContext): void {
  const inManifest = answerFromAll(context, async () => {
    const [feature, made, anchors] = await Promise.all([
      import('../../features/navigation/rename.js'),
      loadMade(),
      loadAnchors(),
    ]);
    return (file, { position, newName }: RenameParams, workspace) => {
      const offset = file.text.offsetAt(position);
      const renamed =
        anchors.renameAnchor(file, offset, newName) ??
        made.renameMade(file, offset, newName, aroundOf(workspace, context));
      return orRefuse(renamed ?? feature.rename(file, offset, newName, workspace));
    };
  });
  connection.onRenameRequest(
    answerKustomization(
      context,
      async () => {
        const [{ renameIn }, { renameAnchor }] = await Promise.all([loadNavigation(), loadAnchors()]);
        return (file, { position, newName }, around) => {
          const offset = file.text.offsetAt(position);
          return orRefuse(renameAnchor(file, offset, newName) ?? renameIn(file, offset, newName, around));
        };
      },
      inManifest,
    ),
  );
}

/** Names that YAML itself gives. */
function loadAnchors() {
  return import('../../features/navigation/anchors.js');
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
